import type { Dictionary } from '../translate';

export const note: Dictionary['note'] = {
  title: 'Notes',
  at: 'Note: {where}',
  text: 'Text of the note',
  placeholder: 'Why this number, who promised what',
  save: 'Save note',
  saveKeys: 'Ctrl Enter',
  remove: 'Remove note',
  removeAt: 'Remove the note at {where}',
  none: 'No notes yet. Press Shift F2 in a cell to add one.',
};
