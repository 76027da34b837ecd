import type { CellRef } from '~/domain/cell';
import { CELL_DIFFERS, CELL_HELD_SOME, CELL_INPUT, CELL_LIMIT, CELL_PARTIAL, type SheetField } from '~/domain/sheet';
import type { LimitLine } from '~/domain/view';
import type { Translate } from '~/i18n/translate';
import { type ActiveCell, cellRefOf } from '../../grid/activeCell';
import { amountText, amountUnit } from '../../grid/amountText';
import { editRefusal, isFrozen, isTotalHeld } from '../../grid/cellState';
import type { GridView } from '../../grid/gridView';
import { type Notes, unfiltered } from './notes/createNotes';
import type { PlanViewState } from './planViewState';

export interface CellHintOptions {
  t: Translate;
  view(): GridView;
  state: PlanViewState;
  notes: Notes;
  limits: { at(cell: CellRef): Pick<LimitLine, 'min' | 'max'> | null };
  flagsOf(cell: ActiveCell): number;
}

export type CellHint = (cell: ActiveCell, options?: { beside: 'nothing' | 'story' }) => string;

/** Marks that need a word, in the order they are said. */
const MARKS = [
  [CELL_DIFFERS, 'looks.mark.differs'],
  [CELL_PARTIAL, 'looks.mark.partial'],
  [CELL_INPUT, 'looks.mark.input'],
] as const;

/**
 * What a cell has to say beside its number: why it takes no entry, its note, what its marks mean. Empty = nothing. Beside
 * its `story`, which tells who typed it and what is held below, those two are not said twice.
 */
export function createCellHint({ t, view, state, notes, limits, flagsOf }: CellHintOptions): CellHint {
  const refusal = (cell: ActiveCell & { field: SheetField }, flags: number): string | null => {
    if (cell.row.role === 'unallocated') return view().issueText({ code: 'cell/computed' });
    const { readOnly, readOnlyWhy, issueText } = view();
    const why = editRefusal({ field: cell.field, flags, readOnly, why: readOnlyWhy });
    return why ? issueText(why) : null;
  };
  /** Amounts as they are typed; the mark alone where they are not at hand yet. */
  const limitText = (limit: Pick<LimitLine, 'min' | 'max'> | null, field: SheetField, flags: number): string | null => {
    if (!limit) return flags & CELL_LIMIT ? t('looks.mark.limit') : null;
    const say = (amount: number | null): string =>
      [amountText(amount, field, view()), amountUnit(field, view())].filter(Boolean).join(' ');
    if (limit.min === null) return t('looks.mark.limitMax', { max: say(limit.max) });
    if (limit.max === null) return t('looks.mark.limitMin', { min: say(limit.min) });
    return t('looks.mark.limitBoth', { min: say(limit.min), max: say(limit.max) });
  };
  return (cell, { beside } = { beside: 'nothing' }) => {
    const { field } = cell;
    if (!field) return '';
    const flags = flagsOf(cell);
    const ref = cellRefOf(cell, state.view().column);
    const note = ref && notes.at(unfiltered(ref));
    const alone = beside === 'nothing';
    const some = alone && (flags & CELL_HELD_SOME) !== 0 && !isFrozen(flags) && !isTotalHeld(flags);
    const said = [
      refusal({ ...cell, field }, flags),
      note ? t('looks.mark.note', { text: note.text }) : null,
      limitText(ref && limits.at(unfiltered(ref)), field, flags),
      ...MARKS.map(([bit, key]) => (flags & bit && (alone || bit !== CELL_INPUT) ? t(key) : null)),
      some ? t('looks.mark.heldSome') : null,
    ];
    return said.filter((one): one is string => one !== null).join('\n');
  };
}
