import { codeKey, levelKey } from './levelKey';
import type { CodeArray } from './lineTable';
import { sortPositions } from './sortPositions';
import type { ViewLevel } from './view';

/** The physical order of lines: by the levels of the main hierarchy, then by all leaf codes, so equal tuples meet. */
export function mainOrder(order: ViewLevel[], codes: CodeArray[], count: number): Uint32Array {
  const keys = order.map((level) => levelKey(level, codes[level.column], count));
  return sortPositions([...keys, ...codes.map((column) => codeKey(column, count))], count);
}
