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

/** An array of this length that is wide enough for codes up to `most`. */
export const codeArray = (length: number, most: number): CodeArray =>
  most < 0x100 ? new Uint8Array(length) : most < 0x1_0000 ? new Uint16Array(length) : new Uint32Array(length);

/** The largest code, 0 for none. */
export function largestCode(codes: CodeArray, count: number): number {
  let most = 0;
  for (let i = 0; i < count; i++) if (codes[i] > most) most = codes[i];
  return most;
}
