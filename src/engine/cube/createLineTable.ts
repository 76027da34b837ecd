import type { DimensionId } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { codeArray, type LineTable, largestCode } from './lineTable';
import { mainOrder } from './mainOrder';
import type { ViewLevel } from './view';

export interface LineTableOptions {
  dimensions: DimensionId[];
  /** Leaf member codes, one array per dimension, all of one length. */
  codes: Uint32Array[];
  /** The main hierarchy from the top; ties go by the leaf codes of all dimensions in their order. */
  order: ViewLevel[];
}

/**
 * The lines of a new generation, physically sorted by the main hierarchy; line ids count in that order. `source[position]`
 * is the row of the input that landed there, so that values can be brought into the same order.
 * Tuples that occur more than once are refused (`plan/duplicateLine` with their number). No lines is a valid table.
 */
export function createLineTable(options: LineTableOptions): Result<{ lines: LineTable; source: Uint32Array }> {
  const { dimensions, codes, order } = options;
  if (codes.length !== dimensions.length)
    throw new RangeError(`${codes.length} columns, ${dimensions.length} dimensions`);
  const count = codes.length === 0 ? 0 : codes[0].length;
  if (codes.some((column) => column.length !== count)) throw new RangeError('code columns of different length');

  const source = mainOrder(order, codes, count);
  const twice = countDuplicates(codes, source);
  if (twice > 0) return fail(issue('plan/duplicateLine', { lines: twice }));

  const identity = Uint32Array.from(source.keys());
  return ok({
    source,
    lines: {
      dimensions: [...dimensions],
      count,
      sorted: count,
      codes: codes.map((column) => {
        const sorted = codeArray(count, largestCode(column, count));
        for (let i = 0; i < count; i++) sorted[i] = column[source[i]];
        return sorted;
      }),
      lineId: identity,
      positionOf: identity.slice(),
      nextLine: count,
      index: null,
    },
  });
}

/** Lines that repeat the one before them. */
function countDuplicates(codes: Uint32Array[], source: Uint32Array): number {
  let twice = 0;
  for (let i = 1; i < source.length; i++)
    if (codes.every((column) => column[source[i]] === column[source[i - 1]])) twice++;
  return twice;
}
