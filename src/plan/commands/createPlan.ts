import { isCalendar } from '~/domain/calendar';
import type { RecordsDiff } from '~/domain/change';
import type { Command, PlanSettings } from '~/domain/command';
import { foldKey, type Member, memberId } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { CURRENCIES } from '~/domain/money';
import { BASELINE, columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { periodsOfYears } from '~/domain/planYears';
import { fail, ok, type Result } from '~/domain/result';
import { blankColumn, ownPeriod, SPOKEN } from '~/engine/cube/index';
import { firstYear } from '../baseFacts';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { MAX_LINES } from '../generation';
import { type Layout, layoutFromOrders, layoutFromScratch } from '../layout';
import { mergePools } from '../mergedMembers';
import { added } from '../records';
import { createLedger, type LedgerOwner, markAllDirty } from '../segments';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Makes a plan and opens it: its own copy of the hierarchies, its lines, the year's target laid on them exactly, the base
 * it grew from as a frozen column, and the target as the goal of its first year; further years are blank. One entry, one
 * undo.
 */
export function createPlan(
  document: PlanDocument,
  command: Of<'plan/create'>,
  context: CommandContext,
): Result<Outcome> {
  const { settings } = command;
  if (!isCalendar(settings.calendar) || !isYears(settings.years ?? 1)) return fail(issue('calendar/unknown'));
  const records: RecordsDiff = [];
  const group = 'sales';
  const plan = emptyPlan(settings, newId('p', context));
  for (const dimension of document.members.keys()) plan.pools.push(...mergePools(document, dimension));
  const staged = stageMembers(document, settings, plan, records);
  const layout = settings.members
    ? layoutFromScratch(document, { settings, plan, members: staged })
    : layoutFromOrders(document, { settings, plan, members: staged, today: context.today });
  if (!layout.ok) return layout;
  if (layout.value.lines.count > MAX_LINES) {
    return fail(issue('plan/tooManyLines', { lines: layout.value.lines.count, most: MAX_LINES }));
  }
  plan.base = layout.value.base.summary;
  for (const hierarchy of layout.value.hierarchies) records.push(added('hierarchy', hierarchy));
  records.push(added('plan', plan));
  records.push(
    added('goal', {
      id: newId('g', context),
      plan: plan.id,
      cell: { column: WORKING_TARGET, at: {}, periods: firstYear(plan).periods.map((period) => period.id) },
      amount: settings.target,
    }),
  );
  const opened = openLayout(plan, group, layout.value);
  const leaves = layout.value.lines.count * plan.periods.length;
  return ok({
    change: { records, cells: [{ kind: 'generation', plan: plan.id, from: 0, to: plan.generation }] },
    edits: [],
    opened,
    effect: { ...noEffect, leaves, linesAdded: layout.value.lines.count, before: null, after: settings.target },
  });
}

/** More years than these are no plan; each of them costs as many leaf values as the first. */
export const MOST_YEARS = 10;

const isYears = (years: number): boolean => Number.isInteger(years) && years >= 1 && years <= MOST_YEARS;

function emptyPlan(settings: PlanSettings, id: string): Plan {
  return {
    id,
    name: settings.name,
    currency: settings.currency,
    minorUnit: CURRENCIES[settings.currency],
    calendar: settings.calendar,
    fiscalYear: settings.fiscalYear,
    periods: periodsOfYears(settings.calendar, settings.fiscalYear, settings.years ?? 1),
    dimensions: settings.dimensions,
    groups: [
      {
        id: 'sales',
        dimensions: settings.dimensions,
        measures: [{ id: 'sales', kind: 'additive', scale: CURRENCIES[settings.currency], unit: settings.currency }],
      },
    ],
    scenarios: ['base'],
    generation: 1,
    pools: [],
    base: {
      kind: 'none',
      total: null,
      estimate: null,
      from: '',
      to: '',
      unknownMonths: 0,
      forecastMonths: 0,
      takenOn: '',
    },
    closedPeriods: [],
  };
}

/** Members the plan needs and the workspace lacks: typed ones, a pooled customer, a default where the data has none. */
function stageMembers(
  document: PlanDocument,
  settings: PlanSettings,
  plan: Plan,
  records: RecordsDiff,
): Map<string, Member[]> {
  const staged = new Map<string, Member[]>();
  const next = new Map<string, number>();
  const stage = (dimension: string, name: string, level: string): Member => {
    const key = foldKey(name);
    const isIt = (member: Member | undefined): boolean => member?.key === key && member.level === level;
    const twice = staged.get(dimension)?.find(isIt);
    if (twice) return twice;
    const known = membersOf(document, dimension).byCode.find(isIt);
    const code = known?.code ?? next.get(dimension) ?? membersOf(document, dimension).next;
    const member: Member = known ?? {
      id: memberId(dimension, code),
      dimension,
      code,
      key,
      name,
      aliases: [],
      level,
      attributes: {},
    };
    staged.set(dimension, [...(staged.get(dimension) ?? []), member]);
    if (!known) {
      next.set(dimension, code + 1);
      records.push(added('member', member));
    }
    return member;
  };
  for (const dimension of settings.dimensions) {
    for (const name of settings.members?.[dimension] ?? []) {
      if (name.trim() !== '') stage(dimension, name.trim(), dimension);
    }
    const empty = membersOf(document, dimension).next === 1 && !staged.has(dimension);
    if (empty) {
      const member = stage(dimension, settings.names.defaultMember, dimension);
      plan.pools.push({ dimension, keep: [], member: member.code, withUnassigned: true });
    } else if (dimension === 'customer' && settings.keyCustomers !== null && !settings.members) {
      const member = stage(dimension, settings.names.pooledCustomers, 'customer');
      plan.pools.push({ dimension, keep: [], member: member.code, withUnassigned: false });
    }
  }
  return staged;
}

function openLayout(plan: Plan, group: string, layout: Layout): OpenPlan {
  const baseline = blankColumn(layout.lines.lineId.length, plan.periods.length);
  layout.baseAmount.forEach((column, p) => {
    if (layout.base.origin[p] === 'unknown' || column.length === 0) return;
    ownPeriod(baseline, p);
    for (let row = 0; row < column.length; row += 1) {
      baseline.value[p][row] = column[row];
      baseline.state[p][row] = SPOKEN;
    }
  });
  const opened: OpenPlan = {
    id: plan.id,
    group,
    lines: layout.lines,
    columns: new Map([
      [columnKey(WORKING_TARGET), layout.target],
      [columnKey(BASELINE), baseline],
    ]),
    order: layout.order,
    ledger: createLedger(),
  };
  const owner: LedgerOwner = { ...opened, generation: plan.generation };
  markAllDirty(owner);
  return opened;
}
