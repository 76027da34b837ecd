import type { At } from '~/domain/cell';
import { type ChallengeView, EVIDENCE_KINDS, type Evidence, type EvidencePart } from '~/domain/challengeView';
import { issue } from '~/domain/issue';
import { monthIdAt } from '~/domain/period';
import { amountAt, chanceOf, growthHistory, type Outcome } from '~/engine/challenge/index';
import { goalAt } from '../commands/holds';
import { memberName } from '../document';
import { labelsOf } from '../views/changeLines';
import { challengeRule } from './challengeRule';
import { type ChallengeScene, lastYearKind, studiesOf } from './challengeScene';
import { countsOf } from './difficultyView';
import { fairShift } from './fairShift';
import { judgeNode } from './judgement';
import { loneStudy } from './loneStudy';
import { type NodeAmounts, nodeAmounts } from './nodeAmounts';
import { nodeMonths } from './nodeMonths';
import { treeAround } from './nodeTree';
import { concentrationEvidence, cushionEvidence, proposalEvidence, seasonEvidence } from './sideEvidence';
import type { NodeStudy } from './support';
import { targetEvidence } from './targetEvidence';

/** Siblings and children that are foretold with a node, those with the largest targets. */
const MOST_AROUND = 400;
const PARTS_SHOWN = 12;
const CURVE_POINTS = 61;

/** The nodes whose forecasts the view of a node needs: itself, those that could take something over, what lies below. */
export function challengeAddresses(scene: ChallengeScene, at: At): At[] {
  const { document, open, whole, plan, column } = scene;
  const around = treeAround(document, open, { plan: whole, at });
  if (around.node === null) return [at];
  const { sum } = nodeAmounts(document, open, { plan, column, view: around.view });
  const largest = (nodes: number[]): number[] =>
    [...nodes].sort((a, b) => (sum[b] ?? 0) - (sum[a] ?? 0) || a - b).slice(0, MOST_AROUND);
  const { view } = around;
  const wanted = new Set([around.node, ...largest(around.siblings), ...largest(around.children)]);
  const level = Array.from({ length: view.count }, (_, node) => node).filter(
    (node) => view.depth[node] === view.depth[around.node ?? 0],
  );
  for (const node of largest(level)) {
    for (let up = node; up !== 0; up = view.parent[up]) wanted.add(up);
  }
  return [...wanted].map((node) => around.ats[node]);
}

/**
 * Whether the target of a node is reasonable, and why: everything it can be held against, the verdict with what limits it, the
 * chance of any amount, what would be fair and who could take the rest. What is unknown is named in its place, never left out.
 * A node without a line of its own has no target: its forecast is shown alone. Minor units.
 */
export function challengeView(scene: ChallengeScene, at: At): ChallengeView {
  const { document, open, whole, plan, column, asOf } = scene;
  const around = treeAround(document, open, { plan: whole, at });
  const { view, ats, node } = around;
  const rule = challengeRule(document, whole.id);
  const amounts = nodeAmounts(document, open, { plan, column, view });
  const lone = node === null ? loneStudy(scene, at) : null;
  const studies = lone ? [] : studiesOf(scene, around);
  const study = lone ? lone.study : studies[node ?? 0];
  const target = node === null ? null : amounts.sum[node];
  const judgement = judgeNode(study, target, rule);
  const histories = lone ? [lone] : historiesUp(scene, around);
  const periods = plan.periods.map(({ id }) => id);
  const goalOf = (of: At): number | null => goalAt(document, { column, at: of, periods })?.amount ?? null;
  const proposals = nodeAmounts(document, open, { plan, column: { ...column, layer: 'proposal' }, view });
  const goals = around.children.flatMap((child) => goalOf(ats[child]) ?? []);
  const side: Partial<Record<Evidence['kind'], Evidence>> = {
    proposals: proposalEvidence(node === null ? null : proposals.sum[node], {
      target,
      parts: proposalParts(scene, { around, proposals, amounts }),
    }),
    season: seasonEvidence(scene, {
      amounts: node === null ? [] : amounts.periods(node),
      histories: target === null ? [] : histories.map(({ months }) => months),
      fromMonth: histories[0]?.fromMonth ?? 0,
    }),
    concentration: concentrationEvidence(scene, { at, study, target }),
    cushion: cushionEvidence(scene, {
      target,
      goal: goalOf(at),
      childGoals: goals.length > 0 ? goals.reduce((sum, goal) => sum + goal, 0) : null,
      most: Math.max(...rule.bands.flatMap(({ of, high }) => (of === 'overAssignment' ? [high] : [])), 0) || Infinity,
    }),
  };
  const parts: Partial<Record<Evidence['kind'], EvidencePart[]>> = {
    history: histories[0] ? yearParts(histories[0]) : [],
    peers: node === null ? [] : peerParts(scene, { around, node, studies, amounts }),
  };
  const evidence = EVIDENCE_KINDS.flatMap((kind) => {
    const support = study.supports.find((one) => one.kind === kind);
    if (support) return [targetEvidence(support, { study, target, rule, parts: parts[kind] ?? [] })];
    return side[kind] ? [side[kind]] : [];
  });
  return {
    at,
    label: labelsOf(document, at).join(' · '),
    asOf,
    target,
    goal: goalOf(at),
    lastYear: study.reference?.amount ?? null,
    lastYearIs: lastYearKind(study),
    cell: { column, periods },
    actual: asOf !== null && asOf < plan.periods[0].from ? null : study.actual,
    forecast: study.year && { ...study.year, level: 0.8 },
    ...judgement,
    evidence,
    curve: study.outcome ? curveOf(study.outcome, target) : [],
    fair:
      node === null
        ? null
        : fairShift(scene, { tree: around, studies, amounts, rule, node, siblings: around.siblings }),
    below: countsOf(around.children.map((child) => judgeNode(studies[child], amounts.sum[child], rule))),
    rule,
    issues: target === null ? [issue(node === null ? 'challenge/noLines' : 'challenge/noTarget')] : [],
  };
}

