import type { DimensionId } from '~/domain/dimension';
import type { FactTable } from './factTable';

/** Which members of a dimension belong: inside[code] = 1. */
export interface MemberFilter {
  dimension: DimensionId;
  inside: Uint8Array;
}

/**
 * The order lines of a node: rows whose member lies inside every filter. No filter gives the table itself. A dimension
 * the facts do not have counts as unassigned on every row. Order numbers and day bounds stay those of the whole.
 */
export function selectFacts(facts: FactTable, filters: readonly MemberFilter[]): FactTable {
  if (filters.length === 0) return facts;
  const keep = new Uint8Array(facts.count).fill(1);
  for (const { dimension, inside } of filters) {
    const codes = facts.codes[dimension];
    if (codes) for (let i = 0; i < facts.count; i++) keep[i] &= inside[codes[i]];
    else if (!inside[0]) keep.fill(0);
  }
  return selectRows(facts, keep);
}

/** The rows whose flag is 1, in the same order. */
export function selectRows(facts: FactTable, keep: Uint8Array): FactTable {
  if (keep.length !== facts.count) throw new RangeError(`flags for ${keep.length} rows, facts have ${facts.count}`);
  const rows = new Uint32Array(facts.count);
  let count = 0;
  for (let i = 0; i < facts.count; i++) {
    rows[count] = i;
    count += keep[i] & 1;
  }
  const days = facts.dayStart.length - 1;
  const dayStart = new Uint32Array(days + 1);
  for (let i = 0; i < count; i++) dayStart[facts.day[rows[i]] - facts.from + 1]++;
  for (let d = 0; d < days; d++) dayStart[d + 1] += dayStart[d];
  const codes: FactTable['codes'] = {};
  for (const dimension of Object.keys(facts.codes)) {
    const column = facts.codes[dimension];
    if (column) codes[dimension] = gather(column, rows, count);
  }
  const day = new Int32Array(count);
  const amount = new Float64Array(count);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const row = rows[i];
    day[i] = facts.day[row];
    amount[i] = facts.amount[row];
    order[i] = facts.order[row];
  }
  return { ...facts, count, dayStart, day, amount, order, codes };
}

/** Marks a node and everything under it: the filter of a hierarchy node. `parent[code]` is the parent, 0 = top. */
export function membersUnder(parent: Uint32Array, node: number): Uint8Array {
  const state = new Uint8Array(parent.length);
  const INSIDE = 1;
  const OUTSIDE = 2;
  for (let code = 0; code < parent.length; code++) {
    let at = code;
    let steps = 0;
    while (state[at] === 0 && at !== node && parent[at] !== 0 && steps++ < parent.length) at = parent[at];
    const found = at === node || state[at] === INSIDE ? INSIDE : OUTSIDE;
    for (let walk = code; state[walk] === 0; walk = parent[walk]) {
      state[walk] = found;
      if (walk === at) break;
    }
  }
  for (let code = 0; code < state.length; code++) state[code] &= INSIDE;
  return state;
}

function gather(column: Uint32Array, rows: Uint32Array, count: number): Uint32Array {
  const gathered = new Uint32Array(count);
  for (let i = 0; i < count; i++) gathered[i] = column[rows[i]];
  return gathered;
}
