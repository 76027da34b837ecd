import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import type { ChartKind, PlanChart } from '~/domain/range';
import type { SheetQuery } from '~/domain/sheet';
import { openedPlan } from '~/plan/document';
import { createFactCache } from '~/plan/facts';
import { planChart } from '~/plan/views/planChart';
import { createSheet } from '~/plan/views/sheet';
import { sheetFacts } from '~/plan/views/sheetFacts';
import { createSmallPlan } from '../support/smallPlan';

function chartsOf({ document }: ReturnType<typeof createSmallPlan>, query: Partial<SheetQuery> = {}) {
  const plan = openedPlan(document);
  const asked = { dimensions: ['region', 'seller'], column: WORKING_TARGET, open: null, ...query };
  const sheet = createSheet(document, asked, 1);
  if (!plan || !sheet.ok) throw new Error('no sheet');
  const facts = sheetFacts(document, plan, sheet.value, createFactCache());
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

test('sources are of the first year and of all under a node: several years or a filter show the rows', () => {
  const small = createSmallPlan();
  const north = small.at({ region: 'North' });
  small.run({ name: 'growth/set', at: north, kind: 'price', amount: 700, note: '' });
  small.run({ name: 'time/addYears', years: 1 });
  const periods = openedPlan(small.document)?.periods.map(({ id }) => id) ?? [];
  const idsOf = (chart: PlanChart) => chart.parts.map(({ id }) => id);
  const all = chartsOf(small);
  expect(idsOf(all('waterfall', 'all', periods.slice(0, 12)))).toEqual(['lastYear', 'price', 'unexplained', 'target']);
  for (const some of [periods.slice(0, 11), periods.slice(1, 13), periods]) {
    expect(idsOf(all('waterfall', 'all', some))).not.toContain('price');
  }
  const seller = small.at({ seller: 'Ann' }).seller;
  const filtered = chartsOf(small, { filters: [{ dimension: 'seller', members: [seller] }] });
  expect(idsOf(filtered('waterfall', 'all', periods.slice(0, 12)))).not.toContain('price');
});

test('a balance shows what it closes with, a ratio no parts, and neither is set against sales', () => {
  const small = createSmallPlan();
  const plan = openedPlan(small.document);
  if (!plan) throw new Error('no plan');
  const measures = [
    { id: 'stock', kind: 'balance', scale: 0, unit: 'pieces' },
    { id: 'turn', kind: 'ratio', numerator: 'sales', denominator: 'stock' },
  ] as const;
  const [group] = plan.groups;
  const groups = [{ ...group, measures: [...group.measures, ...measures] }];
  small.document.records.plan.set(plan.id, { ...plan, groups });
  const column = { ...WORKING_TARGET, measure: 'stock' };
  for (const [region, period, amount] of [
    ['North', '2026-01', 10],
    ['North', '2026-03', 8],
    ['South', '2026-03', 5],
  ] as const) {
    small.run({ name: 'targets/setCell', cell: { column, at: small.at({ region }), periods: [period] }, amount });
  }
  const stock = chartsOf(small, { column });
  const pareto = stock('pareto');
  expect(pareto.target).toBe(13);
  expect(sumOf(pareto)).toBe(13);
  expect(
    stock('season')
      .parts.map(({ target }) => target)
      .slice(0, 3),
  ).toEqual([10, null, 13]);
  expect(stock('waterfall')).toMatchObject({ lastYear: null, parts: [] });
  const turn = chartsOf(small, { column: { ...WORKING_TARGET, measure: 'turn' } });
  expect(turn('treemap').target).toBeNull();
  expect(turn('season').parts).toEqual([]);
});
