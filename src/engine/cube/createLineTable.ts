import type { DimensionId } from '~/domain/dimension';
import type { Result } from '~/domain/result';
import type { LineTable } from './lineTable';
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
 * A tuple that occurs twice is refused (`plan/duplicateLine`, all of them counted). No lines is a valid table.
 */
export function createLineTable(_options: LineTableOptions): Result<{ lines: LineTable; source: Uint32Array }> {
  throw new RangeError('not built yet');
}
