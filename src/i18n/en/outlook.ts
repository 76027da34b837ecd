import type { Dictionary } from '../translate';

export const outlook: Dictionary['outlook'] = {
  title: 'Tree forecast',
};
