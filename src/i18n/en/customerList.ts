import type { Dictionary } from '../translate';

export const customerList: Dictionary['customerList'] = {
  title: 'Customers',
};
