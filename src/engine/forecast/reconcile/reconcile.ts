import { errorModel } from './errorModel';
import { projection } from './projection';
import type { ReconcileMethod } from './reconcileMethod';
import type { SummingStructure } from './summingStructure';

export interface ReconcileOptions {
  structure: SummingStructure;
  method: ReconcileMethod;
  /**
   * By node the errors that forecasts of one step made in the past, in the same order of time and of equal length, NaN where
   * unknown: what `wlsVariance` and `mintShrink` weigh by. `oneStepErrors` makes them from a history.
   */
  residuals?: readonly ArrayLike<number>[];
  /** By node and step: 1 = the base value stays exactly as it is (held, over). Null = none of the node. */
  immutable?: readonly (Uint8Array | null)[];
  /** No node of the bottom below 0. True unless told. */
  nonNegative?: boolean;
}

export interface Reconciled {
  /** By node and step, coherent: every node is the sum of its parts. */
  values: Float64Array[];
  /** Nodes and steps whose immutable value cannot be the sum of its parts, as these are immutable too or below 0. */
  conflicts: { node: number; step: number }[];
}

const MOST_CLIPS = 20;
/** A gap at an immutable node beyond this share of the sizes in it is a conflict, not rounding. */
const ROUNDING = 1e-7;

/**
 * Forecasts that add up, moved as little as their certainty allows. `base[node]` holds the node's own forecast by step, any
 * unit; all nodes have the same steps.
 *
 * `bottomUp` sums the bottom, `topDown` splits the node above all by the bottom's shares, `ols` moves all alike,
 * `wlsStructural` by how many bottom nodes they sum, `wlsVariance` by the variance of past errors, `mintShrink` by their
 * covariance, drawn towards independence as far as the data call for. Immutable values have no error and are kept; negative
 * values of the bottom are set to 0 and the rest is moved, by variances, as little as that needs (set-to-zero heuristic).
 * Values that add up already are left as they are; scaling all input scales the answer. An upper node's value where nothing
 * can be moved is the sum of its parts, and is named in `conflicts` if it was immutable.
 * Sources: Wickramasuriya, Athanasopoulos & Hyndman 2019 (MinT); Schäfer & Strimmer 2005 (shrinkage); Hollyman, Petropoulos &
 * Tipping 2021 and Di Fonzo & Girolimetto 2022 (immutable and non-negative); Gross & Sohl 1990 (top-down).
 */
export function reconcile(base: readonly Float64Array[], options: ReconcileOptions): Reconciled {
  const { structure, immutable, nonNegative = true } = options;
  const { count, parts } = structure;
  if (base.length !== count) throw new RangeError(`reconcile: base of ${base.length} of ${count} nodes`);
  const steps = base[0]?.length ?? 0;
  for (const own of base) {
    if (own.length !== steps) throw new RangeError(`reconcile: ${own.length} steps beside ${steps}`);
    for (const value of own) if (!Number.isFinite(value)) throw new RangeError(`reconcile: a base of ${value}`);
  }
  const values = Array.from({ length: count }, () => new Float64Array(steps));
  const conflicts: Reconciled['conflicts'] = [];
  const projectorsOf = projectors(options);
  const own = new Float64Array(count);
  for (let step = 0; step < steps; step++) {
    for (let node = 0; node < count; node++) own[node] = base[node][step];
    const isFixed = Uint8Array.from({ length: count }, (_, node) => immutable?.[node]?.[step] ?? 0);
    const leaves = clipped(own, {
      fixed: isFixed.slice(),
      nonNegative,
      structure,
      projectors: projectorsOf(own.map(Math.abs)),
    });
    for (let node = 0; node < count; node++) {
      let sum = 0;
      let size = Math.abs(base[node][step]);
      for (const place of parts[node]) {
        sum += leaves[place];
        size += Math.abs(leaves[place]);
      }
      const kept = base[node][step];
      const isConflict = isFixed[node] === 1 && Math.abs(sum - kept) > size * ROUNDING;
      if (isConflict) conflicts.push({ node, step });
      values[node][step] = isFixed[node] === 1 && !isConflict ? kept : sum;
    }
  }
  return { values, conflicts };
}

type Projector = (own: Float64Array, fixed: Uint8Array) => Float64Array;

interface Projectors {
  /** By the whole error model. */
  whole: Projector;
  /** By variances alone: quick, for what is near already. */
  apart: Projector;
}

/** Prepared once for steps in a row that share errors and fixed nodes; methods by size are prepared for each. */
function projectors(options: ReconcileOptions): (size: Float64Array) => Projectors {
  const { structure, method } = options;
  const bySize = method === 'bottomUp' || method === 'topDown';
  const shared = bySize ? null : errorModel({ ...options, size: new Float64Array(0) });
  let last: { fixed: Uint8Array; project: (base: Float64Array) => Float64Array } | null = null;
  return (size) => {
    const model = shared ?? errorModel({ ...options, size });
    if (!shared) last = null;
    return {
      whole(own, fixed) {
        if (!last?.fixed.every((flag, node) => flag === fixed[node]))
          last = { fixed: fixed.slice(), project: projection({ structure, model, fixed }) };
        return last.project(own);
      },
      apart: (own, fixed) =>
        projection({ structure, model: { ...model, factor: new Float64Array(0), rank: 0 }, fixed })(own),
    };
  };
}

interface Clipping {
  fixed: Uint8Array;
  nonNegative: boolean;
  structure: SummingStructure;
  projectors: Projectors;
}

/**
 * Projects; where something came out below 0 it is set to 0 and the rest moved, by variances, as little as that needs, until
 * nothing is below 0.
 */
function clipped(own: Float64Array, { fixed, nonNegative, structure, projectors }: Clipping): Float64Array {
  const { bottom, parts } = structure;
  let leaves = projectors.whole(own, fixed);
  if (!nonNegative || leaves.every((value) => value >= 0)) return leaves;
  const near = own.map((value, node) =>
    fixed[node] === 1 ? value : parts[node].reduce((sum, place) => sum + leaves[place], 0),
  );
  for (let round = 0; round < MOST_CLIPS; round++) {
    let found = false;
    bottom.forEach((node, place) => {
      if (leaves[place] >= 0 || fixed[node] === 1) return;
      near[node] = 0;
      fixed[node] = 1;
      found = true;
    });
    if (!found) return leaves;
    leaves = projectors.apart(near, fixed);
  }
  return leaves.map((value, place) => (fixed[bottom[place]] === 1 ? value : Math.max(0, value)));
}
