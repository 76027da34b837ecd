import { gaussLegendre } from '../../numeric/gaussLegendre';

/** Buying rates are gamma (r, alpha), leaving rates gamma (s, beta). */
export interface ParetoParameters {
  r: number;
  alpha: number;
  s: number;
  beta: number;
}

/** Integrals over the time of leaving between the last purchase and the end, relative to `level`. */
export interface LeavingIntegral {
  /** Logarithm of the integrand at the last purchase: what all the others are divided by. */
  level: number;
  whole: number;
  /** Weighted by log(alpha + τ), 1 ÷ (alpha + τ), log(beta + τ), 1 ÷ (beta + τ). */
  logAlpha: number;
  perAlpha: number;
  logBeta: number;
  perBeta: number;
}

const SHORT = gaussLegendre(8);
const LONG = gaussLegendre(16);
const MOST_PIECES = 200;

/**
 * ∫ (alpha + τ)^−(r + x) (beta + τ)^−(s + 1) dτ from the last purchase to the end, and what its slope needs. In the logarithm
 * of time the integrand is smooth, so a few places give all digits, where the difference of two hypergeometric
 * functions of the paper loses them for last purchases close to the end. Pieces that add nothing end the sum.
 */
export function leavingIntegral(
  { r, alpha, s, beta }: ParetoParameters,
  { x, last, end }: { x: number; last: number; end: number },
  into: LeavingIntegral,
): void {
  const least = Math.min(alpha, beta);
  const span = Math.log((least + end) / (least + last));
  // How steep the integrand ever gets there, as a logarithm: it is steepest at the end.
  const fall = span * ((r + x) * ((least + end) / (alpha + end)) + (s + 1) * ((least + end) / (beta + end)));
  const isShort = fall <= 3 && span <= 1.5;
  const pieces = isShort ? 1 : Math.min(MOST_PIECES, Math.ceil(Math.max(fall / 15, span / 3)));
  const { at, weight } = isShort ? SHORT : LONG;
  const width = span / Math.max(1, pieces);
  const level = -(r + x) * Math.log(alpha + last) - (s + 1) * Math.log(beta + last);
  let [whole, logAlpha, perAlpha, logBeta, perBeta] = [0, 0, 0, 0, 0];
  for (let piece = 0; piece < pieces; piece++) {
    const before = whole;
    for (let i = 0; i < at.length; i++) {
      const lifted = (least + last) * Math.exp((piece + at[i]) * width);
      const toAlpha = lifted - least + alpha;
      const toBeta = lifted - least + beta;
      const la = Math.log(toAlpha);
      const lb = Math.log(toBeta);
      const part = weight[i] * width * lifted * Math.exp(-(r + x) * la - (s + 1) * lb - level);
      whole += part;
      logAlpha += part * la;
      perAlpha += part / toAlpha;
      logBeta += part * lb;
      perBeta += part / toBeta;
    }
    if (whole - before <= whole * 1e-17) break;
  }
  into.level = level;
  into.whole = whole;
  into.logAlpha = logAlpha;
  into.perAlpha = perAlpha;
  into.logBeta = logBeta;
  into.perBeta = perBeta;
}

/** Room for one result: hot loops take it with them instead of making one each time. */
export const emptyIntegral = (): LeavingIntegral => ({
  level: 0,
  whole: 0,
  logAlpha: 0,
  perAlpha: 0,
  logBeta: 0,
  perBeta: 0,
});
