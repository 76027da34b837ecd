import { type Issue, type IssueCode, issue } from '~/domain/issue';
import {
  CELL_BLANK,
  CELL_CLOSED,
  CELL_DIFFERS,
  CELL_FROZEN,
  CELL_HELD_ALL,
  CELL_HELD_SOME,
  CELL_INPUT,
  CELL_LIMIT,
  CELL_NEW,
  CELL_NONE,
  CELL_NOTE,
  CELL_PARTIAL,
  CELL_TOTAL_HELD,
  CELL_UNKNOWN,
  type SheetField,
} from '~/domain/sheet';

const has = (flags: number, bit: number): boolean => (flags & bit) !== 0;

/** Everything under it is held: nothing may move. */
export const isFrozen = (flags: number): boolean => has(flags, CELL_FROZEN | CELL_HELD_ALL);

export const isTotalHeld = (flags: number): boolean => has(flags, CELL_TOTAL_HELD);

/** Looks of a cell, in the order they are painted. Each reads without colour. */
export const CELL_STATES = {
  'pg-blank': (flags: number) => has(flags, CELL_BLANK),
  'pg-unknown': (flags: number) => has(flags, CELL_UNKNOWN),
  'pg-new': (flags: number) => has(flags, CELL_NEW),
  'pg-partial': (flags: number) => has(flags, CELL_PARTIAL),
  'pg-closed': (flags: number) => has(flags, CELL_CLOSED),
  'pg-input': (flags: number) => has(flags, CELL_INPUT) && !has(flags, CELL_CLOSED),
  'pg-frozen': (flags: number) => isFrozen(flags) && !has(flags, CELL_CLOSED),
  'pg-held-total': isTotalHeld,
  'pg-held-some': (flags: number) => has(flags, CELL_HELD_SOME) && !isFrozen(flags) && !isTotalHeld(flags),
  'pg-none': (flags: number) => has(flags, CELL_NONE),
  'pg-limit': (flags: number) => has(flags, CELL_LIMIT),
  'pg-differs': (flags: number) => has(flags, CELL_DIFFERS),
  'pg-note': (flags: number) => has(flags, CELL_NOTE),
} as const satisfies Record<string, (flags: number) => boolean>;

export type CellStateClass = keyof typeof CELL_STATES;

export const cellStates = (flags: number): CellStateClass[] =>
  (Object.keys(CELL_STATES) as CellStateClass[]).filter((name) => CELL_STATES[name](flags));

/** A padlock stands where a record says so, and in the year of a row that is held throughout. */
export const showsLock = (flags: number, kind: SheetField['kind']): boolean =>
  isTotalHeld(flags) || has(flags, CELL_FROZEN) || ((kind === 'year' || kind === 'total') && isFrozen(flags));

/** What a column that is never typed into stands for. The others are answered by their flags. */
const NEVER_TYPED: Partial<Record<SheetField['kind'], IssueCode>> = {
  lastYear: 'cell/fromOrders',
  growth: 'cell/computed',
  unallocated: 'cell/computed',
  overAssignment: 'cell/computed',
  difference: 'cell/computed',
  differenceShare: 'cell/computed',
  gap: 'cell/computed',
  compare: 'cell/otherVersion',
  proposal: 'cell/fromBelow',
  trend: 'cell/picture',
};

/** Why a cell takes no entry; null where it does. `why` is what is known of a plan that may only be looked at. */
export function editRefusal(cell: {
  field: SheetField;
  flags: number;
  readOnly: boolean;
  why?: Issue | null;
}): Issue | null {
  const { field, flags } = cell;
  if (cell.readOnly) return cell.why ?? issue('plan/readOnly');
  if (has(flags, CELL_NONE)) return issue('cell/notPlanned');
  if (!field.editable) return issue(NEVER_TYPED[field.kind] ?? 'target/notEditable');
  if (has(flags, CELL_CLOSED)) return issue('target/periodClosed');
  if (isTotalHeld(flags)) return issue('target/totalHeld');
  if (isFrozen(flags)) return issue('target/nothingFree');
  if (field.isRatio && has(flags, CELL_UNKNOWN)) return issue('cell/noDenominator');
  return null;
}
