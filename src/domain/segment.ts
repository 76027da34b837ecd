/** Lines per segment: segments are cut by line id, so that re-sorting rewrites nothing. */
export const LINES_PER_SEGMENT = 16_384;

/** Leaf values of consecutive line ids from `first` on, in one column and period. Never changed once written. */
export interface ValueSegment {
  id: string;
  first: number;
  value: Float64Array;
  state: Uint8Array;
}

/** Which segments make up a column in a period; null = all blank. */
export interface Manifest {
  plan: string;
  generation: number;
  group: string;
  column: string;
  period: number;
  segments: (string | null)[];
}

/** Member codes of consecutive line ids from `no` × LINES_PER_SEGMENT on, one array per dimension of the group. */
export interface LineSegment {
  plan: string;
  generation: number;
  group: string;
  no: number;
  codes: Uint32Array[];
}
