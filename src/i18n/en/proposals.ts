import type { Dictionary } from '../translate';

export const proposals: Dictionary['proposals'] = {
  button: 'Import proposals…',
  title: 'Import proposals',
  lead: 'Paste a block copied from a sheet, or choose a CSV file. Check it, then it goes into the proposal column; targets stay.',
  text: 'Paste a table',
  textHint:
    'Headings in the first row: salesperson, customer, region …, and “proposal” or one column per month. Without headings it is read as name, amount.',
  file: 'Choose a CSV file…',
  unit: 'Unit of the amounts in it',
  submit: 'Mark these members as submitted',
  none: 'What would be written appears here.',
  nothing: 'There is no proposal to write yet',
  found: '{n} {n|proposal|proposals}, {amount} in all',
  more: 'and {n} more',
  leftOut: '{n} {n|row|rows} left out:',
  unknown: 'Row {row}: {column} has no “{name}”',
  badRow: 'Row {row}: “{text}” is not a number',
  period: 'Period',
  wholeYear: 'all periods',
  take: 'Write {n} {n|proposal|proposals}',
};
