import { amountOf } from './cellEntry';
import type { CellReading } from './cellReading';
import { fillTarget } from './fillBlock';
import type { FillAsked } from './gridSession';
import type { GridSurface } from './gridSurface';

/** The first row or column of the source in the direction of the fill: what a line or a growth would go on from. */
export function fillLine(asked: FillAsked, reading: CellReading, surface: GridSurface): (number | null)[] {
  const target = fillTarget(asked);
  if (!target) return [];
  const { source } = asked;
  const down = target.along === 'rows';
  const [from, to] = down ? [source.top, source.bottom] : [source.left, source.right];
  const line = Array.from({ length: to - from + 1 }, (_, i) => {
    const at = down ? { row: from + i, column: source.left } : { row: source.top, column: from + i };
    const cell = surface.cellAt(at);
    return cell?.field ? amountOf(reading.number(cell.row, cell.columnId), cell.field) : null;
  });
  return target.back ? line.reverse() : line;
}
