import { issue } from '~/domain/issue';
import { type GroupRange, groupRange } from '~/engine/challenge/index';
import type { View } from '~/engine/cube/index';
import { grown } from './historySupport';
import { childrenOf } from './nodeTree';
import { type NodeStudy, rangeOf, type Support, unknownSupport } from './support';

/** Fewer than these are no group to be compared with. */
export const LEAST_PEERS = 5;

/**
 * Whom a node is compared with: the children of its parent where there are five of them or more, else all nodes of its level.
 * The node itself is one of them.
 */
export function peerGroups(view: View): (node: number) => { key: number; nodes: number[] } {
  const byDepth: number[][] = view.levels.map(() => []);
  for (let node = 1; node < view.count; node += 1) byDepth[view.depth[node] - 1].push(node);
  return (node) => {
    if (node === 0) return { key: -1, nodes: [] };
    const parent = view.parent[node];
    if (view.childCount[parent] >= LEAST_PEERS) return { key: parent, nodes: childrenOf(view, parent) };
    return { key: -1 - view.depth[node], nodes: byDepth[view.depth[node] - 1] };
  };
}

/** What a group of nodes did in its last twelve months. */
export interface PeerFigures {
  /** Growth on the twelve months before. */
  growth: GroupRange | null;
  /** Sales of twelve months. */
  size: GroupRange | null;
}

export const peerFigures = (growths: Iterable<number>, sizes: Iterable<number>): PeerFigures => ({
  growth: groupRange(growths, LEAST_PEERS),
  size: groupRange(sizes, LEAST_PEERS),
});

/** Last year grown as its peers grew: nine in ten of them, half of them, one in ten. Unknown with fewer than five. */
export function peerSupport(peers: PeerFigures, reference: NodeStudy['reference'], nodes: number): Support {
  if (!reference) return unknownSupport('peers', issue('challenge/noReference'));
  const { growth, size } = peers;
  if (!growth) return unknownSupport('peers', issue('challenge/fewPeers', { n: nodes, needed: LEAST_PEERS }));
  return {
    kind: 'peers',
    range: rangeOf(grown(reference, growth.low), grown(reference, growth.median), grown(reference, growth.high)),
    facts: {
      n: growth.count,
      reference: reference.amount,
      low: growth.low,
      median: growth.median,
      high: growth.high,
      mean: growth.mean,
      spread: growth.spread,
      size: reference.amount,
      medianSize: size?.median ?? null,
    },
    issues: [],
  };
}
