import type { LineTable } from './lineTable';
import type { Rows } from './rows';

/** A condition on one dimension: `under` by leaf code, 1 = inside. Codes beyond its end are outside. */
export interface LineFilter {
  column: number;
  under: Uint8Array;
}

/** The lines that meet all filters, as a range where they are contiguous. No filter selects all lines. */
export function selectLines(_lines: LineTable, _filters: LineFilter[]): Rows {
  throw new RangeError('not built yet');
}
