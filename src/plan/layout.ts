import { fiscalYear } from '~/domain/calendar';
import type { PlanSettings } from '~/domain/command';
import type { Hierarchy, Member } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
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
import { type FactTable, nodeFacts } from '~/engine/facts/index';
import { layOut } from '~/engine/targets/index';
import { type Base, baseOf } from './base';
import type { PlanDocument } from './document';
import { factsOf, type MonthCoverage, monthCoverage } from './facts';
import { copyHierarchies } from './hierarchies';
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
  const year = fiscalYear(settings.calendar, settings.fiscalYear);
  const wide = baseOf(all, coverage, { kind: settings.base, year, today: options.today });
  const facts = rowsWithBase(all, wide);
  const base = baseOf(facts, coverage, { kind: settings.base, year, today: options.today });
  const hierarchies = copyHierarchies(document, plan, options.members);
  const order = orderOf(document, options, hierarchies);
  const made = createLineTable({ dimensions: settings.dimensions, codes: facts.codes, order });
  if (!made.ok) return made;
  const { lines, source } = made.value;
  const view = buildView(lines, order);
  const weights = weightsOf(view, facts, base, coverage);
  const profiles = monthProfiles(view, { facts, coverage, year, festival: plan.currency === 'CNY' });
  const target = layOut({
    column: createColumn(lines.lineId.length, plan.periods.length),
    lineId: lines.lineId,
    total: settings.target,
    memberWeights: byPosition(view, lines, weights),
    profiles: profiles.profiles,
    profileOf: Uint32Array.from({ length: lines.count }, (_, position) => profiles.ofCell[view.cellOf[position]]),
  });
  if (!target.ok) return target;
  const baseAmount = base.amount.map((column) => Float64Array.from(source, (row) => column[row]));
  return ok({ lines, order, target: target.value, base, baseAmount, hierarchies });
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
  const year = fiscalYear(settings.calendar, settings.fiscalYear);
  const target = layOut({
    column: createColumn(lines.lineId.length, plan.periods.length),
    lineId: lines.lineId,
    total: settings.target,
    memberWeights: new Float64Array(lines.count).fill(1),
    profiles: [workingDayProfile(year, plan.currency)],
  });
  if (!target.ok) return target;
  const base = baseOf(null, null, { kind: 'none', year, today: 0 });
  return ok({ lines, order, target: target.value, base, baseAmount: base.amount, hierarchies });
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

function rowsWithBase(facts: FactTable, base: Base): FactTable {
  const keep: number[] = [];
  for (let row = 0; row < facts.count; row += 1) {
    if (base.amount.some((month) => month[row] !== 0)) keep.push(row);
  }
  if (keep.length === 0) return facts;
  return {
    ...facts,
    count: keep.length,
    codes: facts.codes.map((codes) => Uint32Array.from(keep, (row) => codes[row])),
    amount: facts.amount.map((month) => Float64Array.from(keep, (row) => month[row])),
    orderLines: Uint32Array.from(keep, (row) => facts.orderLines[row]),
  };
}

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

function weightsOf(view: View, facts: FactTable, base: Base, coverage: MonthCoverage | null): Float64Array {
  const nodes = nodeFacts(view, facts);
  const sumOf = (months: number[]): Float64Array => {
    const sums = new Float64Array(view.count);
    for (const month of months) {
      const index = month - nodes.fromMonth;
      if (index < 0 || index >= nodes.months) continue;
      for (let node = 0; node < view.count; node += 1) sums[node] += nodes.amount[node * nodes.months + index];
    }
    return sums;
  };
  const known = coverage ? base.months.filter((month) => month <= coverage.to) : base.months;
  const now = sumOf(known);
  const earlier = known.map((month) => month - 12).filter((month) => coverage && month >= coverage.from);
  const before = earlier.length >= 6 ? sumOf(earlier) : null;
  return repeatedShares(view, now, before);
}

function byPosition(view: View, lines: LineTable, cellWeight: Float64Array): Float64Array {
  const perCell = new Float64Array(view.cells);
  for (let position = 0; position < lines.count; position += 1) perCell[view.cellOf[position]] += 1;
  return Float64Array.from({ length: lines.count }, (_, position) => {
    const cell = view.cellOf[position];
    return cellWeight[cell] / perCell[cell];
  });
}
