import type { At } from '~/domain/cell';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import { membersOf, type PlanDocument } from '../document';
import { hierarchyOfNode } from '../members';
import { isPooled, pooledLeaves, treeOf } from '../views/nodeFilters';

/** The members of a dimension, as far as some nodes tell them apart: members under the same of them are one class. */
export interface WantedNodes {
  dimension: DimensionId;
  /** Member code → class. */
  classOf: Uint32Array;
  /** Class → the wanted nodes that its members lie under. */
  nodesOf: MemberCode[][];
}

/**
 * Which of the nodes that some addresses name in a dimension hold each of its members: for many nodes at once what
 * `nodeFilters` says of one, by the same trees and pools.
 */
export function wantedNodes(
  document: PlanDocument,
  plan: Plan | null,
  { dimension, ats }: { dimension: DimensionId; ats: readonly At[] },
): WantedNodes {
  const members = membersOf(document, dimension);
  const nodes = [...new Set(ats.flatMap((at) => (at[dimension] === undefined ? [] : [at[dimension]])))];
  const next = Math.max(members.next, 1, ...nodes.map((node) => node + 1));
  const leaf = pooledLeaves(document, plan, dimension);
  const main = treeOf(document, plan, dimension);
  const holders: MemberCode[][] = Array.from({ length: next }, () => []);
  const trees = new Map<
    string,
    { parent: ArrayLike<number> | null; depth: number; byPool: boolean; wanted: Uint8Array }
  >();
  for (const node of nodes) {
    const tree = (plan ? hierarchyOfNode(document.records, plan.id, { members, node }) : null) ?? main;
    const byPool = leaf !== null && !isPooled(document, plan, { dimension, node });
    const key = `${tree?.id ?? ''}|${byPool}`;
    const group = trees.get(key) ?? {
      parent: tree?.parent ?? null,
      depth: tree?.levels.length ?? 0,
      byPool,
      wanted: new Uint8Array(next),
    };
    group.wanted[node] = 1;
    trees.set(key, group);
  }
  for (const { parent, depth, byPool, wanted } of trees.values()) {
    for (let code = 0; code < next; code += 1) {
      let up = byPool && leaf && code < leaf.length ? leaf[code] : code;
      if (wanted[up] === 1) holders[code].push(up);
      for (let step = 0; parent && step < depth && up !== 0; step += 1) {
        up = parent[up] ?? 0;
        if (up !== 0 && wanted[up] === 1) holders[code].push(up);
      }
    }
  }
  return classesOf(dimension, holders);
}

function classesOf(dimension: DimensionId, holders: MemberCode[][]): WantedNodes {
  const classes = new Map<string, number>();
  const nodesOf: MemberCode[][] = [];
  const classOf = Uint32Array.from(holders, (nodes) => {
    const key = nodes.join();
    let own = classes.get(key);
    if (own === undefined) {
      own = nodesOf.length;
      classes.set(key, own);
      nodesOf.push(nodes);
    }
    return own;
  });
  return { dimension, classOf, nodesOf };
}
