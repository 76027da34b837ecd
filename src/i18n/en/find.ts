import type { Dictionary } from '../translate';

export const find: Dictionary['find'] = {
  title: 'Find in the sheet',
  field: 'Name or a part of it',
  count: '{n} found',
  place: '{at} of {n}',
  none: 'Nothing found',
  next: 'Next (Enter)',
  previous: 'Previous (Shift Enter)',
  close: 'Close',
  hint: 'Collapsed rows are searched too. Ctrl F again opens the browser’s own search.',
};
