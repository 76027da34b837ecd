import { kthSmallest } from './kthSmallest';

/** Entries that compete for the last steps. */
export interface Rivals {
  block: Uint32Array;
  at: Uint32Array;
  /** Exact. */
  remainder: Float64Array;
  /** Decides between equal remainders: the smaller wins. All different. */
  key: Float64Array;
}

/** The `count` rivals with the largest remainders. */
export function winners({ remainder, key }: Rivals, count: number): number[] {
  const n = remainder.length;
  if (count < 0 || count > n) throw new RangeError(`${count} steps for ${n} rivals: the sum of the weights is wrong`);
  if (count === 0) return [];
  const cut = kthSmallest(remainder.slice(), n, n - count);
  let above = 0;
  let equal = 0;
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (remainder[i] > cut) above++;
    else if (remainder[i] === cut) keys[equal++] = key[i];
  }
  const lastKey = kthSmallest(keys, equal, count - above - 1);
  const won: number[] = [];
  for (let i = 0; i < n; i++) if (remainder[i] > cut || (remainder[i] === cut && key[i] <= lastKey)) won.push(i);
  return won;
}
