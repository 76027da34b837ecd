import { type Issue, issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { SpreadBasis } from '~/domain/spread';
import type { SpreadMethod } from '~/engine/targets/index';
import { driverWeights } from './driverWeights';
import { lineToFollow } from './lineToFollow';
import { rampedMethod } from './rampedMethod';
import { emptyWeights, type SpreadSource, weightSize } from './spreadSource';

/** A basis as the kernel takes it. */
export interface BasisMethod {
  method: SpreadMethod;
  notes: Issue[];
}

/**
 * What a chosen basis means at the leaves of a cell; members who ramp up count by what they can carry yet. Refused where it
 * has nothing to be in proportion to.
 */
export function basisMethod(source: SpreadSource, basis: SpreadBasis): Result<BasisMethod> {
  const plain = plainMethod(source, basis);
  return plain.ok ? ok({ ...plain.value, method: rampedMethod(source, plain.value.method) }) : plain;
}

function plainMethod(source: SpreadSource, basis: SpreadBasis): Result<BasisMethod> {
  switch (basis.kind) {
    case 'proportional':
      return ok({
        method: { kind: 'proportional', otherwise: lineToFollow(source.open, source.cell.column) },
        notes: [],
      });
    case 'equal':
      return ok({ method: { kind: 'equal' }, notes: [] });
    case 'fillBlanks':
      return ok({ method: { kind: 'proportional', blanks: 'fill' }, notes: [] });
    case 'fairShare':
      return fairShare(source, basis.drivers);
    default: {
      const weights = driverWeights(source, basis);
      if (!weights.ok) return weights;
      return ok({ method: { kind: 'weights', weight: weights.value.weight }, notes: weights.value.notes });
    }
  }
}

/**
 * Several drivers, each as shares of the cell that sum to 1, weighed against each other: Σ a·d ÷ Σ d. Held leaves count
 * among the shares, so that holding one does not change what the others are worth to each other. Negative numbers of a
 * driver count as 0; a driver that has nothing here is an error of the choice and refused.
 */
function fairShare(
  source: SpreadSource,
  drivers: Extract<SpreadBasis, { kind: 'fairShare' }>['drivers'],
): Result<BasisMethod> {
  const { rows, selection } = source;
  const weight = emptyWeights(source);
  const notes: Issue[] = [];
  const used = drivers.filter((driver) => driver.weight > 0);
  if (used.length === 0) return fail(issue('spread/noWeights'));
  for (const driver of used) {
    const own = driverWeights(source, driver.basis);
    if (!own.ok) return own;
    notes.push(...own.value.notes);
    for (const period of selection.periods) {
      const column = own.value.weight[period];
      for (let j = 0; j < rows.length; j += 1) if (column[rows[j]] < 0) column[rows[j]] = 0;
    }
    const size = weightSize(source, own.value.weight);
    if (size === 0) return fail(issue('spread/noWeights'));
    for (const period of selection.periods) {
      const column = own.value.weight[period];
      for (let j = 0; j < rows.length; j += 1) weight[period][rows[j]] += (column[rows[j]] / size) * driver.weight;
    }
  }
  return ok({ method: { kind: 'weights', weight }, notes });
}
