import type { At } from '~/domain/cell';
import type { ChallengeRule } from '~/domain/challenge';
import type { ChallengeView } from '~/domain/challengeView';
import { columnKey } from '~/domain/plan';
import { amountWithChance, chanceOf, placeRest } from '~/engine/challenge/index';
import { nodeRows } from '~/engine/cube/index';
import { addressKey } from '../outlooks/salesTable';
import { holdsOf } from '../resolve';
import { labelsOf } from '../views/changeLines';
import type { ChallengeScene } from './challengeScene';
import { fixedParts } from './fixedPart';
import { groundsOf, judgeNode } from './judgement';
import type { NodeAmounts } from './nodeAmounts';
import type { NodeTree } from './nodeTree';
import type { NodeStudy } from './support';

interface ShiftOptions {
  tree: NodeTree;
  studies: NodeStudy[];
  amounts: NodeAmounts;
  rule: Omit<ChallengeRule, 'id' | 'plan'>;
  node: number;
  siblings: readonly number[];
}

/**
 * What would be fair at a node: the amount that is reached with the rule's chance, never more than can be carried or bought.
 * Where the target is easy, it may be raised to it and the total with it, unless a total above is locked or it is more than its
 * maximum. Where the target is demanding or unrealistic and lies above it, the rest goes to siblings in proportion to their room: up to
 * the amount they still reach with a fair chance, as far as their amount is free (locked and closed parts take nothing); what
 * is left then to nodes of the same level elsewhere. The node never goes below what is locked in it or the least it must have; what nobody has room for leaves the total, unless the
 * total above is locked: then it stays with the node. All parts are whole minor units and add up exactly. Null without a
 * forecast.
 */
export function fairShift(scene: ChallengeScene, options: ShiftOptions): ChallengeView['fair'] {
  const { tree, studies, amounts, rule, node } = options;
  const study = studies[node];
  const fair = amountWithChance(groundsOf(study), rule.fairChance);
  if (fair === null || !study.outcome) return null;
  const answer = { amount: fair, chance: chanceOf(study.outcome, fair), takers: [], left: 0, locked: false, cells: [] };
  const target = amounts.sum[node];
  const { verdict } = judgeNode(study, target, rule);
  if (target === null || verdict === null || verdict === 'fair') return answer;
  const fixedOf = fixedParts(scene);
  const own = fixedOf(nodeRows(tree.view, node));
  const bounds = yearLimits(scene);
  if (verdict === 'easy') {
    const { max } = bounds(tree.ats[node]);
    const isFree = own.free > 0 && !isTotalHeldAbove(scene, tree.ats[node]);
    return isFree && fair > target && fair <= max
      ? { ...answer, cells: [{ at: tree.ats[node], amount: fair }] }
      : answer;
  }
  if (target <= fair) return answer;
  const least = own.free === 0 ? target : Math.max(own.sum, bounds(tree.ats[node]).min);
  const after = Math.min(target, Math.max(fair, least));
  const locked = after > fair;
  const roomOf = (other: number): number => {
    const before = amounts.sum[other];
    const most = amountWithChance(groundsOf(studies[other]), rule.fair);
    if (before === null || most === null) return 0;
    const free = (most - before) * fixedOf(nodeRows(tree.view, other)).free;
    return Math.max(0, Math.floor(Math.min(free, bounds(tree.ats[other]).max - before)));
  };
  const isBound = isTotalHeldAbove(scene, tree.ats[node]);
  const near = options.siblings.map((other): Taker => ({ node: other, room: roomOf(other), part: 0 }));
  const far = isBound ? [] : farTakers(scene, { tree, node, siblings: options.siblings, roomOf });
  let left = target - after;
  for (const takers of [near, far]) {
    const placed = placeRest(
      left,
      takers.map(({ room }) => room),
    );
    takers.forEach((taker, i) => {
      taker.part = placed.parts[i];
    });
    left = placed.left;
  }
  const staysHere = isBound ? left : 0;
  const takers = [near, far].flatMap((group) =>
    group
      .filter(({ part }) => part > 0)
      .sort((a, b) => b.room - a.room || a.node - b.node)
      .map(({ node: other, part }) => {
        const at = tree.ats[other];
        const before = amounts.sum[other] ?? 0;
        const { outcome } = studies[other];
        const label = group === near ? labelOf(scene, at) : labelsOf(scene.document, at).join(' · ');
        return { at, label, before, after: before + part, chanceAfter: outcome && chanceOf(outcome, before + part) };
      }),
  );
  const amount = after + staysHere;
  const cells =
    amount === target
      ? []
      : [{ at: tree.ats[node], amount }, ...takers.map(({ at, after: then }) => ({ at, amount: then }))];
  return { ...answer, takers, left: left - staysHere, locked, cells };
}

interface Taker {
  node: number;
  room: number;
  part: number;
}

/**
 * Nodes of the same level that are no siblings, for what these leave: never so much that one of the nodes they lie under would
 * have more than it reaches with a fair chance itself. None whose total above is locked.
 */
function farTakers(
  scene: ChallengeScene,
  given: { tree: NodeTree; node: number; siblings: readonly number[]; roomOf: (node: number) => number },
): Taker[] {
  const { tree, node, siblings, roomOf } = given;
  const { view } = tree;
  const near = new Set([node, ...siblings]);
  const takers: (Taker & { up: number })[] = [];
  for (let other = 1; other < view.count; other += 1) {
    if (view.depth[other] !== view.depth[node] || near.has(other) || isTotalHeldAbove(scene, tree.ats[other])) continue;
    takers.push({ node: other, room: roomOf(other), part: 0, up: other });
  }
  const above = new Set<number>([0]);
  for (let up = node; up !== 0; up = view.parent[up]) above.add(up);
  for (let depth = view.depth[node] - 1; depth > 0; depth -= 1) {
    for (const taker of takers) taker.up = view.parent[taker.up];
    for (const parent of new Set(takers.map(({ up }) => up))) {
      if (above.has(parent)) continue;
      const under = takers.filter(({ up, room }) => up === parent && room > 0);
      const all = under.reduce((sum, { room }) => sum + room, 0);
      const most = roomOf(parent);
      if (all > most) for (const taker of under) taker.room = Math.floor(taker.room * (most / all));
    }
  }
  return takers;
}

const labelOf = ({ document }: ChallengeScene, at: At): string => labelsOf(document, at).at(-1) ?? '';

/** The lasting limits of whole nodes for the year; ±Infinity where there is none. */
export function yearLimits({
  document,
  whole,
  plan,
  column,
}: ChallengeScene): (at: At) => { min: number; max: number } {
  const key = columnKey(column);
  const limits = [...document.records.limit.values()].filter(
    ({ plan: owner, cell }) =>
      owner === whole.id &&
      columnKey(cell.column) === key &&
      !cell.within?.length &&
      cell.periods.length === plan.periods.length &&
      plan.periods.every(({ id }) => cell.periods.includes(id)),
  );
  return (at) => {
    const own = limits.find(({ cell }) => addressKey(cell.at) === addressKey(at));
    return { min: own?.min ?? Number.NEGATIVE_INFINITY, max: own?.max ?? Number.POSITIVE_INFINITY };
  };
}

/** Whether a sum that the node is a part of is locked: then what it gives up must stay within. */
function isTotalHeldAbove({ document, whole, column }: ChallengeScene, at: At): boolean {
  return holdsOf(document, whole.id, columnKey(column)).some(
    ({ kind, cell }) =>
      kind === 'total' &&
      addressKey(cell.at) !== addressKey(at) &&
      Object.entries(cell.at).every(([dimension, code]) => at[dimension] === code),
  );
}
