import { multiplyDecimal, parseDecimal, toMinorUnits } from '~/domain/decimal';
import { issue } from '~/domain/issue';
import { MAX_TOTAL } from '~/domain/money';
import { fail, ok, type Result } from '~/domain/result';
import {
  type ColumnData,
  HELD,
  type LeafEdit,
  type LineTable,
  ownPeriod,
  rowList,
  type Selection,
  SPOKEN,
} from '../cube';
import { apportion } from '../numeric';
import { readLeaves, writeLeaves } from './leafAccess';

/** Up to this many values a change carries its new values as well, as every other edit does. */
const CARRIED = 4096;

export interface CopyLeaves {
  lines: LineTable;
  from: ColumnData;
  /** Edited in place; may be the same column. */
  to: ColumnData;
  edit: Selection;
  /** 100 = as they are; not negative. */
  percent: number;
}

/**
 * Makes the leaves of a cell those of another column, each by so many percent: blank stays blank, zero stays zero, and
 * the sum is the source's sum by that percentage, rounded once, half away from zero; the parts follow by largest
 * remainder, ties by (line id, period). Positive and negative parts are rounded apart. Locks stay on their
 * leaves, but do not keep their values: for that there is `editTotal`. Refused: a sum beyond 2^51.
 */
export function copyLeaves({ lines, from, to, edit, percent }: CopyLeaves): Result<LeafEdit> {
  const wanted = percent === 100 ? null : scaled(lines, from, { edit, percent });
  if (wanted && !wanted.ok) return wanted;
  const result: LeafEdit = { changes: [], moved: 0, held: 0, equalSpread: false };
  edit.periods.forEach((period, p) => {
    const { rows } = edit;
    const source = readLeaves(from, period, rows);
    ownPeriod(to, period);
    const { value: old, state: oldState } = readLeaves(to, period, rows);
    const value = wanted ? wanted.value[p] : source.value;
    let newState: Uint8Array = source.state.map((bits, j) => (bits & SPOKEN) | (oldState[j] & HELD));
    let turned = 0;
    for (let j = 0; j < old.length; j++) {
      if (oldState[j] !== newState[j]) turned++;
      if (old[j] !== value[j] || oldState[j] !== newState[j]) result.moved++;
    }
    if (turned === 0) newState = oldState;
    writeLeaves(to, { period, rows, value, state: newState });
    result.changes.push({ period, rows, old, oldState, new: value.length > CARRIED ? null : value, newState });
  });
  return ok(result);
}

/** So many percent of an amount in minor units, exact to the last digit before it is rounded; null beyond 2^53 − 1. */
export function percentOf(amount: number, percent: number): number | null {
  const share = parseDecimal(String(percent));
  if (!share || percent < 0) throw new RangeError(`${percent} percent`);
  const product = multiplyDecimal(share, { coefficient: amount, scale: 0 });
  return toMinorUnits({ ...product, scale: product.scale + 2 }, 0);
}

/** The scaled leaves of a cell per period of it, by place within its rows. */
function scaled(
  lines: LineTable,
  from: ColumnData,
  { edit, percent }: { edit: Selection; percent: number },
): Result<Float64Array[]> {
  const rows = rowList(edit.rows);
  const places = byLineId(lines, rows);
  const size = places.length * edit.periods.length;
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  let up = 0;
  let down = 0;
  for (let i = 0, n = 0; i < places.length; i++) {
    for (const period of edit.periods) {
      const value = from.value[period][rows[places[i]]];
      if (value > 0) {
        above[n] = value;
        up += value;
      } else {
        below[n] = -value;
        down += value;
      }
      n++;
    }
  }
  const total = percentOf(up + down, percent);
  const upper = percentOf(up, percent);
  if (total === null || upper === null || upper > MAX_TOTAL || up > MAX_TOTAL || -down > MAX_TOTAL)
    return fail(issue('target/tooLarge', { amount: total ?? up + down }));
  const gained = up > 0 ? apportion({ total: upper, weights: above }) : above;
  const lost = down < 0 ? apportion({ total: upper - total, weights: below }) : below;
  const value = edit.periods.map(() => new Float64Array(rows.length));
  for (let i = 0, n = 0; i < places.length; i++)
    for (let p = 0; p < value.length; p++, n++) value[p][places[i]] = gained[n] - lost[n] + 0;
  return ok(value);
}

/** Places within the rows in order of line id, so that ties fall the same way wherever the lines lie. */
function byLineId({ lineId }: LineTable, rows: Uint32Array): Uint32Array {
  const places = Uint32Array.from(rows.keys());
  for (let i = 1; i < rows.length; i++) {
    if (lineId[rows[i]] > lineId[rows[i - 1]]) continue;
    return places.sort((a, b) => lineId[rows[a]] - lineId[rows[b]]);
  }
  return places;
}
