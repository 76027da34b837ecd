import { appendLines, findLine } from '~/engine/cube/index';
import type { AddedLines } from '../commands/cellEdit';
import type { PlanDocument } from '../document';
import type { LeafFlows } from './leafFlows';
import type { LineShare } from './lineShares';

/** By share and place in its sellers: the position of the line that gets it. */
export type Twins = ReadonlyMap<number, Uint32Array>;

/** No line yet. */
export const NO_LINE = 0xffff_ffff;
const AWAITED = 0xffff_fffe;

/** The lines that flows end on; those that are not there yet are added, blank. */
export function twinLines(
  document: PlanDocument,
  { shares, flows, generation }: { shares: readonly LineShare[]; flows: readonly LeafFlows[]; generation: number },
): { added: AddedLines | null; twins: Twins } {
  const { open } = document;
  if (!open) throw new RangeError('no plan is open');
  const { lines } = open;
  const sellerAt = lines.dimensions.indexOf('seller');
  const twins = new Map<number, Uint32Array>();
  const missing = new Map<string, number[]>();
  const waiting: { share: number; to: number; tuple: number[] }[] = [];
  for (const { share, to } of flows) {
    for (let i = 0; i < share.length; i += 1) {
      const { row, to: sellers } = shares[share[i]];
      const known = twins.get(share[i]) ?? new Uint32Array(sellers.length).fill(NO_LINE);
      twins.set(share[i], known);
      if (known[to[i]] !== NO_LINE) continue;
      const tuple = lines.codes.map((codes, d) => (d === sellerAt ? sellers[to[i]] : codes[row]));
      const line = findLine(lines, tuple);
      if (line !== null) {
        known[to[i]] = lines.positionOf[line];
        continue;
      }
      known[to[i]] = AWAITED;
      missing.set(tuple.join(), tuple);
      waiting.push({ share: share[i], to: to[i], tuple });
    }
  }
  if (missing.size === 0) return { added: null, twins };
  const tuples = [...missing.values()];
  const codes = lines.dimensions.map((_, d) => Uint32Array.from(tuples, (tuple) => tuple[d]));
  const first = appendLines(lines, [...open.columns.values()], codes);
  for (const { share, to, tuple } of waiting) {
    const known = twins.get(share);
    if (known) known[to] = lines.positionOf[findLine(lines, tuple) ?? 0];
  }
  const delta = { kind: 'lines' as const, plan: open.id, group: open.group, generation, first, codes };
  return { added: { first, count: tuples.length, delta }, twins };
}
