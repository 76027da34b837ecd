import { type ColumnData, isRange, type LeafChange, type LineTable, ownPeriod, type Selection, SPOKEN } from '../cube';
import { FIXED, type SpreadBlock } from '../numeric';
import type { FreeMask } from './freeMask';

/** The leaves of a selection, one block per period: contiguous lines in place, listed ones gathered and scattered back. */
export interface LeafBlock extends SpreadBlock {
  rows: Selection['rows'];
  /** By place within the rows, from before the edit. */
  oldState: Uint8Array;
}

const NOTHING = new Float64Array(0);
const NO_STATE = new Uint8Array(0);

/** Reads only: nothing is copied that is not needed to sum, but what another column shares. */
export function openBlocks(
  lines: LineTable,
  column: ColumnData,
  { mask, selection }: { mask: FreeMask; selection: Selection },
): LeafBlock[] {
  const { rows } = selection;
  return selection.periods.map((period) => {
    ownPeriod(column, period);
    const value = column.value[period];
    const fixed = mask.fixed[period];
    const ends = { period, rows, old: NOTHING, oldState: NO_STATE };
    if (isRange(rows))
      return { weight: value, out: value, fixed, id: lines.lineId, first: rows.first, end: rows.end, ...ends };
    const out = gather(value, rows, new Float64Array(rows.length));
    return {
      weight: out,
      out,
      fixed: gather(fixed, rows, new Uint8Array(rows.length)),
      id: gather(lines.lineId, rows, new Uint32Array(rows.length)),
      first: 0,
      end: rows.length,
      ...ends,
    };
  });
}

/** Keeps what undoes the edit; called once it is certain. */
export function keepOld(column: ColumnData, blocks: LeafBlock[]): void {
  for (const block of blocks) {
    const state = column.state[block.period];
    block.old = block.out.slice(block.first, block.end);
    block.oldState = isRange(block.rows)
      ? state.slice(block.first, block.end)
      : gather(state, block.rows, new Uint8Array(block.rows.length));
  }
}

/** Writes gathered values back. */
export function closeBlocks(column: ColumnData, blocks: LeafBlock[]): void {
  for (const { rows, out, period } of blocks) {
    if (isRange(rows)) continue;
    const value = column.value[period];
    for (let j = 0; j < rows.length; j++) value[rows[j]] = out[j];
  }
}

/** Makes free leaves spoken, all or those with a weight; returns how many of them kept their value of 0. */
export function speakFree(column: ColumnData, blocks: LeafBlock[], which: 'all' | 'weighted'): number {
  let turned = 0;
  const weighted = which === 'weighted';
  for (const { rows, period, fixed, weight, out, old, first, end } of blocks) {
    const state = column.state[period];
    const list = isRange(rows) ? null : rows;
    for (let i = first; i < end; i++) {
      const position = list === null ? i : list[i];
      // Most leaves are spoken already.
      if ((state[position] & SPOKEN) !== 0) continue;
      if ((fixed[i] & FIXED) !== 0 || (weighted && weight[i] === 0)) continue;
      state[position] |= SPOKEN;
      if (out[i] === old[i - first]) turned++;
    }
  }
  return turned;
}

/** Up to this many values a change carries its new values as well. */
const CARRIED = 4096;

export function changesOf(column: ColumnData, blocks: LeafBlock[], stateMoved: boolean): LeafChange[] {
  return blocks.map(({ rows, period, out, old, oldState, first, end }) => ({
    period,
    rows,
    old,
    oldState,
    new: old.length > CARRIED ? null : out.slice(first, end),
    newState: stateMoved ? stateOf(column, { rows, period }) : oldState,
  }));
}

function stateOf(column: ColumnData, { rows, period }: { rows: Selection['rows']; period: number }): Uint8Array {
  const state = column.state[period];
  return isRange(rows) ? state.slice(rows.first, rows.end) : gather(state, rows, new Uint8Array(rows.length));
}

function gather<A extends Float64Array | Uint32Array | Uint8Array>(from: A, rows: Uint32Array, to: A): A {
  for (let j = 0; j < rows.length; j++) to[j] = from[rows[j]];
  return to;
}
