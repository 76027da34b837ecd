import type { PlanSettings } from '~/domain/command';
import type { Hierarchy, Member } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import {
  buildView,
  type ColumnData,
  createColumn,
  createLineTable,
  type LineTable,
  type View,
  type ViewLevel,
} from '~/engine/cube/index';
import { type DaySpan, type FactTable, nodeFacts, rowSums } from '~/engine/facts/index';
import { layOut } from '~/engine/targets/index';
import { type Base, type BaseFacts, baseOf } from './base';
import { baseFacts, firstYear, workAround } from './baseFacts';
import type { PlanDocument } from './document';
import { factsOf, type MonthCoverage, monthCoverage } from './facts';
import { copyHierarchies } from './hierarchies';
import { holidaysOf } from './holidays';
import { createMembers, indexMembers, type Members } from './members';
import { monthProfiles, workingDayProfile } from './profiles';
import { added } from './records';
import { levelsOf } from './resolve';
import { repeatedShares } from './shares';

/** A new plan's lines with their first numbers. */
export interface Layout {
  lines: LineTable;
  order: ViewLevel[];
  target: ColumnData;
  base: Base;
  /** The base by period and position. */
  baseAmount: Float64Array[];
  hierarchies: Hierarchy[];
}

export interface LayoutOptions {
  settings: PlanSettings;
  plan: Plan;
  /** Members that come with the plan, by dimension. */
  members: Map<string, Member[]>;
}

/**
 * Lines from the tuples the base knows, the target by shares that repeat, months by the profile of the nearest node with
 * enough history. A base that is unknown or empty falls back to all history, then to equal shares.
 */
export function layoutFromOrders(document: PlanDocument, options: LayoutOptions & { today: Day }): Result<Layout> {
  const { settings, plan } = options;
  keepKeyCustomers(document, plan, settings);
  const all = factsOf(document, settings.dimensions, plan.pools);
  if (!all || all.count === 0) return fail(issue('plan/noBase'));
  const coverage = monthCoverage(document);
  const year = firstYear(plan);
  const work = workAround(document, plan, year);
  const baseOptions = { kind: settings.base, year, work, today: options.today };
  const wide = baseFacts(document, { months: all, pools: plan.pools, year, coverage });
  const facts = rowsWithBase(wide, baseOf(wide, coverage, baseOptions));
  const base = baseOf(facts, coverage, baseOptions);
  const hierarchies = copyHierarchies(document, plan, options.members);
  const order = orderOf(document, options, hierarchies);
  const made = createLineTable({ dimensions: settings.dimensions, codes: facts.months.codes, order });
  if (!made.ok) return made;
  const { lines, source } = made.value;
  const view = buildView(lines, order);
  const weights = weightsOf(view, facts, base, coverage);
  const profiles = monthProfiles(view, {
    facts: facts.months,
    coverage,
    year,
    work,
    holidays: holidaysOf(document, plan),
    festival: plan.currency === 'CNY',
  });
  const target = layOut({
    column: createColumn(lines.lineId.length, year.periods.length),
    lineId: lines.lineId,
    total: settings.target,
    memberWeights: byPosition(view, lines, weights),
    profiles: profiles.profiles,
    profileOf: Uint32Array.from({ length: lines.count }, (_, position) => profiles.ofCell[view.cellOf[position]]),
  });
  if (!target.ok) return target;
  const baseAmount = base.amount.map((column) => Float64Array.from(source, (row) => column[row]));
  return ok({ lines, order, target: wholePlan(target.value, plan), base, baseAmount, hierarchies });
}

/** The cross product of the chosen members, equal shares, months by working days: a target without any data. */
export function layoutFromScratch(document: PlanDocument, options: LayoutOptions): Result<Layout> {
  const { settings, plan } = options;
  const lists = settings.dimensions.map((dimension) => (options.members.get(dimension) ?? []).map((m) => m.code));
  const count = lists.reduce((product, list) => product * Math.max(1, list.length), 1);
  if (count > 200_000) return fail(issue('plan/tooManyLines', { lines: count, most: 200_000 }));
  const codes = lists.map(() => new Uint32Array(count));
  for (let row = 0; row < count; row += 1) {
    let rest = row;
    for (let d = lists.length - 1; d >= 0; d -= 1) {
      const length = Math.max(1, lists[d].length);
      codes[d][row] = lists[d][rest % length] ?? 0;
      rest = Math.floor(rest / length);
    }
  }
  const hierarchies = copyHierarchies(document, plan, options.members);
  const order = orderOf(document, options, hierarchies);
  const made = createLineTable({ dimensions: settings.dimensions, codes, order });
  if (!made.ok) return made;
  const { lines } = made.value;
  const year = firstYear(plan);
  const work = workAround(document, plan, year);
  const target = layOut({
    column: createColumn(lines.lineId.length, year.periods.length),
    lineId: lines.lineId,
    total: settings.target,
    memberWeights: new Float64Array(lines.count).fill(1),
    profiles: [workingDayProfile(year, work)],
  });
  if (!target.ok) return target;
  const base = baseOf(null, null, { kind: 'none', year, work, today: 0 });
  return ok({ lines, order, target: wholePlan(target.value, plan), base, baseAmount: base.amount, hierarchies });
}

