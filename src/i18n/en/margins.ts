import type { Dictionary } from '../translate';

export const margins: Dictionary['margins'] = {
  title: 'Fix both totals',
  lead: 'Totals of the rows and of the periods are set together; the inside follows exactly, in the proportions it has. Locks stay. Unit: {unit}',
  rows: 'Totals of the rows',
  periods: 'Totals of the periods',
  even: 'Both sides add up to the same',
  gap: 'The sides differ by {amount}; they must be the same',
  fill: 'Put the difference into the last period',
  apply: 'Fix both totals',
  button: 'Both totals…',
};