type Around = ReturnType<typeof treeAround>;

/** The months of a node, of what it lies under, and of the whole plan, in this order. */
function historiesUp({ document, whole, facts }: ChallengeScene, { view, node }: Around) {
  const sold = nodeMonths(document, whole, { view, facts });
  if (!sold || node === null) return [];
  const path = [node];
  for (let up = node; up !== 0; up = view.parent[up]) path.push(view.parent[up]);
  return path.map((one) => ({ months: sold.of(one), fromMonth: sold.fromMonth }));
}

/** Years that do not overlap, newest first, by the month they end in. */
function yearParts({ months, fromMonth }: { months: (number | null)[]; fromMonth: number }): EvidencePart[] {
  const parts: EvidencePart[] = [];
  for (let end = months.length; end >= 12 && parts.length < PARTS_SHOWN; end -= 12) {
    const { reference, yearly } = growthHistory(months.slice(0, end));
    if (reference === null) break;
    const period = monthIdAt(fromMonth + end - 1);
    parts.push({ label: '', at: null, period, amount: reference, share: yearly[0] ?? null, usual: null });
  }
  return parts;
}

/** Siblings with what they sold, how much more than that is asked of them, and what they are expected to bring. */
function peerParts(
  { document }: ChallengeScene,
  { around, studies, amounts }: { around: Around; node: number; studies: NodeStudy[]; amounts: NodeAmounts },
): EvidencePart[] {
  const { view, ats, siblings } = around;
  return siblings
    .map((sibling): EvidencePart => {
      const sold = studies[sibling].reference?.amount ?? null;
      const target = amounts.sum[sibling];
      const level = view.levels[view.depth[sibling] - 1];
      return {
        label: memberName(document, level.dimension, view.code[sibling]),
        at: ats[sibling],
        period: null,
        amount: sold,
        share: target !== null && sold !== null ? target / sold - 1 : null,
        usual: growthSeen(studies[sibling]),
      };
    })
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
    .slice(0, PARTS_SHOWN);
}

const growthSeen = ({ supports }: NodeStudy): number | null =>
  supports.find(({ kind }) => kind === 'history')?.facts.newest ?? null;

/** What was proposed below a node, the furthest below its target first. */
function proposalParts(
  { document }: ChallengeScene,
  { around, proposals, amounts }: { around: Around; proposals: NodeAmounts; amounts: NodeAmounts },
): EvidencePart[] {
  const { view, ats, children } = around;
  return children
    .flatMap((child): EvidencePart[] => {
      const amount = proposals.sum[child];
      const target = amounts.sum[child];
      if (amount === null) return [];
      const level = view.levels[view.depth[child] - 1];
      const share = target !== null && target > 0 ? amount / target - 1 : null;
      const label = memberName(document, level.dimension, view.code[child]);
      return [{ label, at: ats[child], period: null, amount, share, usual: null }];
    })
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0))
    .slice(0, PARTS_SHOWN);
}

/** From where it is all but sure to where it is all but lost, and past the target. */
function curveOf(outcome: Outcome, target: number | null): ChallengeView['curve'] {
  const ends = [amountAt(outcome, 0.995), amountAt(outcome, 0.005), ...(target === null ? [] : [target])];
  const wide = Math.max(...ends) - Math.min(...ends);
  const from = Math.max(Math.min(0, Math.min(...ends)), Math.min(...ends) - wide * 0.05);
  const to = Math.max(...ends) + wide * 0.05;
  const amounts = new Set<number>();
  for (let i = 0; i < CURVE_POINTS; i += 1) amounts.add(Math.round(from + ((to - from) * i) / (CURVE_POINTS - 1)));
  if (target !== null) amounts.add(target);
  return [...amounts].sort((a, b) => a - b).map((amount) => ({ amount, chance: chanceOf(outcome, amount) }));
}
