import type { Dictionary } from '../translate';

export const balance: Dictionary['balance'] = {
  title: 'Balance difficulty',
};
