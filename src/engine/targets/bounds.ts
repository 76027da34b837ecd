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

/** A lasting minimum and maximum of the sum of a cell at any level, in minor units; ±Infinity = none. Refusals name the `id`. */
export interface SumLimit {
  id: string;
  selection: Selection;
  min: number;
  max: number;
}

/** What may not move, and what stays in sum. */
export interface Bounds {
  frozen?: Frozen[];
  heldTotals?: HeldTotal[];
  closedPeriods?: number[];
  /** Lasting limits: every edit ends within those of its own cell and below, and takes none around it further out. */
  sumLimits?: SumLimit[];
}
