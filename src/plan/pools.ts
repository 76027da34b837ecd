import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { Pool } from '~/domain/plan';
import { membersOf, type PlanDocument } from './document';
import { hierarchyOf } from './members';

interface PoolOptions {
  dimension: DimensionId;
  pools: readonly Pool[];
  /** Whose main tree says what lies under a parent. */
  plan: string | null;
}

/**
 * Member code → the leaf of the plan it counts under: members merged into another count there, members that are not kept
 * count as the pooled one of their parent. Null where the plan pools nothing of the dimension. Codes beyond the end count
 * as themselves.
 */
export function leafCodes(document: PlanDocument, { dimension, pools, plan }: PoolOptions): Uint32Array | null {
  const own = pools.filter((pool) => pool.dimension === dimension);
  if (own.length === 0) return null;
  const next = Math.max(membersOf(document, dimension).next, ...own.map(({ member }) => member + 1));
  const pooled = pooledCodes(own, next, hierarchyOf(document.records, plan, dimension)?.parent ?? new Uint32Array(0));
  return mergedCodes(own, next).map((code) => pooled[code]);
}

/** True for pools that say how deep a dimension is planned; the others say which members were merged. */
export const isDepth = (pool: Pool): boolean => pool.only === undefined && !pool.withUnassigned;

const everyCode = (next: number): Uint32Array => Uint32Array.from({ length: next }, (_, code) => code);

function mergedCodes(pools: readonly Pool[], next: number): Uint32Array {
  const leaf = everyCode(next);
  for (const { only, member } of pools) {
    if (!only) continue;
    const gone = markedCodes(only, next);
    for (let code = 0; code < next; code += 1) if (gone[leaf[code]] === 1) leaf[code] = member;
  }
  return leaf;
}

function pooledCodes(pools: readonly Pool[], next: number, parent: Uint32Array): Uint32Array {
  const leaf = everyCode(next);
  const depth = pools.filter((pool) => !pool.only);
  const pooledMembers = depth.map((pool) => pool.member);
  for (const { keep, member, under, withUnassigned } of depth) {
    const kept = markedCodes([...keep, ...pooledMembers], next);
    if (withUnassigned) leaf[0] = member;
    for (let code = 1; code < next; code += 1) {
      if (kept[code] === 0 && (under === undefined || (parent[code] ?? 0) === under)) leaf[code] = member;
    }
  }
  return leaf;
}

function markedCodes(codes: readonly MemberCode[], next: number): Uint8Array {
  const marks = new Uint8Array(next);
  for (const code of codes) if (code < next) marks[code] = 1;
  return marks;
}
