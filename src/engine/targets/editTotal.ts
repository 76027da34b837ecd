import type { Result } from '~/domain/result';
import type { ColumnData, LeafEdit, LineTable, Selection } from '../cube/index';
import type { LeafLimits, SpreadMethod } from './spreadMethod';

/** A total that stays while its parts may move. */
export interface HeldTotal {
  id: string;
  selection: Selection;
  amount: number;
}

/** A bound on the sum of some of the edited leaves. Groups must not overlap. */
export interface GroupLimit {
  selection: Selection;
  min?: number;
  max?: number;
}

/** What may not move, and what stays in sum. */
export interface Bounds {
  /** Leaves that stay as they are: freezes, approved parts. Their `id` is named in refusals where given. */
  frozen?: (Selection & { id?: string })[];
  heldTotals?: HeldTotal[];
  closedPeriods?: number[];
}

export interface TotalEdit extends Bounds {
  lines: LineTable;
  /** Edited in place; untouched on refusal. */
  column: ColumnData;
  edit: Selection;
  /** The sum the edited cell shall have, in minor units. */
  total: number;
  method?: SpreadMethod;
  limits?: LeafLimits;
  groupLimits?: GroupLimit[];
  /** Minor units per rounding step: 100 = whole yuan. Default 1. */
  unit?: number;
}

/** Sets the sum of a cell at any level and lays it on its leaves. */
export function editTotal(_edit: TotalEdit): Result<LeafEdit> {
  throw new RangeError('not built yet');
}

export interface TotalsEdit extends Omit<TotalEdit, 'edit' | 'total' | 'limits' | 'groupLimits'> {
  /** Cells that do not overlap. */
  parts: { edit: Selection; total: number }[];
}

/** Sets several cells at once, as one edit: all or nothing. */
export function editTotals(_edit: TotalsEdit): Result<LeafEdit> {
  throw new RangeError('not built yet');
}
