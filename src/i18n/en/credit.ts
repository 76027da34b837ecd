import type { Dictionary } from '../translate';

export const credit: Dictionary['credit'] = {
  title: 'Credit',
};
