import type { RangeSummary, SheetRange } from '~/domain/range';
import { ratioOf } from '~/domain/ratio';
import { CELL_BLANK, CELL_NEW, CELL_NONE, CELL_UNKNOWN } from '~/domain/sheet';
import { createRunningTotals, readNode } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { fillRow } from './fillRow';
import type { Sheet } from './sheet';
import { type BlockContext, sheetScene } from './sheetScene';

const NO_NUMBER = CELL_BLANK | CELL_UNKNOWN | CELL_NONE | CELL_NEW;

/**
 * What the status bar says of a rectangle of a sheet, over all its rows whether a screen has loaded them or not. Blanks,
 * unknowns and cells without meaning are not counted; shares are in no sum and no average, and where amounts are among
 * the numbers the smallest and largest are of the amounts. `share` is the sum over the total of the sheet's own column.
 */
export function rangeSummary(
  document: PlanDocument,
  sheet: Sheet,
  { range, context }: { range: SheetRange; context: BlockContext },
): RangeSummary {
  const first = Math.max(0, Math.min(range.first, sheet.nodes.length));
  const count = Math.max(0, Math.min(range.count, sheet.nodes.length - first));
  const asked = range.fields.map((id) => sheet.fields.findIndex((field) => field.id === id)).filter((f) => f >= 0);
  const row = { values: new Float64Array(sheet.fields.length), flags: new Uint16Array(sheet.fields.length), offset: 0 };
  const scene = sheetScene(document, sheet, context);
  const amounts = createTally();
  const shares = createTally();
  for (let r = 0; r < count; r += 1) {
    fillRow(scene, sheet.nodes[first + r], row);
    for (const f of asked) {
      if ((row.flags[f] & NO_NUMBER) !== 0) continue;
      take(sheet.fields[f].isRatio ? shares : amounts, row.values[f]);
    }
  }
  const shown = amounts.numbers > 0 ? amounts : shares;
  const sum = amounts.numbers > 0 ? amounts.sum : null;
  return {
    cells: count * asked.length,
    numbers: amounts.numbers + shares.numbers,
    sum,
    average: sum === null ? null : sum / amounts.numbers,
    min: shown.numbers > 0 ? shown.min : null,
    max: shown.numbers > 0 ? shown.max : null,
    share: ratioOf(sum, totalOf(sheet)),
  };
}

interface Tally {
  numbers: number;
  sum: number;
  min: number;
  max: number;
}

const createTally = (): Tally => ({
  numbers: 0,
  sum: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
});

function take(tally: Tally, value: number): void {
  tally.numbers += 1;
  tally.sum += value;
  if (value < tally.min) tally.min = value;
  if (value > tally.max) tally.max = value;
}

function totalOf({ columns: [{ sums }] }: Sheet): number {
  const total = createRunningTotals(sums.periods);
  readNode(sums, 0, total);
  return total.sum[sums.periods];
}
