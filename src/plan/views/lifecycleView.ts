import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import type { LifecycleQuery, LifecycleView, StageChanges, StageChangesQuery } from '~/domain/segmentView';
import type { LifecycleDay } from '~/engine/customers/index';
import { lifecycleRuleOf, stagesOver } from '../customers/stagesOn';
import { memberName, type PlanDocument } from '../document';
import { customerFigures } from './customerFigures';
import { orderCoverage } from './orderCoverage';
import type { ViewCache } from './viewCache';

/**
 * Customers and their sales by stage of life on a day, at the ends of the months before it, and who moved since the last of
 * those. The day is kept within the days the orders cover; by a rule to try out, else the saved one.
 */
export function lifecycleView(document: PlanDocument, cache: ViewCache, query: LifecycleQuery): LifecycleView {
  const saved = lifecycleRuleOf(document);
  const rule = query.rule ?? saved;
  const draft = JSON.stringify(inOrder(rule)) !== JSON.stringify(inOrder(saved));
  const coverage = orderCoverage(document);
  const days = coverage ? daysOf(coverage, query) : [];
  const made = days.length > 0 ? stagesOver(document, cache, { days, rule }) : null;
  const now = made?.at(-1);
  if (!coverage || !made || !now) {
    return {
      asOf: null,
      from: null,
      to: null,
      rule,
      draft,
      customers: 0,
      stages: [],
      comparable: false,
      series: [],
      moves: null,
      movesFrom: null,
    };
  }
  const before = made.at(-2) ?? null;
  return {
    asOf: now.on,
    from: coverage.from,
    to: coverage.asOf,
    rule,
    draft,
    customers: now.counts.reduce((sum, n) => sum + n, 0),
    stages: LIFECYCLE_STAGES.map((stage, i) => ({ stage, customers: now.counts[i], sales: now.revenue[i] })),
    comparable: now.comparable,
    series: made.map(({ on, counts, revenue, comparable }) => ({ on, customers: counts, sales: revenue, comparable })),
    moves: before ? movesBetween(before, now) : null,
    movesFrom: before?.on ?? null,
  };
}

/** Those whose stage changed since the month before, the largest by sales first, equal ones by code. */
export function stageChanges(document: PlanDocument, cache: ViewCache, query: StageChangesQuery): StageChanges {
  const coverage = orderCoverage(document);
  const rule = query.rule ?? lifecycleRuleOf(document);
  const days = coverage ? daysOf(coverage, query) : [];
  const made = days.length > 1 ? stagesOver(document, cache, { days, rule }) : null;
  const now = made?.at(-1);
  const before = made?.at(-2);
  if (!now || !before) return { total: 0, rows: [] };
  const from = query.from === null ? null : LIFECYCLE_STAGES.indexOf(query.from) + 1;
  const to = query.to === null ? null : LIFECYCLE_STAGES.indexOf(query.to) + 1;
  const changed: number[] = [];
  for (let c = 0; c < now.stage.length; c += 1) {
    if (now.stage[c] === 0 || now.stage[c] === before.stage[c]) continue;
    if ((from === null || before.stage[c] === from) && (to === null || now.stage[c] === to)) changed.push(c);
  }
  const worth = (code: number): number => Math.max(now.sales[code], before.sales[code]);
  changed.sort((a, b) => worth(b) - worth(a) || a - b);
  const facts = customerFigures(document, cache)?.facts;
  const first = Math.max(0, query.first);
  return {
    total: changed.length,
    rows: changed.slice(first, first + Math.max(0, query.count)).map((code) => ({
      code,
      name: memberName(document, 'customer', code),
      from: LIFECYCLE_STAGES[before.stage[code] - 1],
      to: LIFECYCLE_STAGES[now.stage[code] - 1],
      sales: now.sales[code],
      // The last order by today: on an earlier day it is not told.
      lastDay: facts?.any[code] === 1 && facts.lastDay[code] <= now.on ? facts.lastDay[code] : null,
    })),
  };
}

/** Ends of months before the day, as far as the orders go back, and the day itself. */
function daysOf(coverage: { from: Day; asOf: Day }, { on, months }: Pick<LifecycleQuery, 'on' | 'months'>): Day[] {
  const day = Math.min(coverage.asOf, Math.max(coverage.from, on ?? coverage.asOf));
  const month = monthIndexOf(day);
  const ends = Array.from({ length: Math.max(0, months) }, (_, i) => monthPeriodAt(month - months + i).to);
  return [...ends.filter((end) => end >= coverage.from && end < day), day];
}

function movesBetween(before: LifecycleDay, now: LifecycleDay): number[][] {
  const moves = LIFECYCLE_STAGES.map(() => LIFECYCLE_STAGES.map(() => 0));
  for (let c = 0; c < now.stage.length; c += 1) {
    if (now.stage[c] > 0 && before.stage[c] > 0) moves[before.stage[c] - 1][now.stage[c] - 1] += 1;
  }
  return moves;
}

const inOrder = (rule: object): [string, unknown][] => Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1));
