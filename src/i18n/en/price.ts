import type { Dictionary } from '../translate';

export const price: Dictionary['price'] = {
  title: 'Prices and rebates',
};
