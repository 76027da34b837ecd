import type { SheetBlock, SheetFooter } from '~/domain/sheet';
import { createRunningTotals, readNode } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { goalValue } from '../goalValue';
import { sumUnplaced } from '../periodFacts';
import { fillRow } from './fillRow';
import { readMeasure } from './measureReading';
import { type Sheet, withinOf } from './sheet';
import { type BlockContext, type SheetScene, sheetScene } from './sheetScene';

export type { BlockContext } from './sheetScene';

/** Numbers of the small line of a row. */
export const TREND_POINTS = 12;

/** The numbers of consecutive visible rows, with what stands behind each. Rows beyond the sheet are left out. */
export function sheetBlock(
  document: PlanDocument,
  sheet: Sheet,
  window: { first: number; count: number; context: BlockContext },
): SheetBlock {
  const { context } = window;
  const first = Math.max(0, Math.min(window.first, sheet.nodes.length));
  const count = Math.max(0, Math.min(window.count, sheet.nodes.length - first));
  const width = sheet.fields.length;
  const values = new Float64Array(count * width);
  const flags = new Uint16Array(count * width);
  const hasTrend = sheet.fields.some(({ kind }) => kind === 'trend');
  const trend = hasTrend ? new Float64Array(count * TREND_POINTS) : null;
  const scene = sheetScene(document, sheet, context);
  for (let r = 0; r < count; r += 1) {
    fillRow(scene, sheet.nodes[first + r], { values, flags, offset: r * width });
    if (trend) fillTrend(scene, trend, r * TREND_POINTS);
  }
  return {
    sheet: sheet.id,
    version: sheet.version,
    revision: context.revision,
    first,
    count,
    values,
    flags,
    footer: footerOf(document, scene),
    ...(trend ? { trend } : {}),
  };
}

/** The first year in twelve parts, 0 where nobody has spoken; with more periods than points neighbours go together. */
function fillTrend({ sheet, row, fields }: SheetScene, trend: Float64Array, offset: number): void {
  const own = sheet.readings[0];
  if (!own) return;
  const year = fields.firstYear;
  for (let point = 0; point < TREND_POINTS; point += 1) {
    const from = Math.floor((point * year) / TREND_POINTS);
    const to = Math.floor(((point + 1) * year) / TREND_POINTS);
    trend[offset + point] = readMeasure(own, row, [from, to]) || 0;
  }
}

/** What the sheet shows as a whole, by the kind of its measure: with filters, of what is shown. */
function footerOf(document: PlanDocument, { sheet, context, marks }: SheetScene): SheetFooter {
  const { plan, facts } = context;
  const { sums } = sheet.columns[0];
  const totals = sheet.columns.map((column) => {
    const all = createRunningTotals(column.sums.periods);
    readNode(column.sums, 0, all);
    return all;
  });
  const [root] = totals;
  const periods = plan.periods.map(({ id }) => id);
  const goal = goalValue(document, { column: sheet.query.column, at: {}, periods, ...withinOf(sheet.query) });
  const own = sheet.readings[0];
  // What is counted anew at every node is its goal there.
  const goalOf = (column: number): number => (column === 0 ? (goal ?? Number.NaN) : Number.NaN);
  const shown = own ? readMeasure(own, { totals, goalOf }, [0, sums.periods]) : Number.NaN;
  const allocated = Number.isNaN(shown) ? null : shown;
  return {
    allocated,
    goal,
    unallocated: goal === null || own?.kind === 'ratio' ? null : goal - (allocated ?? 0),
    hasNodeGoals: marks.hasNodeGoals,
    holds: marks.holds.length + root.held[sums.periods],
    notInPlan: facts ? sumUnplaced(facts, 0, facts.actual) : null,
  };
}
