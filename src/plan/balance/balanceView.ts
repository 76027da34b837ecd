import type { BalanceQuery, BalanceRow, BalanceView } from '~/domain/balanceView';
import type { At } from '~/domain/cell';
import type { DimensionId } from '~/domain/dimension';
import { type Issue, issue } from '~/domain/issue';
import {
  type BalanceMember,
  balanceTargets,
  chanceOf,
  dispersion,
  type Outcome,
  outcomeOf,
} from '~/engine/challenge/index';
import { nodeRows } from '~/engine/cube/index';
import { capacityBook } from '../capacity/capacityBook';
import { nodeCapacity } from '../capacity/nodeCapacity';
import { challengeRule } from '../challenge/challengeRule';
import type { ChallengeScene } from '../challenge/challengeScene';
import { yearLimits } from '../challenge/fairShift';
import { fixedParts } from '../challenge/fixedPart';
import { nodeAmounts } from '../challenge/nodeAmounts';
import { dimensionTree, type NodeTree } from '../challenge/nodeTree';
import { outcomeOfYear } from '../challenge/support';
import { memberName } from '../document';
import { addressKey } from '../outlooks/salesTable';
import { accountMoves } from './accountMoves';
import { ratchetOf } from './ratchetOf';
import { salesOfYearBefore, targetsOfLastYear } from './yearBefore';

/** Locks whose price is told. */
const MOST_PRICES = 20;

/** The members that share the total: what forecasts are needed for. */
export function balanceAddresses(scene: ChallengeScene, dimension: DimensionId): At[] {
  const tree = dimensionTree(scene.document, scene.open, { plan: scene.whole, dimension });
  return membersOfTree(tree).map((node) => tree.ats[node]);
}

const membersOfTree = ({ view }: NodeTree): number[] =>
  Array.from({ length: view.cells }, (_, cell) => view.firstLeaf + cell);

/** One member with everything that is known of it. */
interface Member {
  node: number;
  at: At;
  label: string;
  code: number;
  now: number | null;
  outcome: Outcome | null;
  expectedFrom: BalanceRow['expectedFrom'];
  lastYear: number | null;
  share: BalanceMember;
  held: BalanceRow['held'];
  isLocked: boolean;
}

/**
 * The members of a dimension with a fixed total laid out so that it is equally hard for all, around locks, closed periods and
 * lasting limits; what each lock costs the others, which customers could move instead, and whether more is asked of those who
 * did well. Expectations come from forecasts, a newcomer's from capacity; proposals of sellers are never used. Minor units;
 * the cells sum to the same total exactly.
 */
export function balanceView(scene: ChallengeScene, query: BalanceQuery): BalanceView {
  const { document, open, whole, plan, column, asOf } = scene;
  const tree = dimensionTree(document, open, { plan: whole, dimension: query.dimension });
  const members = readMembers(scene, tree, query.dimension);
  const spoken = members.filter(({ now }) => now !== null);
  const balanced = balanceTargets(
    spoken.map(({ share }) => share),
    query.by,
  );
  const proposed = new Map(spoken.map(({ node }, i) => [node, balanced.amounts[i]]));
  const bounds = new Map(spoken.map(({ node }, i) => [node, balanced.bound[i]]));
  const rows = members.map((member) =>
    rowOf(member, proposed.get(member.node) ?? null, bounds.get(member.node) ?? null),
  );
  const lastTargets = targetsOfLastYear(scene, tree);
  const before = salesOfYearBefore(scene, query.dimension);
  const change = ({ now, proposed: then }: BalanceRow): number => Math.abs((then ?? 0) - (now ?? 0));
  return {
    asOf,
    dimension: query.dimension,
    dimensions: open.lines.dimensions.filter((one) => one !== 'product'),
    total: spoken.length > 0 ? spoken.reduce((sum, { now }) => sum + (now ?? 0), 0) : null,
    level: balanced.level,
    before: dispersion(rows.map(({ difficulty }) => difficulty.now)),
    after: dispersion(rows.map(({ difficulty }) => difficulty.after)),
    rows: [...rows].sort((a, b) => change(b) - change(a)),
    prices: pricesOf(spoken, query.by),
    ...movesOf(scene, query.dimension, members),
    ratchet: ratchetOf(
      members.map(({ node, code, now, lastYear }) => ({
        now,
        lastYear,
        yearBefore: before ? before(code) : null,
        lastTarget: lastTargets?.[node] ?? null,
      })),
      { limit: challengeRule(document, whole.id).ratchet, lastYearIs: 'lastYear' },
    ),
    cell: { column, periods: plan.periods.map(({ id }) => id) },
    cells: spoken.flatMap(({ node, at, now }) => {
      const amount = proposed.get(node) ?? now;
      return amount === null || amount === now ? [] : [{ at, amount }];
    }),
    issues: issuesOf(members),
  };
}

