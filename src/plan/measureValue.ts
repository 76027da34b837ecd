import type { Measure } from '~/domain/plan';
import type { NodeTotals } from '~/engine/cube/index';

/** Decimals of a share that has no scale of its own: 25.34 % is 0.2534. */
export const SHARE_SCALE = 4;

/** Where the parts of a measure are read from: one node in one scenario and target line. */
export interface MeasureCell {
  /** Leaf periods of the cell by index into the plan's, ascending. */
  periods: readonly number[];
  /** Totals of the node in each leaf period of the plan, of the named measure; null where nobody ever planned it. */
  totals: (measure: string) => readonly NodeTotals[] | null;
  /** The goal at this very cell, of the named measure; null where none was set. */
  goal: (measure: string) => number | null;
}

/**
 * What a cell shows, whatever kind its measure is of: an additive one the sum of its periods, a balance its closing value
 * (the last period in which anybody spoke), a distinct count the goal of this very cell, a ratio its numerator over its
 * denominator, each by its own kind. Integers of 10^-scale of the unit; a share in percent as it is (0.1 = 10 %). Null where
 * nobody spoke, and for a ratio without a denominator. Source: kpi sheet, §1.2.
 */
export function measureValue(measures: readonly Measure[], id: string, cell: MeasureCell): number | null {
  const measure = measureOf(measures, id);
  if (!measure) return null;
  if (measure.kind === 'distinct') return cell.goal(id);
  if (measure.kind === 'ratio') return ratioValue(measures, measure, cell);
  const totals = cell.totals(id);
  if (!totals) return null;
  return measure.kind === 'balance' ? closingValue(totals, cell.periods) : spokenSum(totals, cell.periods);
}

export const measureOf = (measures: readonly Measure[], id: string): Measure | null =>
  measures.find((measure) => measure.id === id) ?? null;

/** Whether a measure is shown as a share, with a percent sign. */
export const isShare = (measure: Measure): boolean => measure.kind === 'ratio' && (measure.unit ?? '%') === '%';

/** Decimals in which a measure is planned, shown and typed. */
export const scaleOf = (measure: Measure): number =>
  measure.kind === 'ratio' ? (measure.scale ?? SHARE_SCALE) : measure.scale;

function spokenSum(totals: readonly NodeTotals[], periods: readonly number[]): number | null {
  let sum = 0;
  let spoken = 0;
  for (const period of periods) {
    sum += totals[period].sum;
    spoken += totals[period].spoken;
  }
  return spoken > 0 ? sum : null;
}

function closingValue(totals: readonly NodeTotals[], periods: readonly number[]): number | null {
  for (let i = periods.length - 1; i >= 0; i -= 1) {
    const { sum, spoken } = totals[periods[i]];
    if (spoken > 0) return sum;
  }
  return null;
}

function ratioValue(
  measures: readonly Measure[],
  ratio: Extract<Measure, { kind: 'ratio' }>,
  cell: MeasureCell,
): number | null {
  const numerator = measureOf(measures, ratio.numerator);
  const denominator = measureOf(measures, ratio.denominator);
  // A ratio of ratios has no parts to add up.
  if (!numerator || !denominator || numerator.kind === 'ratio' || denominator.kind === 'ratio') return null;
  const above = measureValue(measures, numerator.id, cell);
  const below = measureValue(measures, denominator.id, cell);
  if (above === null || below === null || below === 0) return null;
  const shift = denominator.scale - numerator.scale + (isShare(ratio) ? 0 : scaleOf(ratio));
  return shift >= 0 ? (above * 10 ** shift) / below : above / (below * 10 ** -shift);
}
