import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import type { ChartKind, PlanChart } from '~/domain/range';
import { createFactCache } from '~/plan/facts';
import { periodFacts } from '~/plan/periodFacts';
import { planChart } from '~/plan/views/planChart';
import { createSheet } from '~/plan/views/sheet';
import { createSmallPlan } from '../support/smallPlan';

function chartsOf(small: ReturnType<typeof createSmallPlan>) {
  const { document, plan } = small;
  const sheet = createSheet(document, { dimensions: ['region', 'seller'], column: WORKING_TARGET, open: null }, 1);
  if (!sheet.ok) throw new Error('no sheet');
  const facts = periodFacts(document, plan, sheet.value.view, createFactCache());
  const context = { plan, facts };
  return (kind: ChartKind, row = 'all', periods = plan.periods.map(({ id }) => id)): PlanChart => {
    const chart = planChart(document, sheet.value, { query: { kind, sheet: 1, row, periods }, context });
    if (!chart.ok) throw new Error(chart.issues[0].code);
    return chart.value;
  };
}

const sumOf = (chart: PlanChart) => chart.parts.reduce((sum, { target }) => sum + (target ?? 0), 0);
const steps = (chart: PlanChart) => chart.parts.slice(1, -1).reduce((sum, { target }) => sum + (target ?? 0), 0);

test('months and rows below add up to the row they take apart', () => {
  const chart = chartsOf(createSmallPlan());
  for (const kind of ['season', 'treemap', 'pareto'] as const) {
    const shown = chart(kind);
    expect(sumOf(shown)).toBe(shown.target);
    expect(shown.parts.length).toBeGreaterThan(1);
  }
});

test('the rows of a chart bear the ids of the sheet, largest first', () => {
  const chart = chartsOf(createSmallPlan());
  const { parts } = chart('pareto');
  expect(parts.every(({ id }) => /^region:\d+$/.test(id))).toBe(true);
  const amounts = parts.map(({ target }) => target ?? 0);
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  const below = chart('treemap', parts[0].id);
  expect(below.label).toBe(parts[0].label);
  expect(below.parts.every(({ id }) => id.startsWith(`${parts[0].id}/seller:`))).toBe(true);
  expect(sumOf(below)).toBe(parts[0].target);
});

test('the steps of a bridge lead from last year to the target', () => {
  const shown = chartsOf(createSmallPlan())('waterfall');
  expect(shown.parts[0]).toMatchObject({ id: 'lastYear', target: shown.lastYear });
  expect(shown.parts.at(-1)).toMatchObject({ id: 'target', target: shown.target });
  expect(steps(shown)).toBe((shown.target ?? 0) - (shown.lastYear ?? 0));
});

test('planned growth sources take the place of the rows, and what they leave open is unexplained', () => {
  const small = createSmallPlan();
  const north = small.at({ region: 'North' });
  const source = { id: 'gs1', plan: small.plan.id, at: north, kind: 'price' as const, amount: 700, note: '' };
  small.document.records.growthSource.set(source.id, source);
  const shown = chartsOf(small)('waterfall');
  expect(shown.parts.map(({ id }) => id)).toEqual(['lastYear', 'price', 'unexplained', 'target']);
  expect(shown.parts[1].target).toBe(700);
  expect(steps(shown)).toBe((shown.target ?? 0) - (shown.lastYear ?? 0));
});

test('a source of another branch is none of this row', () => {
  const small = createSmallPlan();
  const north = small.at({ region: 'North' });
  small.document.records.growthSource.set('gs1', {
    id: 'gs1',
    plan: small.plan.id,
    at: north,
    kind: 'price',
    amount: 700,
    note: '',
  });
  const south = `region:${small.at({ region: 'South' }).region}`;
  expect(chartsOf(small)('waterfall', south).parts.map(({ id }) => id)).not.toContain('price');
});

test('without a known last year there is no bridge, and nothing is taken for 0', () => {
  const small = createSmallPlan();
  const { document, plan } = small;
  const sheet = createSheet(document, { dimensions: ['region'], column: WORKING_TARGET, open: null }, 1);
  if (!sheet.ok) throw new Error('no sheet');
  const query = { kind: 'waterfall' as const, sheet: 1, row: 'all', periods: plan.periods.map(({ id }) => id) };
  const chart = planChart(document, sheet.value, { query, context: { plan, facts: null } });
  expect(chart.ok && chart.value).toMatchObject({ lastYear: null, parts: [] });
});

test('a row the sheet does not show is refused', () => {
  expect(() => chartsOf(createSmallPlan())('season', 'region:999')).toThrow('plan/unknown');
});
