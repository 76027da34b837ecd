import { cellKey } from '~/domain/cell';
import { civilOf, dayOf, isoDate } from '~/domain/period';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import type { Attention, ForecastView } from '~/domain/view';
import { springFestival } from '~/domain/workingDays';
import { rowSums } from '~/engine/facts/index';
import type { WatchedNode } from '../challenge/watchedNodes';
import { openedPlan, type PlanDocument } from '../document';
import { factLines } from '../factLines';
import type { FactCache } from '../facts';
import { keptOf } from '../forecast/keptCases';
import { planCutFacts } from '../periodFacts';
import { attentionToNodes, bySeverity } from './attentionNodes';
import { labelsOf } from './changeLines';
import { nodeTargets, sumSpoken } from './nodeTargets';
import { freshCache, type ViewCache } from './viewCache';

/** Spring Festival that moves by more days takes January's or February's sales along. */
const MOVED_DAYS = 7;
/** Days of newer orders after which another forecast should be kept. */
const KEEP_DAYS = 30;

export interface AttentionOptions {
  /** What the whole plan answers for: its goal, else its rollup. */
  target: number | null;
  forecast: ForecastView | null;
  cache: ViewCache;
  facts: FactCache;
  judged: readonly WatchedNode[];
}

/** What someone should look at, bad first, then by amount. Every entry carries the numbers it was judged by. */
export function attentionTo(document: PlanDocument, plan: Plan, options: AttentionOptions): Attention[] {
  return [
    ...goalsOffTarget(document, plan),
    ...attentionToNodes(document, plan, options.judged),
    ...forecastShort(options),
    ...forecastNotKept(document, plan, options),
    ...outsidePlan(document, plan, options),
    ...unmatchedNames(document),
    ...festivalMoved(plan),
  ].sort(bySeverity);
}

/** Nodes that answer for another amount than is handed out below them. */
function goalsOffTarget(document: PlanDocument, focus: Plan): Attention[] {
  const plan = openedPlan(document) ?? focus;
  const found: Attention[] = [];
  const year = plan.periods.map(({ id }) => id);
  const column = columnKey(WORKING_TARGET);
  for (const { plan: owner, cell, amount: goal } of document.records.goal.values()) {
    if (owner !== plan.id || columnKey(cell.column) !== column) continue;
    const periods = cell.periods.map((id) => year.indexOf(id));
    const targets = nodeTargets(document, plan, cell.at);
    const allocated = sumSpoken(periods.map((p) => targets[p] ?? null)) ?? 0;
    if (allocated === goal) continue;
    const isWhole = Object.keys(cell.at).length === 0;
    found.push({
      kind: allocated < goal ? 'unallocated' : 'overAllocated',
      severity: allocated < goal && isWhole ? 'warn' : 'note',
      params: { name: labelsOf(document, cell.at).join(' · '), amount: Math.abs(goal - allocated), goal, allocated },
      at: cell.at,
      page: 'plan',
    });
  }
  return found;
}

/** Bad when the target lies above the whole range of the year, warn when only above its middle. */
function forecastShort({ forecast, target }: AttentionOptions): Attention[] {
  if (!forecast) return [];
  const { forecast: mean, upper } = forecast.year;
  if (mean === null || target === null || mean >= target) return [];
  return [
    {
      kind: 'forecastShort',
      severity: upper !== null && upper < target ? 'bad' : 'warn',
      params: { amount: target - mean, forecast: mean, target, ...(upper === null ? {} : { upper }) },
      at: forecast.at,
      page: 'forecast',
    },
  ];
}

/** Kept once, forecasts are kept monthly: a month of newer orders that no kept one speaks of. */
function forecastNotKept(document: PlanDocument, plan: Plan, { forecast }: AttentionOptions): Attention[] {
  const last = keptOf(document, plan).at(-1);
  const asOf = forecast?.asOf ?? null;
  if (!last || asOf === null || asOf - last.asOf <= KEEP_DAYS) return [];
  const params = { days: asOf - last.asOf, from: isoDate(last.asOf) };
  return [{ kind: 'forecastNotKept', severity: 'note', params, at: {}, page: 'forecast' }];
}

function outsidePlan(document: PlanDocument, plan: Plan, options: AttentionOptions): Attention[] {
  const amount = ordersNotInPlan(document, plan, options);
  return amount ? [{ kind: 'notInPlan', severity: 'warn', params: { amount }, at: {}, page: 'plan' }] : [];
}

/** Net sales of the plan's own periods that no line stands for; null without orders. */
export function ordersNotInPlan(
  document: PlanDocument,
  plan: Plan,
  { cache, facts }: Pick<AttentionOptions, 'cache' | 'facts'>,
): number | null {
  const { open } = document;
  if (!open || open.id !== plan.id) return null;
  const fresh = freshCache(document, cache);
  const key = cellKey({
    column: WORKING_TARGET,
    at: {},
    periods: [plan.id, plan.periods[0].id, String(plan.generation), String(open.lines.nextLine)],
  });
  if (fresh.notInPlan?.key === key) return fresh.notInPlan.amount;
  const table = planCutFacts(document, openedPlan(document) ?? plan, facts);
  fresh.notInPlan = { key, amount: table ? 0 : null };
  if (!table) return null;
  const sold = rowSums(table, plan.periods);
  const { groupOfRow } = factLines(open.lines, table);
  let amount = 0;
  for (let row = 0; row < table.count; row += 1) if (groupOfRow[row] < 0) amount += sold[row];
  fresh.notInPlan.amount = amount;
  return amount;
}

/** Names that no look-up knew: their orders are kept under *unassigned*. */
const unmatchedNames = (document: PlanDocument): Attention[] =>
  [...document.records.import.values()].flatMap(({ id, name: source, report }) =>
    report.unmatched.map(
      ({ dimension, name, rows }): Attention => ({
        kind: 'unmatched',
        severity: 'warn',
        params: { name, n: rows, dimension, source, import: id },
        at: { [dimension]: 0 },
        page: 'import',
      }),
    ),
  );

function festivalMoved(plan: Plan): Attention[] {
  if (plan.currency !== 'CNY') return [];
  const { from } = plan.periods[0];
  const { to } = plan.periods[plan.periods.length - 1];
  const inPlan = [civilOf(from).year, civilOf(to).year].map(springFestival);
  const now = inPlan.find((feast) => feast !== null && from <= feast && feast <= to) ?? null;
  const before = now === null ? null : springFestival(civilOf(now).year - 1);
  if (now === null || before === null) return [];
  const days = now - before - (dayOf(civilOf(now).year, 1, 1) - dayOf(civilOf(before).year, 1, 1));
  if (Math.abs(days) <= MOVED_DAYS) return [];
  return [
    {
      kind: 'festivalMoved',
      severity: 'note',
      params: { days, from: isoDate(before), to: isoDate(now) },
      at: {},
      page: 'plan',
    },
  ];
}
