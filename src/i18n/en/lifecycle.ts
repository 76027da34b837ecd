import type { Dictionary } from '../translate';

export const lifecycle: Dictionary['lifecycle'] = {
  title: 'Lifecycle',
};
