import type { Dictionary } from '../translate';

export const event: Dictionary['event'] = {
  title: 'Special months',
};
