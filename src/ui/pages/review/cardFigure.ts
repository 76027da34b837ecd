import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';
import type { KpiUnit } from '~/domain/kpi';
import type { KpiCard } from '~/domain/view';

/** How a number of a KPI is written: which function of the format, how many decimals, which word after it. */
export interface FigureShape {
  kind: 'percent' | 'signedPercent' | 'money' | 'number';
  decimals: number;
  unit:
    | 'percent'
    | 'perDay'
    | 'customers'
    | 'categories'
    | 'orders'
    | 'days'
    | 'hours'
    | 'months'
    | 'points'
    | 'times'
    | null;
}

const SIGNED: ReadonlySet<string> = new Set(['growthYoY', 'growthPrior', 'customerGrowth']);

const BY_UNIT: Record<KpiUnit, FigureShape> = {
  percent: { kind: 'percent', decimals: 1, unit: 'percent' },
  money: { kind: 'money', decimals: 0, unit: null },
  moneyPerDay: { kind: 'money', decimals: 0, unit: 'perDay' },
  count: { kind: 'number', decimals: 0, unit: 'customers' },
  days: { kind: 'number', decimals: 0, unit: 'days' },
  hours: { kind: 'number', decimals: 0, unit: 'hours' },
  months: { kind: 'number', decimals: 1, unit: 'months' },
  times: { kind: 'number', decimals: 1, unit: 'times' },
  points: { kind: 'number', decimals: 0, unit: 'points' },
};

/** Growth carries its sign; a mean of counts carries a decimal and the word of what is counted. */
export function figureShape({ id, unit }: Pick<KpiCard, 'id' | 'unit'>): FigureShape {
  if (SIGNED.has(id)) return { kind: 'signedPercent', decimals: 1, unit: 'percent' };
  if (id === 'ordersPerCustomer') return { kind: 'number', decimals: 1, unit: 'orders' };
  if (id === 'productBreadth') return { kind: 'number', decimals: 1, unit: 'categories' };
  return BY_UNIT[unit];
}

/** A gap below zero is a surplus: the word turns, the number stays without a minus. */
export const isSurplus = ({ id, value }: Pick<KpiCard, 'id' | 'value'>): boolean =>
  id === 'gap' && value !== null && value < 0;

/** Fewer than this many of the view's unit say too little: the amount is then shown in single units. */
const FEW = 10;

/** Of the size of one order, not of a plan: always in single units. */
const SINGLE: ReadonlySet<string> = new Set(['averageOrderValue']);

export const isSingle = (kpi: string): boolean => SINGLE.has(kpi);

/** The unit an amount is shown in: the view's, or single ones where it would be a handful of thousands. */
export function moneyUnit(amount: number, view: { unit: DisplayUnit; minorUnit: number }): DisplayUnit {
  const shown = Math.abs(amount) / 10 ** view.minorUnit / DISPLAY_UNITS[view.unit];
  return amount === 0 || shown >= FEW ? view.unit : 'one';
}

/** Decimals of an amount in single units: none, but all of them for a sum that is small itself. */
export const singleDecimals = (amount: number, minorUnit: number): number =>
  Math.abs(amount) / 10 ** minorUnit < 100 ? minorUnit : 0;

/** The trend from its first known value on; null where there is no line to draw, or only a clock would be drawn. */
export function trendLine({ id, trend }: Pick<KpiCard, 'id' | 'trend'>): (number | null)[] | null {
  if (id === 'timeProgress' || id === 'planToDate') return null;
  const first = trend.findIndex(({ value }) => value !== null);
  const values = first < 0 ? [] : trend.slice(first).map(({ value }) => value);
  return values.filter((value) => value !== null).length > 1 ? values : null;
}
