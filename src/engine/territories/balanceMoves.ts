export interface BalanceOptions {
  /** By customer: what it weighs, the seller it is with, and the group of sellers it may stay within. */
  weight: Float64Array;
  seller: Uint32Array;
  group: Uint32Array;
  /** 1 = stays where it is. */
  fixed: Uint8Array;
  /** By seller: the group it belongs to. Only sellers of a group take customers of it; customers of others stay. */
  sellerGroup: Uint32Array;
  /** 1 = takes part. */
  takesPart: Uint8Array;
  /** What is even enough: a share of the group's mean, 0.1 = 10 %. */
  tolerance: number;
  /** No more moves than these. */
  most: number;
}

export interface BalanceMoves {
  /** Indexes of customers, and the sellers they go to, in the order they were found. */
  customer: Uint32Array;
  seller: Uint32Array;
  /** Sellers still further from their group's mean than is even enough. */
  outside: number;
}

/**
 * A few moves of customers that bring sellers of each group near the group's mean. Each step moves the one customer that takes
 * most off the sum of squared distances from it, from the seller with most to any with less, until all are even enough or
 * nothing helps; then moves that turned out needless are taken back, and a customer that moved on is moved once. A local
 * search: few moves, not provably the fewest. No chance in it: ties go to the lower index. Customers that weigh nothing
 * or less stay; a group of one seller stays as it is. Totals of a group do not change.
 */
export function balanceMoves(options: BalanceOptions): BalanceMoves {
  const { weight, seller, fixed, group, sellerGroup, takesPart } = options;
  const sellers = sellerGroup.length;
  const now = seller.slice();
  const load = new Float64Array(sellers);
  for (let c = 0; c < weight.length; c += 1) load[seller[c]] += weight[c];
  const means = meansOf(load, options);
  const held: number[][] = Array.from({ length: sellers }, () => []);
  for (let c = 0; c < weight.length; c += 1) {
    const movable = fixed[c] === 0 && weight[c] > 0 && takesPart[seller[c]] === 1;
    if (movable && group[c] === sellerGroup[seller[c]]) held[seller[c]].push(c);
  }
  for (const own of held) own.sort((a, b) => weight[a] - weight[b] || a - b);
  const distance = (s: number): number => load[s] - means[sellerGroup[s]];
  const isOver = (s: number): boolean => Math.abs(distance(s)) > options.tolerance * means[sellerGroup[s]];
  const active = Array.from({ length: sellers }, (_, s) => s).filter((s) => takesPart[s] === 1);
  const stuck = new Uint8Array(sellers);

  for (let step = 0; step < options.most; step += 1) {
    const from = furthestOver(active, stuck, distance);
    // Where nobody is too far off, nothing is left to do.
    if (from === null || !active.some((s) => sellerGroup[s] === sellerGroup[from] && isOver(s))) {
      if (from === null) break;
      stuck[from] = 1;
      continue;
    }
    const best = bestMove(from, { active, held, weight, load, sellerGroup });
    if (!best) {
      stuck[from] = 1;
      continue;
    }
    take(held[from], best.customer);
    put(held[best.to], best.customer, weight);
    load[from] -= weight[best.customer];
    load[best.to] += weight[best.customer];
    now[best.customer] = best.to;
    stuck.fill(0);
  }
  takeBackNeedless({ now, seller, weight, load, means, sellerGroup, tolerance: options.tolerance });
  const moved = Uint32Array.from(now.keys()).filter((c) => now[c] !== seller[c]);
  return {
    customer: moved,
    seller: moved.map((c) => now[c]),
    outside: active.filter(isOver).length,
  };
}

/** Mean load of the sellers of each group. */
function meansOf(load: Float64Array, { sellerGroup, takesPart }: BalanceOptions): Float64Array {
  const groups = sellerGroup.reduce((most, one) => Math.max(most, one + 1), 0);
  const sum = new Float64Array(groups);
  const count = new Float64Array(groups);
  for (let s = 0; s < load.length; s += 1) {
    if (takesPart[s] === 0) continue;
    sum[sellerGroup[s]] += load[s];
    count[sellerGroup[s]] += 1;
  }
  return sum.map((all, g) => (count[g] > 0 ? all / count[g] : 0));
}

function furthestOver(
  active: readonly number[],
  stuck: Uint8Array,
  distance: (seller: number) => number,
): number | null {
  let found: number | null = null;
  for (const s of active) {
    if (stuck[s] === 1 || distance(s) <= 0) continue;
    if (found === null || distance(s) > distance(found)) found = s;
  }
  return found;
}

interface Standing {
  active: readonly number[];
  /** Movable customers by seller, lightest first. */
  held: readonly number[][];
  weight: Float64Array;
  load: Float64Array;
  sellerGroup: Uint32Array;
}

/** The customer and its new seller that take most off the squared distances: the one nearest to half the gap between both. */
function bestMove(from: number, { active, held, weight, load, sellerGroup }: Standing) {
  let best: { customer: number; to: number; gain: number } | null = null;
  const own = held[from];
  for (const to of active) {
    const gap = load[from] - load[to];
    if (to === from || sellerGroup[to] !== sellerGroup[from] || gap <= 0) continue;
    const at = firstAtLeast(own, weight, gap / 2);
    for (const i of [at - 1, at]) {
      const customer = own[i];
      if (customer === undefined) continue;
      const gain = 2 * weight[customer] * (gap - weight[customer]);
      if (gain > 0 && (best === null || gain > best.gain)) best = { customer, to, gain };
    }
  }
  return best;
}

function firstAtLeast(own: readonly number[], weight: Float64Array, value: number): number {
  let low = 0;
  let high = own.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (weight[own[mid]] < value) low = mid + 1;
    else high = mid;
  }
  return low;
}

const take = (own: number[], customer: number): void => void own.splice(own.indexOf(customer), 1);

const put = (own: number[], customer: number, weight: Float64Array): void =>
  void own.splice(firstAtLeast(own, weight, weight[customer]), 0, customer);

/** Moves without which both sellers are even enough, lightest first: the fewer change hands the better. */
function takeBackNeedless(made: {
  now: Uint32Array;
  seller: Uint32Array;
  weight: Float64Array;
  load: Float64Array;
  means: Float64Array;
  sellerGroup: Uint32Array;
  tolerance: number;
}): void {
  const { now, seller, weight, load, means, sellerGroup, tolerance } = made;
  const moved = Array.from(now.keys()).filter((c) => now[c] !== seller[c]);
  moved.sort((a, b) => weight[a] - weight[b] || a - b);
  const isEven = (s: number, change: number): boolean =>
    Math.abs(load[s] + change - means[sellerGroup[s]]) <= tolerance * means[sellerGroup[s]];
  for (const c of moved) {
    const [before, after] = [seller[c], now[c]];
    if (!isEven(before, weight[c]) || !isEven(after, -weight[c])) continue;
    load[before] += weight[c];
    load[after] -= weight[c];
    now[c] = before;
  }
}