function readMembers(scene: ChallengeScene, tree: NodeTree, dimension: DimensionId): Member[] {
  const { document, open, whole, plan, column, memory, today } = scene;
  const amounts = nodeAmounts(document, open, { plan, column, view: tree.view });
  const fixedOf = fixedParts(scene);
  const limitsOf = yearLimits(scene);
  return membersOfTree(tree).map((node): Member => {
    const at = tree.ats[node];
    const outlook = memory.outlooks.get(addressKey(at)) ?? null;
    const forecast = outlook?.year ? outcomeOfYear(outlook.year) : null;
    const capacity = forecast ? null : nodeCapacity(document, whole, { at, today });
    const carried =
      capacity && capacity.middle > 0
        ? outcomeOf({ middle: capacity.middle, lower: capacity.low, upper: capacity.high, level: 0.8 })
        : null;
    const now = amounts.sum[node];
    const fixed = fixedOf(nodeRows(tree.view, node));
    const limits = limitsOf(at);
    const outcome = forecast ?? carried;
    const isLocked = fixed.free === 0;
    const code = at[dimension] ?? 0;
    return {
      node,
      at,
      code,
      label: memberName(document, dimension, code),
      now,
      outcome,
      expectedFrom: forecast ? 'forecast' : carried ? 'capacity' : null,
      lastYear: outlook?.lastYear ?? null,
      share: {
        outcome,
        now: now ?? 0,
        least: isLocked ? (now ?? 0) : Math.max(0, fixed.sum, limits.min),
        most: isLocked ? (now ?? 0) : limits.max,
      },
      held: isLocked ? 'all' : fixed.free < 1 ? 'some' : 'none',
      isLocked,
    };
  });
}

function rowOf(member: Member, proposed: number | null, bound: 'least' | 'most' | null): BalanceRow {
  const { at, label, now, outcome, expectedFrom, held, isLocked } = member;
  const expected = outcome ? Math.round(outcome.middle) : null;
  const ratio = (amount: number | null): number | null =>
    amount === null || expected === null || expected <= 0 ? null : amount / expected;
  const chance = (amount: number | null): number | null =>
    amount === null || outcome === null ? null : chanceOf(outcome, amount);
  return {
    at,
    label,
    now,
    expected,
    expectedFrom,
    proposed,
    difficulty: { now: ratio(now), after: ratio(proposed) },
    chance: { now: chance(now), after: chance(proposed) },
    held,
    bound: isLocked ? 'held' : bound,
  };
}

/** For every lock and limit that bites: what its member would be given if it were free. */
function pricesOf(members: readonly Member[], by: BalanceQuery['by']): BalanceView['prices'] {
  const shares = members.map(({ share }) => share);
  const { bound, amounts } = balanceTargets(shares, by);
  const bitten = members.flatMap((member, i) => (bound[i] !== null && member.outcome !== null ? [{ member, i }] : []));
  return bitten
    .slice(0, MOST_PRICES * 5)
    .map(({ member, i }) => {
      const freed = shares.map((share, k) =>
        k === i ? { ...share, least: 0, most: Number.POSITIVE_INFINITY } : share,
      );
      const without = balanceTargets(freed, by);
      return {
        at: member.at,
        label: member.label,
        amount: amounts[i],
        free: without.amounts[i],
        price: amounts[i] - without.amounts[i],
        levelWithout: without.level,
      };
    })
    .filter(({ price }) => price !== 0)
    .sort((a, b) => Math.abs(b.price) - Math.abs(a.price))
    .slice(0, MOST_PRICES);
}

function movesOf(
  { document, whole, today }: ChallengeScene,
  dimension: DimensionId,
  members: readonly Member[],
): Pick<BalanceView, 'moves' | 'afterMoves'> {
  const book = dimension === 'seller' ? capacityBook(document, whole, today) : null;
  if (!book) return { moves: [], afterMoves: null };
  const holders = members.flatMap(({ code, now, outcome }) =>
    now === null || code === 0 || !outcome || outcome.middle <= 0
      ? []
      : [{ seller: code, now, expected: outcome.middle }],
  );
  const { moves, expected } = accountMoves(document, holders, book.sold);
  if (moves.length === 0) return { moves, afterMoves: null };
  const then = holders.map(({ seller, now }) => {
    const own = expected.get(seller) ?? 0;
    return own > 0 ? now / own : null;
  });
  return { moves, afterMoves: dispersion(then) };
}

function issuesOf(members: readonly Member[]): Issue[] {
  const unknown = members.filter(({ now, outcome }) => now !== null && now !== 0 && outcome === null);
  if (members.every(({ now }) => now === null)) return [issue('balance/noTargets')];
  return unknown.length > 0 ? [issue('balance/unknownMembers', { n: unknown.length, name: unknown[0].label })] : [];
}
