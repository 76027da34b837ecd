import type { RangeSummary } from '~/domain/range';
import { CELL_BLANK, CELL_NONE, CELL_UNKNOWN, type SheetField } from '~/domain/sheet';
import type { CellNumber } from './blockCache';

/** Numbers that no sum can be made of. */
export const isRatioField = ({ isRatio, kind }: Pick<SheetField, 'isRatio' | 'kind'>): boolean =>
  isRatio ?? (kind === 'growth' || kind === 'overAssignment' || kind === 'differenceShare');

export const isSpoken = (cell: CellNumber | null): cell is CellNumber =>
  cell !== null && (cell.flags & (CELL_BLANK | CELL_UNKNOWN | CELL_NONE)) === 0;

export const NO_NUMBERS: RangeSummary = {
  cells: 0,
  numbers: 0,
  sum: null,
  average: null,
  min: null,
  max: null,
  share: null,
};

/** Count, sum and ends of cells that are at hand. Blanks are not counted, ratios are in no sum. */
export function summarise(
  fields: readonly (SheetField | null)[],
  rows: number,
  read: (row: number, field: number) => CellNumber | null,
): RangeSummary {
  let [numbers, sum, min, max] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let cells = 0;
  for (let column = 0; column < fields.length; column++) {
    const field = fields[column];
    cells += rows;
    if (!field || isRatioField(field)) continue;
    for (let row = 0; row < rows; row++) {
      const cell = read(row, column);
      if (!isSpoken(cell)) continue;
      numbers += 1;
      sum += cell.value;
      if (cell.value < min) min = cell.value;
      if (cell.value > max) max = cell.value;
    }
  }
  return numbers === 0
    ? { ...NO_NUMBERS, cells }
    : { cells, numbers, sum, average: sum / numbers, min, max, share: null };
}

/** Two parts of one selection that were counted apart. */
export function joinSummaries(a: RangeSummary, b: RangeSummary): RangeSummary {
  const numbers = a.numbers + b.numbers;
  const sum = a.sum === null && b.sum === null ? null : (a.sum ?? 0) + (b.sum ?? 0);
  const least = [a.min, b.min].filter((value) => value !== null);
  const most = [a.max, b.max].filter((value) => value !== null);
  return {
    cells: a.cells + b.cells,
    numbers,
    sum,
    average: sum === null || numbers === 0 ? null : sum / numbers,
    min: least.length > 0 ? Math.min(...least) : null,
    max: most.length > 0 ? Math.max(...most) : null,
    share: a.share === null && b.share === null ? null : (a.share ?? 0) + (b.share ?? 0),
  };
}
