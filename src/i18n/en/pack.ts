import type { Dictionary } from '../translate';

export const pack: Dictionary['pack'] = {
  title: 'Import data',
};
