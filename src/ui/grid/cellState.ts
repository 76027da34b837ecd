import type { Issue } from '~/domain/issue';
import { issue } from '~/domain/issue';
import {
  CELL_BLANK,
  CELL_CLOSED,
  CELL_FROZEN,
  CELL_HELD_ALL,
  CELL_HELD_SOME,
  CELL_INPUT,
  CELL_NEW,
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
} as const satisfies Record<string, (flags: number) => boolean>;

export type CellStateClass = keyof typeof CELL_STATES;

export const cellStates = (flags: number): CellStateClass[] =>
  (Object.keys(CELL_STATES) as CellStateClass[]).filter((name) => CELL_STATES[name](flags));

/** A padlock stands where a record says so, and in the year of a row that is held throughout. */
export const showsLock = (flags: number, kind: SheetField['kind']): boolean =>
  isTotalHeld(flags) || has(flags, CELL_FROZEN) || (kind === 'year' && isFrozen(flags));

/** Why a cell takes no entry; null where it does. */
export function editRefusal(cell: { field: SheetField; flags: number; readOnly: boolean }): Issue | null {
  if (cell.readOnly) return issue('plan/readOnly');
  if (!cell.field.editable) return issue('target/notEditable');
  if (has(cell.flags, CELL_CLOSED)) return issue('target/periodClosed');
  if (isTotalHeld(cell.flags)) return issue('target/totalHeld');
  if (isFrozen(cell.flags)) return issue('target/nothingFree');
  return null;
}
