import { issue } from '~/domain/issue';
import type { NodeOutlook } from '~/domain/outlook';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { Result } from '~/domain/result';
import { chanceOf, type GrowthHistory, groupRange, growthHistory } from '~/engine/challenge/index';
import type { PlanDocument } from '../document';
import type { FactCache } from '../facts';
import { addressKey } from '../outlooks/salesTable';
import type { ViewCache } from '../views/viewCache';
import { type CarriedAmount, capacityByNode } from './capacityByNode';
import { historySupport } from './historySupport';
import { monthsOfYear, type NodeMonths, nodeMonths } from './nodeMonths';
import type { NodeTree } from './nodeTree';
import { LEAST_PEERS, type PeerFigures, peerFigures, peerGroups, peerSupport } from './peerSupport';
import { pipelineByNode } from './pipelineByNode';
import { type NodePotential, potentialByNode } from './potentialByNode';
import { type PotentialFigures, potentialSupport, wholePotential } from './potentialSupport';
import { type NodeStudy, outcomeOfYear, type Support, unknownSupport } from './support';
import { trendSupport } from './trendSupport';

export interface StudyOptions {
  tree: NodeTree;
  /** The plan as its year that is judged (`focusYear`). */
  plan: Plan;
  /** As it is stored, with all its years. */
  whole: Plan;
  facts: FactCache;
  views: ViewCache;
  /** By `addressKey`; a node without one is judged without a forecast. */
  outlooks: ReadonlyMap<string, NodeOutlook>;
  today: Day;
}

/**
 * What supports an amount at every node of a tree, whatever is asked of it: nothing in it changes while targets are edited.
 * All sums over orders are made for the whole tree at once.
 */
export function studyNodes(document: PlanDocument, options: StudyOptions): NodeStudy[] {
  const { tree, plan, whole, today } = options;
  const { view, ats } = tree;
  const sold = nodeMonths(document, whole, { view, facts: options.facts });
  const growths = ats.map((_, node): GrowthHistory => growthHistory(sold?.of(node) ?? []));
  const peersOf = groupedPeers(options, growths);
  const potential = sold ? potentialByNode(document, whole, { view, coverage: sold.coverage }) : null;
  const reachedBy = groupedShares(options, potential);
  const capacityOf = capacityByNode(document, whole, { view, today });
  const pipelineOf = pipelineByNode(document, { tree, plan, views: options.views, today });
  const years = sold ? yearsAfter(plan, sold.fromMonth + sold.of(0).length - 1) : 1;
  return ats.map((at, node): NodeStudy => {
    const outlook = options.outlooks.get(addressKey(at)) ?? null;
    const year = outlook?.year ?? null;
    const actual = come(outlook, plan, sold);
    const reference = referenceOf(outlook, growths[node], years);
    const months = sold?.of(node) ?? [];
    const figures = potential ? figuresOf(potential, node) : null;
    const carried = capacityOf.ok ? capacityOf.value(node) : null;
    const { peers, count } = peersOf(node);
    return {
      reference,
      outcome: year && outcomeOfYear(year),
      actual,
      year,
      capacity: carried && carried.range.mid > 0 ? carried.range.high : null,
      potential: wholePotential(figures),
      supports: [
        historySupport(growths[node], reference),
        trendSupport(plan, { months, fromMonth: sold?.fromMonth ?? 0 }),
        peerSupport(peers, reference, count),
        potentialSupport(figures, reachedBy(node)),
        capacitySupport(carried, capacityOf),
        pipelineOf(node, { year, actual }),
        forecastSupport(outlook),
      ],
    };
  });
}

/** What came of the year so far: nothing yet where it lies ahead. */
function come(outlook: NodeOutlook | null, plan: Plan, sold: NodeMonths | null): number | null {
  const isAhead = sold !== null && sold.coverage.asOf < plan.periods[0].from;
  return outlook?.actual ?? (isAhead ? 0 : null);
}

/** Last year where it is known, else the latest twelve months; null where neither brought anything. */
export function referenceOf(outlook: NodeOutlook | null, growth: GrowthHistory, years: number): NodeStudy['reference'] {
  const lastYear = outlook?.lastYear ?? null;
  if (lastYear !== null) return lastYear > 0 ? { amount: lastYear, years: 1, isLastYear: true } : null;
  const { reference } = growth;
  return reference !== null && reference > 0 ? { amount: reference, years, isLastYear: false } : null;
}

/** Years from the last known month to the end of the plan's year, one at least. */
export function yearsAfter(plan: Plan, lastMonth: number): number {
  const end = monthsOfYear(plan).at(-1)?.month ?? lastMonth;
  return Math.max(1, (end - lastMonth) / 12);
}

const NO_PEERS: PeerFigures = { growth: null, size: null };

/** Peers by node, each group made once. */
function groupedPeers({ tree }: StudyOptions, growths: GrowthHistory[]) {
  const groupOf = peerGroups(tree.view);
  const made = new Map<number, PeerFigures>();
  return (node: number): { peers: PeerFigures; count: number } => {
    const { key, nodes } = groupOf(node);
    if (nodes.length === 0) return { peers: NO_PEERS, count: 0 };
    let peers = made.get(key);
    if (!peers) {
      const grew = nodes.flatMap((peer) => growths[peer].yearly[0] ?? []);
      const sold = nodes.flatMap((peer) => growths[peer].reference ?? []);
      peers = peerFigures(
        grew,
        sold.filter((amount) => amount > 0),
      );
      made.set(key, peers);
    }
    return { peers, count: nodes.length };
  };
}

/** The share of their potential that the peers of a node reach. */
function groupedShares({ tree }: StudyOptions, potential: NodePotential | null) {
  const groupOf = peerGroups(tree.view);
  const made = new Map<number, ReturnType<typeof groupRange>>();
  return (node: number): ReturnType<typeof groupRange> => {
    if (!potential) return null;
    const { key, nodes } = groupOf(node);
    const known = made.get(key);
    if (known !== undefined) return known;
    const shares = nodes
      .filter((peer) => potential.potential[peer] > 0)
      .map((peer) => Math.max(0, potential.reached[peer]) / potential.potential[peer]);
    const range = groupRange(shares, LEAST_PEERS);
    made.set(key, range);
    return range;
  };
}

const figuresOf = ({ potential, reached, unstated }: NodePotential, node: number): PotentialFigures => ({
  potential: Math.round(potential[node]),
  reached: reached[node],
  unstated: unstated[node],
});

function capacitySupport(carried: CarriedAmount | null, known: Result<unknown>): Support {
  if (!known.ok) return unknownSupport('capacity', ...known.issues);
  if (!carried || carried.range.mid <= 0) return unknownSupport('capacity', issue('challenge/noCapacity'));
  const { range, base, fresh } = carried;
  return { kind: 'capacity', range, facts: { base, fresh }, issues: [] };
}

export function forecastSupport(outlook: NodeOutlook | null): Support {
  const year = outlook?.year ?? null;
  if (!outlook || !year) return unknownSupport('forecast', issue('challenge/noForecast'));
  const range = { low: year.lower, mid: year.mean, high: year.upper };
  const facts = {
    level: 0.8,
    months: outlook.months,
    actual: outlook.actual,
    lastYear: outlook.lastYear,
    aboveLastYear: outlook.lastYear === null ? null : chanceOf(outcomeOfYear(year), outlook.lastYear),
  };
  return { kind: 'forecast', range, facts, issues: [] };
}
