import type { At } from '~/domain/cell';
import type { Evidence } from '~/domain/challengeView';
import { issue } from '~/domain/issue';
import { chanceOf, concentrationOf, seasonDistance } from '~/engine/challenge/index';
import { NO_GROUP, sumByDays } from '~/engine/kpi/index';
import { workAround } from '../baseFacts';
import { memberName, membersOf, orderSegments } from '../document';
import { holidaysOf } from '../holidays';
import { periodSeason } from '../profiles';
import { cushionView } from '../views/cushionView';
import { nodeFilters } from '../views/nodeFilters';
import { orderCoverage } from '../views/orderCoverage';
import type { ChallengeScene } from './challengeScene';
import { lastTwelveMonths } from './potentialByNode';
import type { NodeStudy } from './support';

/** A season this far from the usual one is strained, and beyond the second figure implausible: our own starting values. */
const FAR = 0.08;
const TOO_FAR = 0.15;
/** Shares of few customers from which a node hangs on them: kpi.md, concentration; half in one hand is against. */
const TOP_1 = 0.2;
const TOP_10 = 0.6;
const TOP_1_AGAINST = 0.5;
const MONTHS_SHOWN = 3;

const unknownEvidence = (kind: Evidence['kind'], code: Parameters<typeof issue>[0]): Evidence => ({
  kind,
  low: null,
  mid: null,
  high: null,
  state: 'unknown',
  facts: {},
  issues: [issue(code)],
  parts: [],
});

const known = (kind: Evidence['kind'], rest: Pick<Evidence, 'state' | 'facts' | 'parts'>): Evidence => ({
  kind,
  low: null,
  mid: null,
  high: null,
  issues: [],
  ...rest,
});

/** What was proposed from below beside the target: it is shown, and never an expectation, as who proposes is judged by it. */
export function proposalEvidence(
  proposed: number | null,
  { target, parts }: { target: number | null; parts: Evidence['parts'] },
): Evidence {
  if (proposed === null) return unknownEvidence('proposals', 'challenge/noProposals');
  return {
    ...known('proposals', {
      state: target === null || target <= proposed ? 'supports' : 'strains',
      facts: { proposed, gap: target === null ? null : target - proposed, n: parts.length },
      parts,
    }),
    low: proposed,
    mid: proposed,
    high: proposed,
  };
}

/**
 * Whether the target's periods lie as the node's past does: half the sum of the absolute differences of their shares of the
 * year. `histories` from the node up: the first with enough of a past gives the season.
 */
export function seasonEvidence(
  { document, plan }: ChallengeScene,
  { amounts, histories, fromMonth }: { amounts: readonly number[]; histories: (number | null)[][]; fromMonth: number },
): Evidence {
  const work = workAround(document, plan, plan);
  const options = {
    year: plan,
    work,
    holidays: holidaysOf(document, plan),
    festival: plan.currency === 'CNY',
    fromMonth,
  };
  for (const [up, months] of histories.entries()) {
    const history = months.map((amount) => (amount === null ? null : Math.max(0, amount)));
    const season = isDense(months) || up === histories.length - 1 ? periodSeason(history, options) : null;
    const found = season && seasonDistance(amounts, season.shares);
    if (!season || !found) continue;
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    return known('season', {
      state: found.distance <= FAR ? 'supports' : found.distance <= TOO_FAR ? 'strains' : 'against',
      facts: { distance: found.distance, limit: FAR, years: season.years, own: up === 0 ? 1 : 0 },
      parts: found.order.slice(0, MONTHS_SHOWN).map((p) => ({
        label: '',
        at: null,
        period: plan.periods[p].id,
        amount: amounts[p],
        share: amounts[p] / total,
        usual: season.shares[p],
      })),
    });
  }
  return unknownEvidence('season', 'challenge/noSeason');
}

/** A season is read from a node that sold in nine of ten months; else from the one above. */
const isDense = (months: readonly (number | null)[]): boolean =>
  months.filter((amount) => amount !== null && amount > 0).length >= months.length * 0.9;

/** How much hangs on few customers, and what losing the largest would mean for the chance. */
export function concentrationEvidence(
  { document, whole }: ChallengeScene,
  { at, study, target }: { at: At; study: NodeStudy; target: number | null },
): Evidence {
  const coverage = orderCoverage(document);
  if (!coverage) return unknownEvidence('concentration', 'challenge/noCustomers');
  const { from, to } = lastTwelveMonths(coverage);
  const { next } = membersOf(document, 'customer');
  const by = nodeFilters(document, whole, at).map(({ dimension, inside }) => ({
    dimension,
    groupOf: Uint32Array.from(inside, (flag) => (flag === 1 ? 0 : NO_GROUP)),
    groups: 1,
  }));
  const groupOf = Uint32Array.from({ length: next }, (_, code) => code);
  const { sums } = sumByDays(orderSegments(document), {
    by: [...by, { dimension: 'customer', groupOf, groups: next }],
    cuts: Int32Array.of(from, to + 1),
  });
  // What nobody is named for is no customer.
  sums[0] = 0;
  const found = concentrationOf(sums);
  if (!found) return unknownEvidence('concentration', 'challenge/noCustomers');
  const { top1, top5, top10, hhi, customers, largest, total } = found;
  const lost = lossOf(study, top1);
  const isStrained = top1 > TOP_1 || (top10 > TOP_10 && customers > largest.length);
  return known('concentration', {
    state: top1 > TOP_1_AGAINST ? 'against' : isStrained ? 'strains' : 'supports',
    facts: {
      customers,
      top1,
      top5,
      top10,
      hhi,
      largest: sums[largest[0]],
      lost,
      chanceWithout:
        lost === null || target === null || !study.outcome
          ? null
          : chanceOf({ ...study.outcome, middle: study.outcome.middle - lost }, target),
    },
    parts: largest.map((customer) => ({
      label: memberName(document, 'customer', customer),
      at: { customer },
      period: null,
      amount: sums[customer],
      share: sums[customer] / total,
      usual: null,
    })),
  });
}

/** What would be missing of the year if the largest customer bought nothing more: its share of what is still to come. */
const lossOf = ({ year, actual }: NodeStudy, share: number): number | null =>
  year ? Math.round(Math.max(0, year.mean - (actual ?? 0)) * share) : null;

/**
 * How much more is handed out below the node than it answers for, and the cushions from the whole plan down. Strained where it
 * is less, or more than `most`, the highest reference of the rule. Goals speak for all periods of the plan.
 */
export function cushionEvidence(
  { document }: ChallengeScene,
  {
    target,
    goal,
    childGoals,
    most,
  }: { target: number | null; goal: number | null; childGoals: number | null; most: number },
): Evidence {
  const view = cushionView(document);
  const levels = view.ok ? view.value.levels : [];
  const chain = view.ok ? view.value.chain : null;
  const own = goal !== null && goal > 0 && target !== null ? target / goal - 1 : null;
  if (goal === null && childGoals === null && chain === null) return unknownEvidence('cushion', 'challenge/noGoals');
  return known('cushion', {
    // A node that hands out less than it answers for has no cushion but a hole.
    state: own !== null && (own < 0 || own > most) ? 'strains' : 'supports',
    facts: {
      goal,
      target,
      over: own,
      below: childGoals,
      overBelow: childGoals !== null && goal !== null && goal > 0 ? childGoals / goal - 1 : null,
      chain,
    },
    parts: levels
      .filter(({ goals }) => goals > 0)
      .map(({ level, total, cushion }) => ({
        label: level,
        at: null,
        period: null,
        amount: total,
        share: cushion,
        usual: null,
      })),
  });
}
