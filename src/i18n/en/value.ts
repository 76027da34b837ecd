import type { Dictionary } from '../translate';

export const value: Dictionary['value'] = {
  title: 'Customer value',
};
