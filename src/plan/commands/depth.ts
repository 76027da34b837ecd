import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { foldKey, type Member, type MemberCode, memberId } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { Plan, Pool } from '~/domain/plan';
import { fail, type Result } from '~/domain/result';
import type { LineTable } from '~/engine/cube/index';
import type { CommandContext, Outcome } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { regenerate } from '../generation';
import { historyParts } from '../historyParts';
import { type LineMap, type LinePart, splitLines } from '../lineMap';
import { levelKey } from '../members';
import { namesMember, withoutNaming } from '../naming';
import { grownTree, ownHierarchy, withParents } from '../newMembers';
import { isDepth, leafCodes } from '../pools';
import { added, updated } from '../records';
import { requirePlan } from '../resolve';
import { withChanges } from '../staged';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * How deep a dimension is planned: the members named stay by themselves, all others of a parent count as one pooled member
 * under it (其他客户). What becomes pooled is summed; what was pooled and is kept now is cut by the orders of the last
 * twelve known months, and what has no such orders stays with the pooled member. No member named: nothing is pooled.
 * Holds, goals, limits and notes at members that become pooled go into the journal entry; a locked total there refuses.
 */
export function setDepth(
  document: PlanDocument,
  command: Of<'dimensions/setDepth'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const { dimension, keep } = command;
  const place = open.lines.dimensions.indexOf(dimension);
  if (place < 0) return fail(issue('dimension/unknown', { dimension }));
  const members = membersOf(document, dimension);
  if (keep.some((code) => !members.byCode[code])) return fail(issue('member/unknown'));

  const staged = stagePools(document, plan, command);
  const depths = (pool: Pool): boolean => pool.dimension === dimension && isDepth(pool);
  const pools = [...plan.pools.filter((pool) => !depths(pool)), ...staged.pools];
  const after = withChanges(document, staged.records);
  const leaf = leafCodes(after, { dimension, pools, plan: plan.id });
  const before = leafCodes(document, { dimension, pools: plan.pools, plan: plan.id });

  const pooled = new Set<MemberCode>();
  for (let code = 1; code < members.next; code += 1) if (leaf && leaf[code] !== code) pooled.add(code);
  const parents = new Set(ownHierarchy(document, plan.id, dimension).hierarchy.parent);
  const gone = withoutNaming(
    document,
    plan,
    namesMember(dimension, new Set([...pooled].filter((c) => !parents.has(c)))),
  );
  if (!gone.ok) return gone;

  const history = historyParts(document, {
    dimensions: open.lines.dimensions,
    place,
    pools: plan.pools.filter((pool) => !depths(pool)),
    groupOf: before,
  });
  const oldPools = new Set(plan.pools.filter(depths).map((pool) => pool.member));
  const lineMap = depthMap(open.lines, {
    place,
    partsOf: (tuple) => (oldPools.has(tuple[place]) ? history.of(tuple) : []),
    leafOf: (code) => leaf?.[code] ?? code,
  });
  return regenerate(
    document,
    { plan: { ...plan, pools }, lineMap, records: [...staged.records, ...gone.value] },
    context,
  );
}

interface StagedPools {
  pools: Pool[];
  records: RecordsDiff;
}

/** One pool per parent that has members beyond those kept, with a member to stand for them. */
function stagePools(document: PlanDocument, plan: Plan, command: Of<'dimensions/setDepth'>): StagedPools {
  const { dimension, keep } = command;
  if (keep.length === 0) return { pools: [], records: [] };
  const { byCode, byKey, next } = membersOf(document, dimension);
  const { hierarchy, isNew } = ownHierarchy(document, plan.id, dimension);
  const grown = grownTree(document, hierarchy);
  const { parent } = grown;
  const level = hierarchy.levels.at(-1) ?? dimension;
  const inner = new Set(parent);
  const kept = new Set(keep);
  const pooledNow = new Set(plan.pools.filter((p) => p.dimension === dimension && isDepth(p)).map((p) => p.member));
  const under = new Set<MemberCode>();
  for (let code = 1; code < next; code += 1) {
    const member = byCode[code];
    if (!member || kept.has(code) || inner.has(code) || pooledNow.has(code) || member.level !== level) continue;
    under.add(parent[code] ?? 0);
  }
  const fresh: Member[] = [];
  const places = new Map<MemberCode, MemberCode>();
  const pools = [...under]
    .sort((a, b) => a - b)
    .map((above): Pool => {
      const name = above === 0 ? command.pooled : `${command.pooled} · ${byCode[above]?.name ?? ''}`;
      const key = foldKey(name);
      let code = byKey.get(levelKey(level, key));
      if (code === undefined) {
        code = next + fresh.length;
        fresh.push({ id: memberId(dimension, code), dimension, code, key, name, aliases: [], level, attributes: {} });
      }
      places.set(code, above);
      return { dimension, keep: [...keep], member: code, withUnassigned: false, under: above };
    });
  const tree = withParents(grown, [...places.keys()], (code) => places.get(code) ?? 0);
  return {
    pools,
    records: [
      ...fresh.map((member) => added('member', member)),
      isNew ? added('hierarchy', tree) : updated('hierarchy', hierarchy, tree),
    ],
  };
}

interface DepthMap {
  place: number;
  partsOf: (tuple: Uint32Array) => { member: MemberCode; weight: number }[];
  leafOf: (code: MemberCode) => MemberCode;
}

function depthMap(lines: LineTable, { place, partsOf, leafOf }: DepthMap): LineMap {
  const width = lines.dimensions.length;
  const asked = new Uint32Array(width);
  const tuple = new Uint32Array(width);
  return splitLines(lines, width, function* (position): Generator<LinePart> {
    for (let d = 0; d < width; d += 1) asked[d] = lines.codes[d][position];
    tuple.set(asked);
    const parts = partsOf(asked);
    for (const { member, weight } of parts) {
      tuple[place] = leafOf(member);
      yield { tuple, weight };
    }
    if (parts.length > 0) return;
    tuple[place] = leafOf(asked[place]);
    yield { tuple, weight: 1 };
  });
}
