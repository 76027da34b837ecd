import type { Dictionary } from '../translate';

export const segment: Dictionary['segment'] = {
  title: 'Segments',
};
