import type { Dictionary } from '../translate';

export const quality: Dictionary['quality'] = {
  title: 'Data quality',
};
