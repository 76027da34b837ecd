import type { At } from '~/domain/cell';
import type { ChallengeRule } from '~/domain/challenge';
import type { ChallengeView } from '~/domain/challengeView';
import { columnKey } from '~/domain/plan';
import { amountWithChance, chanceOf, placeRest } from '~/engine/challenge/index';
import { nodeRows } from '~/engine/cube/index';
import { holdsOf } from '../resolve';
import { labelsOf } from '../views/changeLines';
import { atKey } from './atKey';
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
 * Where the target is demanding or unrealistic and lies above it, the rest goes to siblings in proportion to their room: up to
 * the amount they still reach with a fair chance, as far as their amount is free (locked and closed parts take nothing). The
 * node never goes below what is locked in it or the least it must have; what nobody has room for leaves the total, unless the
 * total above is locked: then it stays with the node. All parts are whole minor units and add up exactly. Null without a
 * forecast.
 */
export function fairShift(scene: ChallengeScene, options: ShiftOptions): ChallengeView['fair'] {
  const { tree, studies, amounts, rule, node, siblings } = options;
  const study = studies[node];
  const fair = amountWithChance(groundsOf(study), rule.fairChance);
  if (fair === null || !study.outcome) return null;
  const answer = { amount: fair, chance: chanceOf(study.outcome, fair), takers: [], left: 0, locked: false, cells: [] };
  const target = amounts.sum[node];
  const { verdict } = judgeNode(study, target, rule);
  if (target === null || target <= fair || verdict === 'easy' || verdict === 'fair') return answer;
  const fixedOf = fixedParts(scene);
  const own = fixedOf(nodeRows(tree.view, node));
  const bounds = yearLimits(scene);
  const least = own.free === 0 ? target : Math.max(own.sum, bounds(tree.ats[node]).min);
  const after = Math.min(target, Math.max(fair, least));
  const locked = after > fair;
  const rooms = siblings.map((sibling) => {
    const before = amounts.sum[sibling];
    const most = amountWithChance(groundsOf(studies[sibling]), rule.fair);
    if (before === null || most === null) return 0;
    const room = Math.min(
      (most - before) * fixedOf(nodeRows(tree.view, sibling)).free,
      bounds(tree.ats[sibling]).max - before,
    );
    return Math.max(0, Math.floor(room));
  });
  const { parts, left } = placeRest(target - after, rooms);
  const staysHere = left > 0 && isTotalHeldAbove(scene, tree.ats[node]) ? left : 0;
  const takers = siblings
    .flatMap((sibling, i) => {
      const before = amounts.sum[sibling] ?? 0;
      const { outcome } = studies[sibling];
      if (parts[i] === 0) return [];
      const at = tree.ats[sibling];
      const then = before + parts[i];
      const taker = {
        at,
        label: labelOf(scene, at),
        before,
        after: then,
        chanceAfter: outcome && chanceOf(outcome, then),
      };
      return [{ taker, room: rooms[i] }];
    })
    .sort((a, b) => b.room - a.room || b.taker.after - a.taker.after)
    .map(({ taker }) => taker);
  const amount = after + staysHere;
  const cells =
    amount === target
      ? []
      : [{ at: tree.ats[node], amount }, ...takers.map(({ at, after: then }) => ({ at, amount: then }))];
  return { ...answer, takers, left: left - staysHere, locked, cells };
}

const labelOf = ({ document }: ChallengeScene, at: At): string => labelsOf(document, at).at(-1) ?? '';

/** The lasting limits of whole nodes for the year; ±Infinity where there is none. */
function yearLimits({ document, whole, plan, column }: ChallengeScene): (at: At) => { min: number; max: number } {
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
    const own = limits.find(({ cell }) => atKey(cell.at) === atKey(at));
    return { min: own?.min ?? Number.NEGATIVE_INFINITY, max: own?.max ?? Number.POSITIVE_INFINITY };
  };
}

/** Whether a sum that the node is a part of is locked: then what it gives up must stay within. */
function isTotalHeldAbove({ document, whole, column }: ChallengeScene, at: At): boolean {
  return holdsOf(document, whole.id, columnKey(column)).some(
    ({ kind, cell }) =>
      kind === 'total' &&
      atKey(cell.at) !== atKey(at) &&
      Object.entries(cell.at).every(([dimension, code]) => at[dimension] === code),
  );
}
