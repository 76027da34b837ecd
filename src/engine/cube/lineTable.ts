import type { DimensionId } from '~/domain/dimension';

export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

/** In `positionOf`: the line was removed. */
export const GONE = 0xffff_ffff;

/** All lines of a plan's measure group in columns. Arrays carry spare capacity beyond `count`. */
export interface LineTable {
  dimensions: DimensionId[];
  count: number;
  /** Positions below `sorted` follow the main hierarchy; the rest is the tail of lines that came later. */
  sorted: number;
  /** Leaf member codes by position, one array per dimension. */
  codes: CodeArray[];
  lineId: Uint32Array;
  /** By line id. */
  positionOf: Uint32Array;
  nextLine: number;
  /** Hash index of tuples, built when first asked for: slots hold line id + 1, 0 = empty. */
  index: Uint32Array | null;
}
