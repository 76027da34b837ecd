import type { Dictionary } from '../translate';

export const territory: Dictionary['territory'] = {
  title: 'Territories',
};
