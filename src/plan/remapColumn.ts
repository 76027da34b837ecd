import { blankColumn, type ColumnData, HELD, ownPeriod, SPOKEN, sharePeriod } from '~/engine/cube/index';
import { splitWhole, type WholeParts } from '~/engine/numeric/index';
import type { PartMap } from './lineMap';

/** Where the old leaves go: lines by position to rows, rows to the positions of the new line table, periods to periods. */
export interface Remap {
  /** Old lines by position. */
  count: number;
  lines: PartMap;
  /** New position of each new row. */
  positionOf: Uint32Array;
  /** Absent: every period stays itself. */
  periods?: PartMap;
  newPeriods: number;
  /** Arrays that were brought over already, by the old one: columns that shared a period go on sharing it. */
  known: Map<Float64Array, { column: ColumnData; period: number }>;
}

/**
 * A column in its next generation. Values that meet are summed, values that part are cut by largest remainder; a new leaf
 * is spoken if any that goes into it is, held if all are. Sums by period stay exactly (over mapped periods: in total).
 */
export function remapColumn(column: ColumnData, remap: Remap): ColumnData {
  const rows = remap.positionOf.length;
  const byLine = blankColumn(rows, column.value.length);
  const sources = countSources(remap);
  const parts = scratchOf(remap.lines);
  for (let period = 0; period < column.value.length; period += 1) {
    if (!column.state[period].some((state) => state !== 0)) continue;
    const twin = remap.known.get(column.value[period]);
    if (twin && twin.period === period) {
      sharePeriod(twin.column, byLine, period);
      continue;
    }
    remap.known.set(column.value[period], { column: byLine, period });
    ownPeriod(byLine, period);
    const held = new Uint32Array(rows);
    moveLines({ from: column, to: byLine, period, held, parts }, remap);
    const state = byLine.state[period];
    for (let i = 0; i < rows; i += 1) if (held[i] > 0 && held[i] === sources[i]) state[i] |= HELD;
  }
  return remap.periods ? movePeriods(byLine, remap.periods, remap.newPeriods) : byLine;
}

/** How many old lines go into each new one, by new position. */
function countSources({ lines, positionOf }: Remap): Uint32Array {
  const sources = new Uint32Array(positionOf.length);
  for (let part = 0; part < lines.to.length; part += 1) sources[positionOf[lines.to[part]]] += 1;
  return sources;
}

const scratchOf = ({ weight }: PartMap): WholeParts | null =>
  weight && { weight, first: 0, end: 0, out: new Float64Array(weight.length), rest: new Float64Array(weight.length) };

interface LineMove {
  from: ColumnData;
  to: ColumnData;
  period: number;
  /** Held sources by new position. */
  held: Uint32Array;
  parts: WholeParts | null;
}

function moveLines({ from, to, period, held, parts }: LineMove, { count, lines, positionOf }: Remap): void {
  const value = from.value[period];
  const state = from.state[period];
  const toValue = to.value[period];
  const toState = to.state[period];
  for (let position = 0; position < count; position += 1) {
    const bits = state[position];
    if (bits === 0) continue;
    const first = lines.start ? lines.start[position] : position;
    const end = lines.start ? lines.start[position + 1] : position + 1;
    if (parts) {
      parts.first = first;
      parts.end = end;
      splitWhole(value[position], parts);
    }
    for (let part = first; part < end; part += 1) {
      const place = positionOf[lines.to[part]];
      toValue[place] += parts ? parts.out[part] : value[position];
      toState[place] |= bits & SPOKEN;
      if ((bits & HELD) !== 0) held[place] += 1;
    }
  }
}

function movePeriods(column: ColumnData, periods: PartMap, newPeriods: number): ColumnData {
  const rows = column.value[0]?.length ?? 0;
  const moved = blankColumn(rows, newPeriods);
  const sources = new Uint32Array(newPeriods);
  for (let part = 0; part < periods.to.length; part += 1) sources[periods.to[part]] += 1;
  const held = moved.state.map(() => new Uint32Array(rows));
  const parts = scratchOf(periods);
  for (let period = 0; period < column.value.length; period += 1) {
    if (!column.state[period].some((state) => state !== 0)) continue;
    const first = periods.start ? periods.start[period] : period;
    const end = periods.start ? periods.start[period + 1] : period + 1;
    for (let part = first; part < end; part += 1) ownPeriod(moved, periods.to[part]);
    for (let row = 0; row < rows; row += 1) {
      const bits = column.state[period][row];
      if (bits === 0) continue;
      const whole = column.value[period][row];
      if (parts) {
        parts.first = first;
        parts.end = end;
        splitWhole(whole, parts);
      }
      for (let part = first; part < end; part += 1) {
        const goal = periods.to[part];
        moved.value[goal][row] += parts ? parts.out[part] : whole;
        moved.state[goal][row] |= bits & SPOKEN;
        if ((bits & HELD) !== 0) held[goal][row] += 1;
      }
    }
  }
  for (let goal = 0; goal < newPeriods; goal += 1) {
    for (let row = 0; row < rows; row += 1) {
      if (held[goal][row] > 0 && held[goal][row] === sources[goal]) moved.state[goal][row] |= HELD;
    }
  }
  return moved;
}
