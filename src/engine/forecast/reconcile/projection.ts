import type { ErrorModel } from './errorModel';
import { dot, type Gaps, gapCovariance, solveGaps } from './gaps';
import { solvePositive } from './solvePositive';
import type { SummingStructure } from './summingStructure';

export interface ProjectionOptions {
  structure: SummingStructure;
  model: ErrorModel;
  /** By node: 1 = stays exactly as it is. */
  fixed: Uint8Array;
}

/**
 * Finds the bottom of the coherent values that are nearest to some forecasts, near in terms of how sure each of them is:
 * ŷ − W Cᵀ (C W Cᵀ)⁻¹ C ŷ, with C the gaps between nodes and the sums of their parts. Fixed nodes have no error. The
 * independent part of W is solved by conjugate gradients over the structure, the common part on top of it (Woodbury), so
 * nothing is ever as large as nodes × nodes. What fixed nodes contradict is left as a gap. What is prepared serves any number
 * of forecasts. Source: Wickramasuriya, Athanasopoulos & Hyndman 2019, eq. 9 in its zero-constrained form.
 */
export function projection(options: ProjectionOptions): (base: Float64Array) => Float64Array {
  const { structure, model, fixed } = options;
  const { bottom, parts } = structure;
  const rows = gapRows(options);
  const varianceOf = (node: number): number => (fixed[node] === 1 ? 0 : model.variance[node]);
  const gaps: Gaps = {
    parts: rows.map((node) => parts[node]),
    upper: Float64Array.from(rows, varianceOf),
    bottom: Float64Array.from(bottom, varianceOf),
  };
  const common = commonPart(rows, options);
  const weights = (v: Float64Array): Float64Array => Float64Array.from(common, ({ gap }) => dot(gap, v));
  const solved = common.map(({ gap }) => solveGaps(gap, gaps));
  const solveCommon = solvePositive(
    common.map(({ gap }, s) => Float64Array.from(solved, (column, t) => dot(gap, column) + (s === t ? 1 : 0))),
  );

  const solve = (wanted: Float64Array): Float64Array => {
    const answer = solveGaps(wanted, gaps);
    if (common.length > 0) {
      const weight = solveCommon(weights(answer));
      solved.forEach((column, s) => {
        addTimes(answer, column, -weight[s]);
      });
    }
    return answer;
  };
  const leftOf = (wanted: Float64Array, multipliers: Float64Array): Float64Array => {
    const image = gapCovariance(multipliers, gaps);
    const weight = weights(multipliers);
    common.forEach(({ gap }, s) => {
      addTimes(image, gap, weight[s]);
    });
    return wanted.map((value, r) => value - image[r]);
  };

  return (base) => {
    const leaves = Float64Array.from(bottom, (node) => base[node]);
    const wanted = Float64Array.from(rows, (node) => {
      let gap = base[node];
      for (const place of parts[node]) gap -= leaves[place];
      return gap;
    });
    const multipliers = solve(wanted);
    // Once more for what is left: the low-rank part costs digits.
    if (common.length > 0) addTimes(multipliers, solve(leftOf(wanted, multipliers)), 1);
    gaps.parts.forEach((own, r) => {
      for (const place of own) leaves[place] += multipliers[r] * gaps.bottom[place];
    });
    const weight = weights(multipliers);
    common.forEach(({ below }, s) => {
      addTimes(leaves, below, -weight[s]);
    });
    return leaves;
  };
}

/** The upper nodes whose gaps must close: those whose own value says something. */
function gapRows({ structure, model, fixed }: ProjectionOptions): number[] {
  const isBottom = new Uint8Array(structure.count);
  for (const node of structure.bottom) isBottom[node] = 1;
  const rows: number[] = [];
  for (let node = 0; node < structure.count; node++) {
    if (isBottom[node] === 0 && (fixed[node] === 1 || Number.isFinite(model.variance[node]))) rows.push(node);
  }
  return rows;
}

/** One column of the factor: as it stands in the gaps, and at the bottom. */
interface CommonColumn {
  gap: Float64Array;
  below: Float64Array;
}

function commonPart(
  rows: readonly number[],
  { structure, model: { factor, rank }, fixed }: ProjectionOptions,
): CommonColumn[] {
  const at = (node: number, s: number): number => (fixed[node] === 1 ? 0 : factor[node * rank + s]);
  return Array.from({ length: rank }, (_, s) => {
    const below = Float64Array.from(structure.bottom, (node) => at(node, s));
    const gap = Float64Array.from(rows, (node) => {
      let sum = at(node, s);
      for (const place of structure.parts[node]) sum -= below[place];
      return sum;
    });
    return { gap, below };
  });
}

function addTimes(to: Float64Array, from: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] += from[i] * times;
}
