import type { View } from '~/engine/cube/index';

/** A level counts as repeating when at least this part of one year's shares is found again in the other. */
const REPEATS = 0.6;

/**
 * Weights of the cells of a view, summing to 1: down to the depth where shares repeat from one year to the next, each
 * member takes its own share of its parent; below it, the company-wide share of its kind, so that one year's noise is not
 * copied into the plan. Negative amounts count as 0; a parent without any amount shares equally.
 */
export function repeatedShares(view: View, now: Float64Array, before: Float64Array | null): Float64Array {
  const weight = new Float64Array(view.count);
  weight[0] = 1;
  const repeats = levelRepeats(view, now, before);
  const overall = levelTotals(view, now);
  for (let node = 0; node < view.firstLeaf; node += 1) {
    const first = view.firstChild[node];
    const end = first + view.childCount[node];
    const own = repeats[view.depth[node]];
    let total = 0;
    for (let child = first; child < end; child += 1) total += measure(child, own);
    for (let child = first; child < end; child += 1) {
      weight[child] = weight[node] * (total > 0 ? measure(child, own) / total : 1 / (end - first));
    }
  }
  return weight.subarray(view.firstLeaf, view.firstLeaf + view.cells);

  function measure(child: number, own: boolean): number {
    if (own) return Math.max(0, now[child]);
    return now[child] > 0 ? (overall[view.depth[child] - 1].get(view.code[child]) ?? 0) : 0;
  }
}

/** By depth of the parent: whether its children's shares repeat. Once a level does not, none below it is believed. */
export function levelRepeats(view: View, now: Float64Array, before: Float64Array | null): boolean[] {
  const result = view.levels.map(() => true);
  if (!before) return result;
  const overlap = new Float64Array(view.levels.length);
  const mass = new Float64Array(view.levels.length);
  for (let node = 0; node < view.firstLeaf; node += 1) {
    const first = view.firstChild[node];
    const end = first + view.childCount[node];
    let totalNow = 0;
    let totalBefore = 0;
    for (let child = first; child < end; child += 1) {
      totalNow += Math.max(0, now[child]);
      totalBefore += Math.max(0, before[child]);
    }
    if (totalNow <= 0 || totalBefore <= 0) continue;
    let shared = 0;
    for (let child = first; child < end; child += 1) {
      shared += Math.min(Math.max(0, now[child]) / totalNow, Math.max(0, before[child]) / totalBefore);
    }
    overlap[view.depth[node]] += shared * totalNow;
    mass[view.depth[node]] += totalNow;
  }
  let believed = true;
  for (let depth = 0; depth < result.length; depth += 1) {
    if (mass[depth] > 0 && overlap[depth] / mass[depth] < REPEATS) believed = false;
    result[depth] = believed;
  }
  return result;
}

function levelTotals(view: View, now: Float64Array): Map<number, number>[] {
  const totals = view.levels.map(() => new Map<number, number>());
  for (let node = 1; node < view.count; node += 1) {
    const level = totals[view.depth[node] - 1];
    level.set(view.code[node], (level.get(view.code[node]) ?? 0) + Math.max(0, now[node]));
  }
  return totals;
}
