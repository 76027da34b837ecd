import { HELD, SPOKEN } from '~/engine/cube/index';
import type { SpreadMethod } from '~/engine/targets/index';
import type { SpreadSource } from '../spread/spreadSource';
import type { ChildSplit } from './childSplit';

/** Sums of a part of a cell. `held` are leaves that may not move, `heldSum` what they are; null weight = not weighed. */
export interface PartSums {
  sum: number;
  spoken: number;
  leaves: number;
  held: number;
  heldSum: number;
  weight: number | null;
}

export interface MeasuredParts {
  total: PartSums;
  /** By code of the child. */
  members: Map<number, PartSums>;
  /** In the order of the cell's periods. */
  periods: PartSums[];
}

const emptySums = (isWeighed: boolean): PartSums => ({
  sum: 0,
  spoken: 0,
  leaves: 0,
  held: 0,
  heldSum: 0,
  weight: isWeighed ? 0 : null,
});

/** A cell taken apart by children and by periods in one pass over its leaves. */
export function measureParts(
  { rows, column, selection }: SpreadSource,
  by: { split: ChildSplit; fixed: Uint8Array[]; weights: Float64Array[] | null },
): MeasuredParts {
  const isWeighed = by.weights !== null;
  const parts: MeasuredParts = { total: emptySums(isWeighed), members: new Map(), periods: [] };
  const memberOf = Array.from(rows, (row) => {
    const code = by.split.codeAt(row);
    let sums = parts.members.get(code);
    if (!sums) {
      sums = emptySums(isWeighed);
      parts.members.set(code, sums);
    }
    return sums;
  });
  for (const period of selection.periods) {
    const own = emptySums(isWeighed);
    const leaves = { value: column.value[period], state: column.state[period], fixed: by.fixed[period] };
    const weight = by.weights?.[period] ?? null;
    for (let j = 0; j < rows.length; j += 1) addLeaf([own, memberOf[j]], leaves, { at: rows[j], weight });
    parts.periods.push(own);
    for (const key of ['sum', 'spoken', 'leaves', 'held', 'heldSum'] as const) parts.total[key] += own[key];
    if (own.weight !== null && parts.total.weight !== null) parts.total.weight += own.weight;
  }
  return parts;
}

function addLeaf(
  sums: PartSums[],
  { value, state, fixed }: { value: Float64Array; state: Uint8Array; fixed: Uint8Array },
  { at, weight }: { at: number; weight: Float64Array | null },
): void {
  const isFixed = (fixed[at] & HELD) !== 0;
  for (const part of sums) {
    part.sum += value[at];
    part.spoken += state[at] & SPOKEN;
    part.leaves += 1;
    if (isFixed) {
      part.held += 1;
      part.heldSum += value[at];
    }
    if (weight && part.weight !== null) part.weight += weight[at];
  }
}

/** The weights by which the free leaves of a cell share an amount, per plan period by position; held ones have none. */
export function leafWeights(source: SpreadSource, method: SpreadMethod, fixed: Uint8Array[]): Float64Array[] {
  const { rows, column, selection, open, plan } = source;
  const weights = plan.periods.map((_, p) => new Float64Array(selection.periods.includes(p) ? open.lines.count : 0));
  let size = 0;
  const fill = (weightAt: (period: number, at: number) => number): void => {
    for (const period of selection.periods) {
      for (let j = 0; j < rows.length; j += 1) {
        const at = rows[j];
        weights[period][at] = (fixed[period][at] & HELD) === 0 ? Math.abs(weightAt(period, at)) : 0;
        size += weights[period][at];
      }
    }
  };
  if (method.kind === 'weights') fill((period, at) => method.weight[period][at]);
  else if (method.kind === 'proportional' && method.blanks === 'fill')
    fill((period, at) => ((column.state[period][at] & SPOKEN) === 0 ? 1 : 0));
  else if (method.kind === 'proportional') fill((period, at) => column.value[period][at]);
  // As the kernel does where nothing is there to be in proportion to.
  if (size === 0) fill(() => 1);
  return weights;
}
