import { describe, expect, it } from 'vitest';
import { CALENDAR_YEAR, type FiscalCalendar, ISO_WEEKS } from '~/domain/calendar';
import type { CellRef } from '~/domain/cell';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import { counterparts, planYears } from '~/domain/planYears';
import { selectionTotals } from '~/engine/cube/index';
import { memberName, openedPlan } from '~/plan/document';
import { selectionOf } from '~/plan/resolve';
import { spreadPreview } from '~/plan/views/spreadPreview';
import {
  batchOf,
  createWorkspace,
  day,
  type OrderLine,
  type SmallWorkspace,
  settingsOf,
} from '../support/smallWorkspace';

const FOUR_FOUR_FIVE: FiscalCalendar = {
  kind: 'pattern',
  pattern: '445',
  startMonth: 1,
  nameBy: 'end',
  weekRule: { weekday: 7, end: 'nearest' },
};

/** Every third day of 2024 and 2025, North and South in turn, amounts that tell the days apart. */
const LINES: OrderLine[] = Array.from({ length: 243 }, (_, i) => {
  const at = new Date(Date.UTC(2024, 0, 1 + i * 3));
  return { on: at.toISOString().slice(0, 10), amount: 1_000 + i, region: i % 2 ? 'North' : 'South', product: 'Oil' };
});
const REGIONS = ['North', 'South'] as const;

function planned(calendar: FiscalCalendar, years: number): { workspace: SmallWorkspace; plan: Plan } {
  const workspace = createWorkspace('2026-01-16');
  const coverage = { from: '2023-12-25', to: '2025-12-31' };
  workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(LINES, { coverage }));
  const settings = settingsOf({
    calendar,
    years,
    fiscalYear: 2026,
    target: 1_000_000,
    dimensions: ['region', 'product'],
  });
  workspace.run({ name: 'plan/create', settings });
  const plan = openedPlan(workspace.document);
  if (!plan) throw new Error('no plan');
  return { workspace, plan };
}

const sold = (region: string, from: number, to: number): number =>
  LINES.reduce(
    (sum, line) => (line.region === region && day(line.on) >= from && day(line.on) <= to ? sum + line.amount : sum),
    0,
  );

function amountAt({ document }: SmallWorkspace, plan: Plan, cell: CellRef): number {
  const column = document.open?.columns.get('base/target/sales');
  return column ? selectionTotals(column, selectionOf(document, plan, cell)).sum : Number.NaN;
}

const codeOf = ({ document }: SmallWorkspace, name: string): number =>
  document.members.get('region')?.byCode.findIndex((_, code) => memberName(document, 'region', code) === name) ?? -1;

describe('a spread by last year', () => {
  it.each([
    ['months', CALENDAR_YEAR, 1],
    ['periods of 4-4-5 weeks', FOUR_FOUR_FIVE, 1],
    ['weeks', ISO_WEEKS, 1],
    ['months of the first of two years', CALENDAR_YEAR, 2],
    ['weeks of the first of two years', ISO_WEEKS, 2],
  ] as const)('gives %s exactly what was sold in the periods they are compared with', (_, calendar, years) => {
    const { workspace, plan } = planned(calendar, years);
    const spans = counterparts(plan);
    const { first, last } = planYears(plan)[0];
    // Only periods whose counterpart is wholly known: the others take a season, not sales.
    const known = plan.periods
      .slice(first, last + 1)
      .filter((_period, p) => (spans[p]?.to ?? Infinity) <= day('2025-12-31'));
    expect(known.length).toBeGreaterThan(plan.periods.length / years - 2);
    const spanOf = (id: string) => spans[plan.periods.findIndex((period) => period.id === id)] ?? { from: 0, to: -1 };
    const total = known.reduce(
      (sum, { id }) => sum + REGIONS.reduce((all, region) => all + sold(region, spanOf(id).from, spanOf(id).to), 0),
      0,
    );
    const cell: CellRef = { column: WORKING_TARGET, at: {}, periods: known.map(({ id }) => id) };
    workspace.run({ name: 'targets/spread', cell, amount: total, basis: { kind: 'lastYear' }, unit: 1 });
    for (const region of REGIONS) {
      for (const { id } of known) {
        const { from, to } = spanOf(id);
        const at = { region: codeOf(workspace, region) };
        expect([id, amountAt(workspace, plan, { ...cell, at, periods: [id] })]).toEqual([id, sold(region, from, to)]);
      }
    }
  });

  it('lays a year that nothing is known of by the season of what is known, and says how many periods those are', () => {
    const { workspace, plan } = planned(FOUR_FOUR_FIVE, 2);
    const years = planYears(plan).map(({ first, last }) => plan.periods.slice(first, last + 1).map(({ id }) => id));
    const cell: CellRef = { column: WORKING_TARGET, at: {}, periods: years.flat() };
    const command = { name: 'targets/spread', cell, amount: 2_000_000, basis: { kind: 'lastYear' }, unit: 1 } as const;
    const context = { today: day('2026-01-16'), now: '', seq: 0, batchOf: () => null };
    const preview = spreadPreview(workspace.document, command, { dimension: 'region', context });
    const unknown = counterparts(plan).filter((span) => !span || span.to > day('2025-12-31')).length;
    expect(preview).toMatchObject({
      value: { notes: [{ code: 'spread/unknownMonths', params: { months: unknown } }] },
    });
    workspace.run(command);
    const [first, second] = years.map((periods) => amountAt(workspace, plan, { ...cell, periods }));
    expect(first + second).toBe(2_000_000);
    expect(Math.abs(first / second - 1)).toBeLessThan(0.05);
    const share = (periods: string[]) =>
      amountAt(workspace, plan, { ...cell, at: { region: codeOf(workspace, 'North') }, periods }) /
      amountAt(workspace, plan, { ...cell, periods });
    expect(share(years[1])).toBeCloseTo(share(years[0]), 2);
  });
});
