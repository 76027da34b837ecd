import type { Selection } from '../cube';

/** Bounds for single leaves, per period by position; ±Infinity = none. Fractions are cut inwards. */
export interface LeafLimits {
  min?: Float64Array[];
  max?: Float64Array[];
}

/** A bound on the sum of some of the edited leaves. Groups must not overlap. */
export interface GroupLimit {
  selection: Selection;
  min?: number;
  max?: number;
}

export interface Limits {
  leaf?: LeafLimits;
  groups?: GroupLimit[];
}
