import type { Dictionary } from '../translate';

export const accuracy: Dictionary['accuracy'] = {
  title: 'Forecast accuracy',
};
