import { apportion } from './apportion';
import { repairColumns } from './repairColumns';
import { wholeWeights } from './wholeWeights';

export interface Margins {
  /** By row, then column; not negative. A cell of weight 0 stays 0. */
  weight: Float64Array;
  /** What each row shall sum to: integers ≥ 0, or NaN where a row is free. */
  rowTotal: Float64Array;
  colTotal: Float64Array;
}

export type Fitted = { ok: true; amounts: Float64Array } | { ok: false; missing: number };

const MOST_ROUNDS = 300;
/** Nearer than this to every margin, rounding decides. */
const NEAR = 1e-3;

/**
 * Whole amounts in a grid whose rows and columns sum to fixed totals, in proportions as near to the weights as both
 * margins allow: iterative proportional fitting (Deming & Stephan 1940), then controlled rounding: rows by largest
 * remainder, columns repaired by moving units along rows where that keeps each amount next to its exact value, and
 * further where nothing else helps. Exact on every fixed margin. Where no amounts exist on the cells with weight, the
 * answer is how much cannot be placed. Totals up to 2^51 in sum.
 */
export function fitMargins({ weight, rowTotal, colTotal }: Margins): Fitted {
  const rows = rowTotal.length;
  const cols = colTotal.length;
  if (weight.length !== rows * cols) throw new RangeError(`${weight.length} weights for ${rows} × ${cols}`);
  const exact = proportionalFit({ weight, rowTotal, colTotal });
  const amounts = new Float64Array(rows * cols);
  let missing = 0;
  for (let r = 0; r < rows; r++) {
    const own = exact.subarray(r * cols, (r + 1) * cols);
    if (Number.isNaN(rowTotal[r])) amounts.set(own.map(Math.round), r * cols);
    else {
      const basis = own.some((x) => x > 0) ? own : weight.subarray(r * cols, (r + 1) * cols);
      if (basis.every((x) => x === 0)) missing += rowTotal[r];
      else amounts.set(apportion({ total: rowTotal[r], weights: wholeWeights(basis.slice()) }), r * cols);
    }
  }
  if (missing > 0) return { ok: false, missing };
  const left = repairColumns({ amounts, exact, weight, rowTotal, colTotal });
  return left === 0 ? { ok: true, amounts } : { ok: false, missing: left };
}

/** Scales rows and columns in turn until both sums are met, or as near as they come. Free margins are not scaled. */
function proportionalFit({ weight, rowTotal, colTotal }: Margins): Float64Array {
  const rows = rowTotal.length;
  const cols = colTotal.length;
  const x = weight.slice();
  const sums = new Float64Array(cols);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    sums.fill(0);
    for (let r = 0; r < rows; r++) {
      let sum = 0;
      for (let c = 0; c < cols; c++) sum += x[r * cols + c];
      const factor = Number.isNaN(rowTotal[r]) || sum === 0 ? 1 : rowTotal[r] / sum;
      for (let c = 0; c < cols; c++) {
        x[r * cols + c] *= factor;
        sums[c] += x[r * cols + c];
      }
    }
    let worst = 0;
    for (let c = 0; c < cols; c++) {
      if (Number.isNaN(colTotal[c]) || sums[c] === 0) continue;
      worst = Math.max(worst, Math.abs(sums[c] - colTotal[c]));
      sums[c] = colTotal[c] / sums[c];
      for (let r = 0; r < rows; r++) x[r * cols + c] *= sums[c];
    }
    if (worst < NEAR) break;
  }
  return x;
}
