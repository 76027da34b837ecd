import type { TreeMethod } from '~/domain/forecastTree';
import { oneStepErrors, reconcile, treeStructure, wholeTree } from '~/engine/forecast/index';

/** Forecasts of a tree as plain numbers for the compute pool. */
export interface TreeToReconcile {
  method: TreeMethod;
  /** `parent[node]`, −1 for the whole; every node after its parent. */
  parent: Int32Array;
  /** By node: own forecast by open period, whole units. */
  base: Float64Array[];
  /** By node: history by month, all of equal length and the same months; NaN = unknown. */
  history: Float64Array[];
  /** By node: 1 = the amount of the period stays. Null = none of it. */
  immutable: (Uint8Array | null)[];
}

export interface ReconciledTree {
  /** By node and open period, whole units, every node the sum of its children. */
  values: Float64Array[];
  conflicts: number;
}

/** Values per cycle of histories. */
const YEAR = 12;
/** Errors that are learnt from: the last four years say how nodes go together now. */
const ERRORS = 48;

/** Makes the forecasts of a tree add up to the unit, period by period, negative forecasts included as 0 at the bottom. */
export function reconcileTree(tree: TreeToReconcile): ReconciledTree {
  const { method, parent, base, history, immutable } = tree;
  const structure = treeStructure(parent);
  const residuals = history.map((own) => oneStepErrors(own, YEAR).slice(-ERRORS));
  const { values, conflicts } = reconcile(base, { structure, method, residuals, immutable });
  const steps = base[0]?.length ?? 0;
  const units = base.map(() => new Float64Array(steps));
  for (let step = 0; step < steps; step += 1) {
    const flags = Uint8Array.from(immutable, (own) => own?.[step] ?? 0);
    for (const conflict of conflicts) if (conflict.step === step) flags[conflict.node] = 0;
    const whole = wholeTree(
      Float64Array.from(values, (own) => own[step]),
      { parent, structure, immutable: flags },
    );
    whole.forEach((amount, node) => {
      units[node][step] = amount;
    });
  }
  return { values: units, conflicts: conflicts.length };
}