/** The first year's column as one of the whole plan: years after it are blank. */
function wholePlan(first: ColumnData, plan: Plan): ColumnData {
  const rows = first.value[0].length;
  const rest = createColumn(rows, plan.periods.length - first.value.length);
  return { ...first, value: [...first.value, ...rest.value], state: [...first.state, ...rest.state] };
}

/** Fills the pool of customers: those with the largest sales of the last twelve known months stay by name. */
function keepKeyCustomers(document: PlanDocument, plan: Plan, settings: PlanSettings): void {
  const pool = plan.pools.find((entry) => entry.dimension === 'customer' && !entry.withUnassigned && !entry.only);
  if (!pool || settings.keyCustomers === null) return;
  const facts = factsOf(document, ['customer'], []);
  if (!facts) return;
  const recent = facts.amount.slice(-12);
  const ranked = Array.from(facts.codes[0], (code, row) => ({
    code,
    amount: recent.reduce((all, m) => all + m[row], 0),
  }))
    .filter(({ code, amount }) => code !== 0 && amount > 0)
    .sort((a, b) => b.amount - a.amount || a.code - b.code);
  pool.keep = ranked.slice(0, settings.keyCustomers).map(({ code }) => code);
}

function rowsWithBase(facts: BaseFacts, base: Base): BaseFacts {
  const keep: number[] = [];
  for (let row = 0; row < facts.months.count; row += 1) {
    if (base.amount.some((period) => period[row] !== 0)) keep.push(row);
  }
  if (keep.length === 0) return facts;
  const months = keptRows(facts.months, keep);
  return { months, cut: facts.cut === facts.months ? months : keptRows(facts.cut, keep) };
}

const keptRows = (facts: FactTable, keep: number[]): FactTable => ({
  ...facts,
  count: keep.length,
  codes: facts.codes.map((codes) => Uint32Array.from(keep, (row) => codes[row])),
  amount: facts.amount.map((bucket) => Float64Array.from(keep, (row) => bucket[row])),
  orderLines: Uint32Array.from(keep, (row) => facts.orderLines[row]),
});

function orderOf(document: PlanDocument, options: LayoutOptions, hierarchies: Hierarchy[]): ViewLevel[] {
  return options.settings.dimensions.flatMap((dimension, column) => {
    const hierarchy = hierarchies.find((entry) => entry.dimension === dimension);
    return hierarchy ? levelsOf(hierarchy, withStaged(document, dimension, options.members), column) : [];
  });
}

/** The members of a dimension with those that are about to be added. */
function withStaged(document: PlanDocument, dimension: string, staged: Map<string, Member[]>): Members {
  const own = document.members.get(dimension);
  const copy: Members = own ? { ...own, byCode: [...own.byCode], byKey: new Map(own.byKey) } : createMembers(dimension);
  const fresh = (staged.get(dimension) ?? []).filter((member) => !copy.byCode[member.code]);
  indexMembers(
    new Map([[dimension, copy]]),
    fresh.map((member) => added('member', member)),
  );
  return copy;
}

/** Shares of the lines by what was sold in the base's own days that are over, held against the year before them. */
function weightsOf(view: View, { cut }: BaseFacts, base: Base, coverage: MonthCoverage | null): Float64Array {
  const days = base.spans.flat();
  const over = coverage ? days.filter(({ to }) => to <= coverage.asOf) : days;
  const earlier = over.map(yearBefore).filter(({ from }) => coverage && from >= coverage.stretches[0].from);
  const sums = nodeFacts(view, {
    ...cut,
    cuts: Int32Array.of(0, 1, 2),
    amount: [rowSums(cut, over), rowSums(cut, earlier)],
  });
  const [now, before] = [0, 1].map((b) => Float64Array.from({ length: view.count }, (_, n) => sums.amount[n * 2 + b]));
  return repeatedShares(view, now, earlier.length * 2 >= days.length ? before : null);
}

/** The same month, or as many weeks, a year earlier. */
function yearBefore({ from, to }: DaySpan): DaySpan {
  const first = monthPeriodAt(monthIndexOf(from));
  if (from !== first.from || to !== first.to) return { from: from - WEEKS_52, to: to - WEEKS_52 };
  const before = monthPeriodAt(monthIndexOf(from) - 12);
  return { from: before.from, to: before.to };
}

const WEEKS_52 = 364;

function byPosition(view: View, lines: LineTable, cellWeight: Float64Array): Float64Array {
  const perCell = new Float64Array(view.cells);
  for (let position = 0; position < lines.count; position += 1) perCell[view.cellOf[position]] += 1;
  return Float64Array.from({ length: lines.count }, (_, position) => {
    const cell = view.cellOf[position];
    return cellWeight[cell] / perCell[cell];
  });
}
