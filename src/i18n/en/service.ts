import type { Dictionary } from '../translate';

export const service: Dictionary['service'] = {
  title: 'Service',
};
