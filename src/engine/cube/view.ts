import type { DimensionId } from '~/domain/dimension';

/** One level of a tree: which dimension, and how its leaf members are grouped there. */
export interface ViewLevel {
  dimension: DimensionId;
  /** Index into `lines.codes`. */
  column: number;
  /** Leaf member code → code of the member that is shown at this level. */
  ancestorOf: Uint32Array;
  /** By shown code: siblings come in this order. By code where absent. */
  rankOf?: Uint32Array;
}

/** In `cellOf`: the line is filtered out. In `parent`: there is none. */
export const NONE = 0xffff_ffff;

/**
 * A tree over lines in columns. Node 0 is the root (all lines); nodes are numbered level by level, in sibling order, so
 * the children of a node are contiguous. The nodes of the deepest level are the *cells*: cell c is node `firstLeaf + c`.
 */
export interface View {
  levels: ViewLevel[];
  /** Number of nodes. */
  count: number;
  depth: Uint8Array;
  code: Uint32Array;
  parent: Uint32Array;
  firstChild: Uint32Array;
  childCount: Uint32Array;
  /** The cells under a node: first inside, end outside. */
  firstCell: Uint32Array;
  endCell: Uint32Array;
  cells: number;
  firstLeaf: number;
  /** Where the lines of cell c start in view order; one more entry than cells. */
  cellStart: Uint32Array;
  /** View order → position; null when the physical order already is the view order. */
  perm: Uint32Array | null;
  /** By position. */
  cellOf: Uint32Array;
}
