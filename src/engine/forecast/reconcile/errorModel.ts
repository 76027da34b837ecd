import type { ReconcileMethod } from './reconcileMethod';
import { shrinkage } from './shrinkage';
import type { SummingStructure } from './summingStructure';

/**
 * What is assumed of the errors of base forecasts: their covariance is the diagonal plus factor × factorᵀ. An infinite
 * variance says that a node's own forecast counts for nothing, 0 that it is certain.
 */
export interface ErrorModel {
  variance: Float64Array;
  /** Node by node, `rank` numbers each; empty where errors are taken as independent. */
  factor: Float64Array;
  rank: number;
}

export interface ErrorModelOptions {
  method: ReconcileMethod;
  structure: SummingStructure;
  /** Size of each node's base forecast: what proportional methods divide by. */
  size: Float64Array;
  residuals?: readonly ArrayLike<number>[];
}

/** The least variance a node may have, as a share of the mean of all: none is ever certain by its history alone. */
const LEAST = 1e-6;

/** Errors are never taken as wholly common: too few of them are known. */
const LEAST_SHARE = 0.01;

/** The error model behind a method. Methods by variance need residuals of every node, of equal length. */
export function errorModel({ method, structure, size, residuals }: ErrorModelOptions): ErrorModel {
  const { count, bottom, parts } = structure;
  const independent = (variance: Float64Array): ErrorModel => ({ variance, factor: new Float64Array(0), rank: 0 });
  const proportional = (root: boolean): Float64Array => {
    const variance = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
    const total = size.reduce((sum, value) => sum + value, 0);
    for (const node of bottom) variance[node] = Math.max(size[node], total * 1e-12) || 1;
    if (root) {
      const top = parts.findIndex((own) => own.length === bottom.length);
      if (top < 0 && count > 0) throw new RangeError('reconcile: top-down needs a node that sums all others');
      if (bottom.length > 1) variance[top] = 0;
    }
    return variance;
  };
  switch (method) {
    case 'bottomUp':
      return independent(proportional(false));
    case 'topDown':
      return independent(proportional(true));
    case 'ols':
      return independent(new Float64Array(count).fill(1));
    case 'wlsStructural':
      return independent(Float64Array.from(parts, (own) => own.length));
    case 'wlsVariance':
      return independent(variances(residualsOf(structure, residuals)));
    case 'mintShrink':
      return shrunken(residualsOf(structure, residuals));
  }
}

function residualsOf(
  { count }: SummingStructure,
  residuals: readonly ArrayLike<number>[] | undefined,
): readonly ArrayLike<number>[] {
  if (residuals?.length !== count)
    throw new RangeError(`reconcile: residuals of ${residuals?.length} of ${count} nodes`);
  const steps = residuals[0]?.length ?? 0;
  for (const own of residuals)
    if (own.length !== steps) throw new RangeError(`reconcile: ${own.length} residuals beside ${steps}`);
  return residuals;
}

/** Mean squares of the known residuals, kept off 0. */
function variances(residuals: readonly ArrayLike<number>[]): Float64Array {
  const variance = Float64Array.from(residuals, (own) => {
    let sum = 0;
    let known = 0;
    for (let s = 0; s < own.length; s++) {
      if (!Number.isFinite(own[s])) continue;
      sum += own[s] * own[s];
      known++;
    }
    return known > 0 ? sum / known : Number.NaN;
  });
  let mean = 0;
  for (const value of variance) if (value > 0) mean += value / variance.length;
  if (!(mean > 0)) return variance.fill(1);
  return variance.map((value) => (Number.isNaN(value) ? mean : Math.max(value, mean * LEAST)));
}

/** Correlations drawn towards none by the share that the residuals themselves call for. */
function shrunken(residuals: readonly ArrayLike<number>[]): ErrorModel {
  const variance = variances(residuals);
  const steps = residuals[0]?.length ?? 0;
  const z = residuals.map((own, node) => {
    const deviation = Math.sqrt(variance[node]);
    return Float64Array.from(own, (error) => (Number.isFinite(error) ? error / deviation : 0));
  });
  const share = Math.max(LEAST_SHARE, shrinkage(z));
  if (share >= 1) return { variance, factor: new Float64Array(0), rank: 0 };
  const factor = new Float64Array(variance.length * steps);
  const scale = Math.sqrt((1 - share) / Math.max(1, steps));
  z.forEach((row, node) => {
    const deviation = Math.sqrt(variance[node]) * scale;
    for (let s = 0; s < steps; s++) factor[node * steps + s] = row[s] * deviation;
  });
  return { variance: variance.map((own) => own * share), factor, rank: steps };
}
