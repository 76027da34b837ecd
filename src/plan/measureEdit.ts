import type { CellRef } from '~/domain/cell';
import { issue } from '~/domain/issue';
import { columnKey, type Measure, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { type NodeTotals, selectionTotals } from '~/engine/cube/index';
import type { OpenPlan, PlanDocument } from './document';
import { goalValue } from './goalValue';
import { isShare, type MeasureCell, measureOf, measureValue, scaleOf } from './measureValue';
import { rowsAt } from './resolve';
import { scaledProduct } from './scaledProduct';

/** What a typed amount means: leaves to be spread on, or a goal of the very cell. */
export interface MeasureEdit {
  kind: 'leaves' | 'goal';
  cell: CellRef;
  amount: number;
}

/**
 * What typing an amount into a cell of any kind of measure means. Additive: the cell itself. A balance over several periods:
 * its closing one, the last that is not closed. A distinct count: the goal of this cell. A ratio: its numerator, so that
 * the typed ratio (an integer of its scale, 2534 = 25.34 %) times the denominator is the new amount, rounded half away
 * from zero; refused without a denominator. Nothing is changed.
 */
export function measureEdit(
  document: PlanDocument,
  { open, plan }: { open: OpenPlan; plan: Plan },
  { cell, amount }: { cell: CellRef; amount: number },
): Result<MeasureEdit> {
  const { measures } = plan.groups[0];
  const measure = measureOf(measures, cell.column.measure);
  if (!measure) return fail(issue('measure/unknown', { measure: cell.column.measure }));
  if (measure.kind !== 'ratio') {
    return ok({
      kind: measure.kind === 'distinct' ? 'goal' : 'leaves',
      cell: measure.kind === 'balance' ? closingCell(plan, cell) : cell,
      amount,
    });
  }
  const denominator = measureOf(measures, measure.denominator);
  const numerator = measureOf(measures, measure.numerator);
  if (!denominator || denominator.kind === 'ratio' || !numerator || numerator.kind === 'ratio') {
    return fail(issue('measure/unknown', { measure: measure.id }));
  }
  const below = measureValue(measures, denominator.id, measureCellAt(document, { open, plan }, cell));
  if (below === null || below === 0) return fail(issue('cell/noDenominator'));
  const shift = numerator.scale - denominator.scale - scaleOf(measure);
  return measureEdit(
    document,
    { open, plan },
    {
      cell: { ...cell, column: { ...cell.column, measure: numerator.id } },
      amount: scaledProduct(amount, below, shift),
    },
  );
}

/** The parts of any measure at a cell, read from the open plan's columns. */
export function measureCellAt(
  document: PlanDocument,
  { open, plan }: { open: OpenPlan; plan: Plan },
  cell: CellRef,
): MeasureCell {
  const rows = rowsAt(document, open, cell.at, cell.within);
  return {
    periods: cell.periods.map((id) => plan.periods.findIndex((period) => period.id === id)),
    totals: (measure): NodeTotals[] | null => {
      const column = open.columns.get(columnKey({ ...cell.column, measure }));
      return column ? plan.periods.map((_, p) => selectionTotals(column, { rows, periods: [p] })) : null;
    },
    goal: (measure) => goalValue(document, { ...cell, column: { ...cell.column, measure } }),
  };
}

/** A balance stands at the end of its periods: the last of them that is still open, or the last where all are closed. */
function closingCell(plan: Plan, cell: CellRef): CellRef {
  const open = cell.periods.filter((id) => !plan.closedPeriods.includes(id));
  const closing = open[open.length - 1] ?? cell.periods[cell.periods.length - 1];
  return { ...cell, periods: [closing] };
}

/** What a measure's numbers look like: a share with a percent sign, or an amount with so many decimals of a unit. */
export const measureLook = (measure: Measure): { isRatio: boolean; scale: number; unit: string } => ({
  isRatio: isShare(measure),
  scale: scaleOf(measure),
  unit: measure.unit ?? '%',
});
