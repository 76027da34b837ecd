import { type Column, columnKey, type Plan } from '~/domain/plan';
import type { RunningTotals } from '~/engine/cube/index';
import { isShare, measureOf, scaleOf } from '../measureValue';

/** How the number of a column over some periods comes about, in terms of the columns a sheet keeps sums of. */
export type MeasureReading =
  /** `distinct` is never summed: it is what the very cell was given as a goal. */
  | { kind: 'additive' | 'balance' | 'distinct'; column: number }
  /** Times 10^shift, which brings both parts and the ratio to its own decimals. */
  | { kind: 'ratio'; numerator: MeasureReading; denominator: MeasureReading; shift: number }
  /** The plan does not know the measure. */
  | { kind: 'none' };

/** What one row gives a reading. */
export interface RowNumbers {
  /** Running totals of each column of the sheet. */
  totals: readonly RunningTotals[];
  /** Goal of the cell that is being read, by column; NaN for none. */
  goalOf: (column: number) => number;
}

const NO_MEASURE: MeasureReading = { kind: 'none' };

/** The reading of a column; `take` gives the place of a column key among those of the sheet, and makes one for it. */
export function measureReading(plan: Plan, column: Column, take: (key: string) => number): MeasureReading {
  const { measures } = plan.groups[0];
  const measure = measureOf(measures, column.measure);
  if (!measure) return NO_MEASURE;
  if (measure.kind !== 'ratio') return { kind: measure.kind, column: take(columnKey(column)) };
  const above = measureOf(measures, measure.numerator);
  const below = measureOf(measures, measure.denominator);
  if (!above || !below || above.kind === 'ratio' || below.kind === 'ratio') return NO_MEASURE;
  return {
    kind: 'ratio',
    numerator: measureReading(plan, { ...column, measure: above.id }, take),
    denominator: measureReading(plan, { ...column, measure: below.id }, take),
    shift: below.scale - above.scale + (isShare(measure) ? 0 : scaleOf(measure)),
  };
}

/**
 * The number of a node over the periods first … end − 1; NaN where nobody has spoken. The same as `measureValue`, from
 * running totals: additive measures are summed, a balance shows its last spoken period, a distinct count its goal, a ratio
 * divides its parts and is NaN without a denominator.
 */
export function readMeasure(reading: MeasureReading, row: RowNumbers, [first, end]: Span): number {
  switch (reading.kind) {
    case 'additive': {
      const { sum, spoken } = row.totals[reading.column];
      return spoken[end] === spoken[first] ? Number.NaN : sum[end] - sum[first];
    }
    case 'balance': {
      const { sum, spoken } = row.totals[reading.column];
      for (let p = end; p > first; p -= 1) if (spoken[p] !== spoken[p - 1]) return sum[p] - sum[p - 1];
      return Number.NaN;
    }
    case 'distinct':
      return row.goalOf(reading.column);
    case 'ratio': {
      const above = readMeasure(reading.numerator, row, [first, end]);
      const below = readMeasure(reading.denominator, row, [first, end]);
      if (below === 0) return Number.NaN;
      const { shift } = reading;
      return shift >= 0 ? (above * 10 ** shift) / below : above / (below * 10 ** -shift);
    }
    default:
      return Number.NaN;
  }
}

export type Span = readonly [first: number, end: number];

/** The column whose leaves are held, typed and bounded where this reading is shown: a ratio moves its numerator. */
export function leavesOf(reading: MeasureReading): number | null {
  if (reading.kind === 'ratio') return leavesOf(reading.numerator);
  return reading.kind === 'none' ? null : reading.column;
}

/** All columns it reads, by their places. */
export function columnsOf(reading: MeasureReading): number[] {
  if (reading.kind === 'none') return [];
  return reading.kind === 'ratio'
    ? [...columnsOf(reading.numerator), ...columnsOf(reading.denominator)]
    : [reading.column];
}
