import type { DimensionId, MemberCode } from './dimension';
import type { PeriodId } from './period';
import { type Column, columnKey } from './plan';

/** Where in the plan: a node per named dimension; a dimension not named means all of it. */
export type At = Record<DimensionId, MemberCode>;

/** A cell at any level. Commands, holds, goals, notes and history speak in these, never in rows or positions. */
export interface CellRef {
  column: Column;
  at: At;
  periods: PeriodId[];
  /** Only these members of a dimension, and what lies under them: a filter that was on when the cell was meant. */
  within?: { dimension: DimensionId; members: MemberCode[] }[];
}

export type HoldKind = 'freeze' | 'total';

/** `freeze` keeps every value below, also lines that appear later; `total` keeps the sum while its parts may move. */
export interface Hold {
  id: string;
  plan: string;
  cell: CellRef;
  kind: HoldKind;
  /** For `total`: the sum that stays, in minor units. */
  amount: number | null;
}

/** What a node answers for, beside its rollup. */
export interface Goal {
  id: string;
  plan: string;
  cell: CellRef;
  amount: number;
  reason?: string;
}

/** One text per cell address, whatever order its parts were named in. */
export function cellKey(cell: CellRef): string {
  const at = Object.keys(cell.at)
    .sort()
    .map((dimension) => `${dimension}:${cell.at[dimension]}`)
    .join(',');
  const within = cell.within?.length
    ? `|${cell.within.map(({ dimension, members }) => `${dimension}=${[...members].sort((a, b) => a - b).join('+')}`).sort()}`
    : '';
  return `${columnKey(cell.column)}|${at}|${cell.periods.join(',')}${within}`;
}
