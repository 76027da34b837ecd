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
  const { slotOf, codes } = slotsOf(rows, by.split);
  const members = tallyOf(codes.length);
  const periods = tallyOf(selection.periods.length);
  selection.periods.forEach((period, p) => {
    const value = column.value[period];
    const state = column.state[period];
    const fixed = by.fixed[period];
    const weight = by.weights?.[period] ?? null;
    for (let j = 0; j < rows.length; j += 1) {
      const at = rows[j];
      const slot = slotOf[j];
      const amount = value[at];
      const bits = state[at] & SPOKEN;
      members.sum[slot] += amount;
      periods.sum[p] += amount;
      members.spoken[slot] += bits;
      periods.spoken[p] += bits;
      if (weight) {
        members.weight[slot] += weight[at];
        periods.weight[p] += weight[at];
      }
      members.leaves[slot] += 1;
      if ((fixed[at] & HELD) === 0) continue;
      members.held[slot] += 1;
      periods.held[p] += 1;
      members.heldSum[slot] += amount;
      periods.heldSum[p] += amount;
    }
    periods.leaves[p] = rows.length;
  });
  const isWeighed = by.weights !== null;
  const byPeriod = selection.periods.map((_, p) => sumsAt(periods, p, isWeighed));
  return {
    total: byPeriod.reduce(addSums, emptySums(isWeighed)),
    members: new Map(codes.map((code, slot) => [code, sumsAt(members, slot, isWeighed)])),
    periods: byPeriod,
  };
}

/** The children in the order they are met, and which of them each row is under. */
function slotsOf(rows: Uint32Array, split: ChildSplit): { slotOf: Uint32Array; codes: number[] } {
  const codes: number[] = [];
  const known = new Map<number, number>();
  const slotOf = rows.map((row) => {
    const code = split.codeAt(row);
    const slot = known.get(code) ?? codes.push(code) - 1;
    known.set(code, slot);
    return slot;
  });
  return { slotOf, codes };
}

type Tally = Record<'sum' | 'spoken' | 'leaves' | 'held' | 'heldSum' | 'weight', Float64Array>;

const tallyOf = (size: number): Tally => ({
  sum: new Float64Array(size),
  spoken: new Float64Array(size),
  leaves: new Float64Array(size),
  held: new Float64Array(size),
  heldSum: new Float64Array(size),
  weight: new Float64Array(size),
});

const sumsAt = (tally: Tally, slot: number, isWeighed: boolean): PartSums => ({
  sum: tally.sum[slot],
  spoken: tally.spoken[slot],
  leaves: tally.leaves[slot],
  held: tally.held[slot],
  heldSum: tally.heldSum[slot],
  weight: isWeighed ? tally.weight[slot] : null,
});

const addSums = (a: PartSums, b: PartSums): PartSums => ({
  sum: a.sum + b.sum,
  spoken: a.spoken + b.spoken,
  leaves: a.leaves + b.leaves,
  held: a.held + b.held,
  heldSum: a.heldSum + b.heldSum,
  weight: a.weight === null || b.weight === null ? null : a.weight + b.weight,
});

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
  const other = method.kind === 'proportional' ? method.otherwise : undefined;
  if (size === 0 && other) fill((period, at) => other[period][at]);
  // As the kernel does where nothing is there to be in proportion to.
  if (size === 0) fill(() => 1);
  return weights;
}
