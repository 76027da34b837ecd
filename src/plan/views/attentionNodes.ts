import type { Plan } from '~/domain/plan';
import type { Attention } from '~/domain/view';
import { workingCalendar, workingDays } from '~/domain/workingDays';
import { DEFAULT_KPI_SETTINGS, KPI_DEFINITIONS } from '~/engine/kpi/index';
import type { WatchedNode } from '../challenge/watchedNodes';
import { memberName, type PlanDocument } from '../document';
import { holidaysOf } from '../holidays';
import type { MemberLevel } from './memberTotals';
import { treeOf } from './nodeFilters';
import { type NodeStanding, nodeStandings } from './nodeStanding';
import { orderCoverage } from './orderCoverage';

/** The most nodes named of one kind. */
const MOST = 6;
/** A target this many times what was sold in twelve months needs a reason. */
const FAR_ABOVE = 1.5;
/** Growth asked this many deviations above a node's own growth is unusual; twice as many is out of reach. */
const UNUSUAL = 2;
const OUT_OF_REACH = 4;
/** Own growth never counts as steadier than this: two years alike prove little. */
const LEAST_DEVIATION = 0.1;

/**
 * What first-level members and sellers are behind with, and which of their targets are out of reach: by their forecasts where
 * they were judged, else by what their own history carries.
 */
export function attentionToNodes(document: PlanDocument, plan: Plan, judged: readonly WatchedNode[]): Attention[] {
  const judgedAt = new Map(judged.map((node) => [`${node.dimension}:${node.code}`, node]));
  const behind: Attention[] = [];
  const unreasonable: Attention[] = [];
  for (const member of watchedLevels(document, plan)) {
    for (const standing of nodeStandings(document, plan, member)) {
      const late = isTooEarly(document, plan) ? null : behindPace(document, member, standing);
      if (late) behind.push(late);
      const foretold = judgedAt.get(`${member.dimension}:${standing.code}`);
      const hard = foretold ? unrealisticTarget(document, foretold) : unreasonableTarget(document, member, standing);
      if (hard) unreasonable.push(hard);
    }
  }
  return [...worst(behind), ...worst(unreasonable)];
}

/** Bad before warn before note, then the larger amount. */
export const bySeverity = (a: Attention, b: Attention): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  Math.abs(Number(b.params.amount ?? 0)) - Math.abs(Number(a.params.amount ?? 0));

const SEVERITIES: readonly Attention['severity'][] = ['bad', 'warn', 'note'];

const worst = (found: Attention[]): Attention[] => found.sort(bySeverity).slice(0, MOST);

/** The top of the first dimension, and the sellers. */
function watchedLevels(document: PlanDocument, plan: Plan): MemberLevel[] {
  const { dimensions } = plan.groups[0];
  const levels: MemberLevel[] = [{ dimension: dimensions[0], level: 0, at: {} }];
  const depth = treeOf(document, plan, 'seller')?.levels.length ?? 1;
  if (dimensions.includes('seller') && (dimensions[0] !== 'seller' || depth > 1)) {
    levels.push({ dimension: 'seller', level: depth - 1, at: {} });
  }
  return levels;
}

/** In the first working days of the year nobody is behind yet. */
function isTooEarly(document: PlanDocument, plan: Plan): boolean {
  const coverage = orderCoverage(document);
  const { from } = plan.periods[0];
  const { to } = plan.periods[plan.periods.length - 1];
  if (!coverage || coverage.asOf < from) return true;
  const calendar = workingCalendar(holidaysOf(document, plan), from, to);
  return workingDays(calendar, from, Math.min(to, coverage.asOf)) <= DEFAULT_KPI_SETTINGS.paceGraceDays;
}

/** Just short of the limit is no call for action: the upper half of the way between bad and good stays silent. */
const silentFrom = (good: number | null, bad: number | null): number =>
  good !== null && bad !== null ? (good + bad) / 2 : (good ?? bad ?? 1);

function behindPace(document: PlanDocument, member: MemberLevel, standing: NodeStanding): Attention | null {
  const { actual, planToDate, code } = standing;
  if (actual === null || planToDate === null || planToDate <= 0) return null;
  const { good, bad } = paceLimits(document);
  const pace = actual / planToDate;
  if (pace >= silentFrom(good, bad)) return null;
  return {
    kind: 'behindPace',
    severity: bad !== null && pace < bad ? 'bad' : 'warn',
    params: { ...nameOf(document, member, code), amount: planToDate - actual, actual, planToDate, pace },
    at: { [member.dimension]: code },
    page: 'kpi',
  };
}

function paceLimits(document: PlanDocument): { good: number | null; bad: number | null } {
  for (const limit of document.records.kpiLimit.values()) if (limit.kpi === 'pace') return limit;
  return KPI_DEFINITIONS.find(({ id }) => id === 'pace') ?? { good: 1, bad: null };
}

/**
 * A target far above twelve months of sales, or asking for growth the node has not shown: its distance from the mean of
 * its own growths, in their deviations. The amount is what it asks beyond its own growth.
 */
function unreasonableTarget(document: PlanDocument, member: MemberLevel, standing: NodeStanding): Attention | null {
  const { target, reference, growths, code } = standing;
  if (target === null || reference === null || reference <= 0) return null;
  const growth = target / reference - 1;
  const isFar = growth > FAR_ABOVE - 1;
  const own = growths.length > 0 ? growths.reduce((sum, value) => sum + value, 0) / growths.length : null;
  const distance = own === null ? null : (growth - own) / deviationOf(growths, own);
  const isUnusual = distance !== null && distance > UNUSUAL && growth > 0;
  if (!isFar && !isUnusual) return null;
  return {
    kind: 'unreasonable',
    severity: isFar || (distance ?? 0) > OUT_OF_REACH ? 'bad' : 'warn',
    params: {
      ...nameOf(document, member, code),
      amount: target - Math.round(reference * (1 + (own ?? 0))),
      target,
      lastYear: reference,
      growth,
      ...(own === null || distance === null ? {} : { ownGrowth: own, distance }),
    },
    at: { [member.dimension]: code },
    page: 'plan',
  };
}

/** A target that the forecast reaches hardly ever; the amount is what it asks beyond what is expected. */
function unrealisticTarget(document: PlanDocument, node: WatchedNode): Attention | null {
  const { verdict, target, forecast, chance, lastYear, dimension, code } = node;
  if (verdict !== 'unrealistic' || chance === null) return null;
  return {
    kind: 'unreasonable',
    severity: 'bad',
    params: {
      name: memberName(document, dimension, code),
      dimension,
      amount: target - forecast,
      target,
      forecast,
      chance,
      ...(lastYear === null || lastYear <= 0 ? {} : { lastYear, growth: target / lastYear - 1 }),
    },
    at: { [dimension]: code },
    page: 'challenge',
  };
}

const deviationOf = (growths: number[], mean: number): number =>
  Math.max(
    LEAST_DEVIATION,
    growths.length < 2
      ? 0
      : Math.sqrt(growths.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (growths.length - 1)),
  );

const nameOf = (document: PlanDocument, { dimension }: MemberLevel, code: number) => ({
  name: memberName(document, dimension, code),
  dimension,
});
