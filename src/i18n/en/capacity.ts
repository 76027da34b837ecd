import type { Dictionary } from '../translate';

export const capacity: Dictionary['capacity'] = {
  title: 'Capacity',
};
