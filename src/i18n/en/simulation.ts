import type { Dictionary } from '../translate';

export const simulation: Dictionary['simulation'] = {
  title: 'Plan simulator',
};
