import type { Selection } from '../cube';

/** A total that stays while its parts may move. */
export interface HeldTotal {
  id: string;
  selection: Selection;
  amount: number;
}

/** Leaves that stay as they are: a freeze, an approved part. Refusals name the `id`. */
export interface Frozen extends Selection {
  id?: string;
}

/** What may not move, and what stays in sum. */
export interface Bounds {
  frozen?: Frozen[];
  heldTotals?: HeldTotal[];
  closedPeriods?: number[];
}
