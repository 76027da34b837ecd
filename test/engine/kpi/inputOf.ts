import { fiscalYear } from '~/domain/calendar';
import type { KpiId } from '~/domain/kpi';
import { buildFactTable, customerHistory, evaluateKpis, type KpiInput, type KpiResult } from '~/engine/kpi';
import { day, type Line, segmentOf } from './segmentOf';

const fiscal = { kind: 'months', startMonth: 1, nameBy: 'start' } as const;

/** A node of calendar year 2026 without holidays, known from 2023 on, 1,200 minor units planned a month. */
export function inputOf(lines: readonly Line[], more: Partial<KpiInput> = {}): KpiInput {
  const facts = buildFactTable([segmentOf(lines)], { dimensions: ['customer', 'product', 'seller'] });
  return {
    facts,
    history: customerHistory(facts, { customers: 100, returnDays: 30 }),
    coverage: [{ from: day('2023-01-01'), to: day('2026-12-31') }],
    holidays: 'none',
    fiscal,
    asOf: day('2026-12-31'),
    period: { from: day('2026-03-01'), to: day('2026-03-31') },
    targets: { periods: fiscalYear(fiscal, 2026).periods, amounts: new Array(12).fill(1200) },
    trend: 0,
    ...more,
  };
}

/** One KPI of an input. */
export function kpiOf(id: KpiId, input: KpiInput): KpiResult {
  const [result] = evaluateKpis({ ...input, ids: [id] });
  return result;
}

/** The same amount by one customer on the first of every month from one month to another, both inside. */
export function monthly(from: string, to: string, line: Omit<Line, 'on'>): Line[] {
  const lines: Line[] = [];
  let [year, month] = from.split('-').map(Number);
  const [lastYear, lastMonth] = to.split('-').map(Number);
  while (year < lastYear || (year === lastYear && month <= lastMonth)) {
    lines.push({ ...line, on: `${year}-${month}-1` });
    month++;
    if (month > 12) {
      month = 1;
      year++;
    }
  }
  return lines;
}
