import type { Dictionary } from '../translate';

export const issueFrame: Dictionary['issueFrame'] = {
  placed: '{place}: {text}',
  row: 'row {row}',
  column: 'column “{column}”',
  field: {
    date: 'date',
    amount: 'amount',
    quantity: 'quantity',
    price: 'price',
    order: 'order number',
    orders: 'file of orders',
  },
};
