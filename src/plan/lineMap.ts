import type { LineTable } from '~/engine/cube/index';
import { createTuples } from './tuples';

/** Which parts of each old thing go where: lines into lines, periods into periods. */
export interface PartMap {
  /** By old index: where its parts start in `to`; one more entry than there are old ones. Null: one part each. */
  start: Uint32Array | null;
  /** Index of the new one, by part. */
  to: Uint32Array;
  /** Whole weights > 0 by part; null where everything has one part. Several parts share by largest remainder. */
  weight: Float64Array | null;
}

/** Old lines by position → the lines of the next generation. */
export interface LineMap extends PartMap {
  /** The new tuples, all different, one array per dimension of the new lines. */
  codes: Uint32Array[];
}

/** Old periods by index → periods of the next generation; new ones that nothing goes to are blank. */
export type PeriodMap = PartMap;

/** Every line stays itself. */
export function sameLines(lines: LineTable): LineMap {
  return {
    codes: lines.codes.map((codes) => Uint32Array.from(codes.subarray(0, lines.count))),
    start: null,
    to: Uint32Array.from({ length: lines.count }, (_, position) => position),
    weight: null,
  };
}

/**
 * Every line goes as a whole to one tuple; lines that meet there become one. `write` puts the tuple of the line at a
 * position into `tuple`.
 */
export function mergedLines(
  lines: LineTable,
  width: number,
  write: (position: number, tuple: Uint32Array) => void,
): LineMap {
  const tuples = createTuples(width, lines.count);
  const tuple = new Uint32Array(width);
  const to = new Uint32Array(lines.count);
  for (let position = 0; position < lines.count; position += 1) {
    write(position, tuple);
    to[position] = tuples.rowOf(tuple);
  }
  return { codes: tuples.codes(), start: null, to, weight: null };
}

/** The part of a line that goes to one tuple. */
export interface LinePart {
  tuple: ArrayLike<number>;
  weight: number;
}

/** Every line is cut into parts; parts without weight get nothing and make no line. At least one part must have weight. */
export function splitLines(
  lines: LineTable,
  width: number,
  partsOf: (position: number) => Iterable<LinePart>,
): LineMap {
  const tuples = createTuples(width, lines.count);
  const start = new Uint32Array(lines.count + 1);
  const to: number[] = [];
  const weight: number[] = [];
  for (let position = 0; position < lines.count; position += 1) {
    for (const part of partsOf(position)) {
      if (!(part.weight > 0)) continue;
      to.push(tuples.rowOf(part.tuple));
      weight.push(part.weight);
    }
    if (to.length === start[position]) throw new RangeError(`the line at ${position} has no part`);
    start[position + 1] = to.length;
  }
  return { codes: tuples.codes(), start, to: Uint32Array.from(to), weight: Float64Array.from(weight) };
}
