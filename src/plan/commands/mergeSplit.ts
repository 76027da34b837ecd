import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { foldKey, type Member, type MemberCode } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, type Outcome, recordsOnly } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { regenerate } from '../generation';
import { type LinePart, mergedLines, splitLines } from '../lineMap';
import { hierarchiesOf, hierarchyOf } from '../members';
import { namesMember, withoutNaming } from '../naming';
import { grownTree, newMembers, ownHierarchy, placed, withParents } from '../newMembers';
import { isDepth, leafCodes } from '../pools';
import { added, updated } from '../records';
import { requirePlan } from '../resolve';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Several members become one: it answers to all their names, so imports find it, their lines go over to it and values that
 * meet are summed; children of an inner member follow. Past orders count at it in this plan, and in plans to come. Holds,
 * goals, limits and notes at the members that go are kept in the journal entry; a locked total at any of them, or at the
 * one that stays, refuses. Other plans keep their lines. Without an open plan only the members are merged.
 */
export function mergeMembers(
  document: PlanDocument,
  command: Of<'members/merge'>,
  context: CommandContext,
): Result<Outcome> {
  const { dimension, into } = command;
  const { byCode, next } = membersOf(document, dimension);
  const codes = [...new Set(command.codes)];
  const stays = byCode[into];
  const goes = codes.flatMap((code) => byCode[code] ?? []);
  if (!stays || stays.archived || into === 0 || codes.length === 0 || goes.length !== codes.length) {
    return fail(issue('member/unknown'));
  }
  if (codes.includes(into)) return fail(issue('member/sameMember'));
  // Without a plan there are no lines yet: the members alone become one, and plans to come count them so.
  if (!document.open) {
    if (goes.some((member) => member.level !== stays.level)) return fail(issue('member/level'));
    return ok(recordsOnly(mergedRecords(document, { plan: null, goes, stays })));
  }
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const pooling = plan.pools.filter((pool) => pool.dimension === dimension && isDepth(pool));
  if (pooling.some((pool) => codes.includes(pool.member))) return fail(issue('member/inUse'));
  if (goes.some((member) => member.level !== stays.level)) return fail(issue('member/level'));

  const gone = withoutNaming(document, plan, namesMember(dimension, new Set(codes)));
  if (!gone.ok) return gone;
  const records: RecordsDiff = [...gone.value, ...mergedRecords(document, { plan, goes, stays })];
  const place = open.lines.dimensions.indexOf(dimension);
  const isLeaf = !ownHierarchy(document, plan.id, dimension).hierarchy.parent.some(
    (parent, code) => code < next && codes.includes(parent),
  );
  const pooled: Plan = isLeaf
    ? { ...plan, pools: [...plan.pools, { dimension, keep: [], member: into, withUnassigned: false, only: codes }] }
    : plan;
  if (place < 0) return ok(recordsOnly([...records, updated('plan', plan, pooled)]));
  const leaf = leafCodes(document, { dimension, pools: plan.pools, plan: plan.id });
  const target = leaf?.[into] ?? into;
  const isGone = new Uint8Array(next);
  for (const code of codes) isGone[code] = 1;
  const lineMap = mergedLines(open.lines, open.lines.dimensions.length, (position, tuple) => {
    for (let d = 0; d < tuple.length; d += 1) tuple[d] = open.lines.codes[d][position];
    if (isGone[tuple[place]] === 1) tuple[place] = target;
  });
  return regenerate(document, { plan: pooled, lineMap, records }, context);
}

/** Names, archive marks and the trees after a merge. */
function mergedRecords(
  document: PlanDocument,
  { plan, goes, stays }: { plan: Plan | null; goes: Member[]; stays: Member },
): RecordsDiff {
  const { dimension, code: into } = stays;
  const names = goes.flatMap((member) => [member.name, ...member.aliases]);
  const aliases = [...new Set([...stays.aliases, ...names])].filter((alias) => foldKey(alias) !== stays.key);
  const trees = [
    ...(plan ? hierarchiesOf(document.records, plan.id, dimension) : []),
    hierarchyOf(document.records, null, dimension),
  ];
  const isGone = new Set<MemberCode>(goes.map((member) => member.code));
  return [
    ...goes.map((member) => updated('member', member, { ...member, archived: true, mergedInto: into })),
    updated('member', stays, { ...stays, aliases }),
    ...trees.flatMap((tree) => {
      if (!tree) return [];
      const children = Array.from(tree.parent.keys()).filter((code) => isGone.has(tree.parent[code]));
      return children.length > 0 ? placed(document, [tree], { codes: children, parentOf: () => into }) : [];
    }),
  ];
}

/** Percents are whole in steps of a millionth of a point. */
const STEPS = 1e6;

/**
 * Part of the numbers of a member goes to new members beside it, by percents of every value (largest remainder, exact);
 * what the percents leave of 100 stays with it. Facts stay where they were booked. A locked total at the member refuses.
 */
export function splitMember(
  document: PlanDocument,
  command: Of<'members/split'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const { dimension, code, parts } = command;
  const place = open.lines.dimensions.indexOf(dimension);
  if (place < 0) return fail(issue('dimension/unknown', { dimension }));
  const member = membersOf(document, dimension).byCode[code];
  const { hierarchy, isNew } = ownHierarchy(document, plan.id, dimension);
  if (!member || code === 0 || hierarchy.parent.includes(code)) return fail(issue('member/unknown'));
  const percents = parts.map(({ percent }) => Math.round(percent * STEPS));
  const rest = 100 * STEPS - percents.reduce((sum, percent) => sum + percent, 0);
  if (parts.length === 0 || percents.some((percent) => !(percent > 0)) || !(rest >= 0)) {
    return fail(issue('member/percent'));
  }
  const fresh = newMembers(document, dimension, { names: parts.map(({ to }) => to), level: member.level });
  if (!fresh.ok) return fresh;
  if (fresh.value.length !== parts.length) return fail(issue('member/unknown'));
  const codes = fresh.value.map((part) => part.code);
  const beside = [
    ...(plan ? hierarchiesOf(document.records, plan.id, dimension) : []),
    hierarchyOf(document.records, null, dimension),
  ];
  const records: RecordsDiff = [
    ...fresh.value.map((part) => added('member', part)),
    ...placed(document, beside, { codes, parentOf: (tree) => grownTree(document, tree).parent[code] ?? 0 }),
    ...(isNew
      ? [
          added(
            'hierarchy',
            withParents(hierarchy, codes, () => hierarchy.parent[code] ?? 0),
          ),
        ]
      : []),
  ];
  const shares = [{ member: code, weight: rest }, ...codes.map((part, i) => ({ member: part, weight: percents[i] }))];
  const tuple = new Uint32Array(open.lines.dimensions.length);
  const lineMap = splitLines(open.lines, tuple.length, function* (position): Generator<LinePart> {
    for (let d = 0; d < tuple.length; d += 1) tuple[d] = open.lines.codes[d][position];
    if (tuple[place] !== code) {
      yield { tuple, weight: 1 };
      return;
    }
    for (const share of shares) {
      tuple[place] = share.member;
      yield { tuple, weight: share.weight };
    }
  });
  const pools = plan.pools.map((pool) =>
    pool.dimension === dimension && pool.keep.includes(code) ? { ...pool, keep: [...pool.keep, ...codes] } : pool,
  );
  return regenerate(document, { plan: { ...plan, pools }, lineMap, records }, context);
}
