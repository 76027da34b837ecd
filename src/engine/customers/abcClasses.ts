import { scoreCuts } from './scoreCuts';

export interface AbcClasses {
  /** 0 = no value, 1 A, 2 B, 3 C. */
  of: Uint8Array;
  /** Members and positive amounts per class A, B, C. */
  counts: number[];
  amounts: number[];
}

export interface AbcOptions {
  /** Share of all in A, and in A and B together. */
  cutA?: number;
  cutB?: number;
}

/**
 * Who makes the bulk of an amount: A are the largest until 70 % of all positive amounts is reached, the one that reaches it
 * included, A and B until 90 %, the rest is C; so are amounts of 0 or less. NaN has no class. Equal amounts share a class,
 * whatever the order. Source: V. Pareto's curve as H. F. Dickie used it (Factory Management and Maintenance, 1951).
 */
export function abcClasses(amount: Float64Array, options: AbcOptions = {}): AbcClasses {
  const { cutA = 0.7, cutB = 0.9 } = options;
  if (!(cutA >= 0 && cutA <= cutB && cutB <= 1))
    throw new RangeError(`cuts ${cutA} and ${cutB} are not shares in order`);
  const cuts = scoreCuts(amount, amount, { by: 'sales', cutA, cutB });
  const a = cuts.a ?? Number.POSITIVE_INFINITY;
  const b = cuts.b ?? Number.POSITIVE_INFINITY;
  const of = new Uint8Array(amount.length);
  const counts = [0, 0, 0];
  const amounts = [0, 0, 0];
  for (let c = 0; c < amount.length; c++) {
    const own = amount[c];
    if (Number.isNaN(own)) continue;
    of[c] = own > 0 && own >= a ? 1 : own > 0 && own >= b ? 2 : 3;
    counts[of[c] - 1]++;
    if (own > 0) amounts[of[c] - 1] += own;
  }
  return { of, counts, amounts };
}
