import { issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
import { monthIdAt, monthIndexOf } from '~/domain/period';
import type { FunnelStage, FunnelView, PipelineQuery } from '~/domain/pipelineView';
import { ratioOf } from '~/domain/ratio';
import { DEAL_LOST, DEAL_OPEN, DEAL_WON, funnelCounts, NO_STAGE, shareQuantile } from '~/engine/pipeline/index';
import type { PlanDocument } from '../document';
import { labelsOf } from '../views/changeLines';
import { dealIssues } from './dealIssues';
import { nodeDeals } from './nodeDeals';
import { type PipelineScene, pipelineScene } from './pipelineScene';

/** Months of closing that are shown, and reasons. */
const MONTHS = 24;
const MOST_REASONS = 20;
/** So large a share of lost deals must say where they were lost, for stages to have a conversion without steps on record. */
const NEARLY_ALL = 0.95;

/**
 * The funnel of a node: what lies in each stage, what became of the deals that reached it, win rates, how long won
 * deals took (complete cases: deals that were won, by the month they closed; the age of open ones stands beside), loss
 * reasons, and everything that is wrong with the rows. Without stage changes no stage has a conversion unless lost
 * deals say where they were lost. Minor units; what is unknown is null, never 0.
 */
export function funnelView(document: PlanDocument, query: PipelineQuery, today: Day): FunnelView {
  const scene = pipelineScene(document, today);
  const rows = scene && nodeDeals(scene, query);
  if (!scene || !rows) {
    const label = labelsOf(document, query.at).join(' · ');
    return { ...emptyFunnel(scene ? 'pipeline/notTold' : 'pipeline/noDeals'), label, asOf: scene?.asOf ?? null };
  }
  const { deals, asOf } = scene;
  const { table, basis } = deals;
  const of = (result: number): number[] => rows.filter((row) => table.result[row] === result);
  const [open, won, lost] = [of(DEAL_OPEN), of(DEAL_WON), of(DEAL_LOST)];
  const cycle = cycleOf(scene, won);
  const winRate = winRateOf(scene, won, lost);
  const wonSum = sumOf(scene, won);
  const average = won.length > 0 ? wonSum.amount / won.length : null;
  return {
    label: labelsOf(document, query.at).join(' · '),
    asOf,
    basis,
    deals: rows.length,
    stages: stagesOf(scene, rows),
    won: wonSum,
    lost: sumOf(scene, lost),
    open: sumOf(scene, open),
    winRate,
    cycle,
    openAge: shareQuantile(
      open.map((row) => asOf - table.created[row]),
      0.5,
    ),
    trend: trendOf(scene, won, lost),
    velocity:
      winRate.count !== null && average !== null && cycle.mean !== null && cycle.mean > 0
        ? Math.round((open.length * winRate.count * average) / cycle.mean)
        : null,
    reasons: reasonsOf(scene, lost),
    issues: dealIssues(scene, rows),
  };
}

function stagesOf(scene: PipelineScene, rows: readonly number[]): FunnelStage[] {
  const { deals, chances, medianDays, longDays } = scene;
  const { table, places, basis } = deals;
  const lost = rows.filter((row) => table.result[row] === DEAL_LOST);
  const told = lost.filter((row) => table.stage[row] !== NO_STAGE).length;
  const tells = basis === 'history' || told >= NEARLY_ALL * lost.length;
  return funnelCounts(table, rows).map((counted, s) => {
    const { count, amount, entered, enteredAmount, passed, passedAmount, lost: dropped, lostAmount } = counted;
    const stage = places.openStages[s];
    return {
      stage,
      count,
      amount,
      entered,
      enteredAmount,
      passed,
      lost: dropped,
      conversion: tells ? ratioOf(passed, passed + dropped) : null,
      conversionAmount: tells ? ratioOf(passedAmount, passedAmount + lostAmount) : null,
      medianDays: medianDays[s],
      longDays: stage.staleDays ?? longDays[s],
      chance: stage.chance ?? chances.fromStage[s],
    };
  });
}

const sumOf = ({ deals: { table, worth } }: PipelineScene, rows: readonly number[]) => {
  let amount = 0;
  let estimated = 0;
  for (const row of rows) {
    const own = table.worth[row];
    if (Number.isNaN(own)) continue;
    amount += own;
    if (worth.pool[row] >= 0) estimated += own;
  }
  return { count: rows.length, amount, estimated };
};

function winRateOf(scene: PipelineScene, won: readonly number[], lost: readonly number[]): FunnelView['winRate'] {
  const amount = sumOf(scene, won).amount;
  return {
    count: ratioOf(won.length, won.length + lost.length),
    amount: ratioOf(amount, amount + sumOf(scene, lost).amount),
  };
}

function cycleOf({ deals: { table } }: PipelineScene, won: readonly number[]): FunnelView['cycle'] {
  const days = won.map((row) => table.closed[row] - table.created[row]).filter((length) => length >= 0);
  const sum = days.reduce((all, length) => all + length, 0);
  return { median: shareQuantile(days, 0.5), mean: ratioOf(sum, days.length), deals: days.length };
}

function trendOf(scene: PipelineScene, won: readonly number[], lost: readonly number[]): FunnelView['trend'] {
  const { asOf, deals } = scene;
  const { closed, created, worth } = deals.table;
  const last = monthIndexOf(asOf);
  const all = [...won, ...lost].filter((row) => !Number.isNaN(closed[row]));
  const first = all.reduce((month, row) => Math.min(month, monthIndexOf(closed[row])), last + 1);
  const from = Math.max(first, last - MONTHS + 1);
  const months = Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => ({
    month: monthIdAt(from + i),
    won: 0,
    lost: 0,
    wonAmount: 0,
    days: [] as number[],
  }));
  for (const row of all) {
    const month = months[monthIndexOf(closed[row]) - from];
    if (!month) continue;
    if (deals.table.result[row] === DEAL_LOST) {
      month.lost += 1;
      continue;
    }
    month.won += 1;
    if (!Number.isNaN(worth[row])) month.wonAmount += worth[row];
    if (closed[row] >= created[row]) month.days.push(closed[row] - created[row]);
  }
  return months.map(({ days, ...month }) => ({ ...month, medianDays: shareQuantile(days, 0.5) }));
}

function reasonsOf({ deals }: PipelineScene, lost: readonly number[]): FunnelView['reasons'] {
  const said = deals.facts.text('reason');
  const { worth } = deals.table;
  const reasons = new Map<string, { reason: string; count: number; amount: number }>();
  for (const row of lost) {
    const reason = said[row].trim();
    const own = reasons.get(reason) ?? { reason, count: 0, amount: 0 };
    own.count += 1;
    own.amount += Number.isNaN(worth[row]) ? 0 : worth[row];
    reasons.set(reason, own);
  }
  return [...reasons.values()]
    .sort((a, b) => b.count - a.count || b.amount - a.amount || (a.reason < b.reason ? -1 : 1))
    .slice(0, MOST_REASONS);
}

const emptyFunnel = (why: 'pipeline/notTold' | 'pipeline/noDeals'): FunnelView => ({
  label: '',
  asOf: null,
  basis: 'none',
  deals: 0,
  stages: [],
  won: { count: 0, amount: 0, estimated: 0 },
  lost: { count: 0, amount: 0, estimated: 0 },
  open: { count: 0, amount: 0, estimated: 0 },
  winRate: { count: null, amount: null },
  cycle: { median: null, mean: null, deals: 0 },
  openAge: null,
  trend: [],
  velocity: null,
  reasons: [],
  issues: [issue(why)],
});
