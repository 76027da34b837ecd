import { ORDERS_PER_SEGMENT } from '~/domain/order';

/** Rows as they are read: codes still belong to the dictionaries of their columns, dates may still be open. */
export interface RawSegment {
  count: number;
  day: Int32Array;
  amount: Float64Array;
  quantity: Float64Array | null;
  /** Hash of the order number and of the order line, where mapped. */
  order: Float64Array | null;
  line: Float64Array | null;
  /** One column of dictionary codes per coded column. */
  cells: Uint32Array[];
}

export interface RawShape {
  quantity: boolean;
  order: boolean;
  line: boolean;
  cells: number;
}

export function emptySegment(shape: RawShape): RawSegment {
  const floats = (wanted: boolean): Float64Array | null => (wanted ? new Float64Array(ORDERS_PER_SEGMENT) : null);
  return {
    count: 0,
    day: new Int32Array(ORDERS_PER_SEGMENT),
    amount: new Float64Array(ORDERS_PER_SEGMENT),
    quantity: floats(shape.quantity),
    order: floats(shape.order),
    line: floats(shape.line),
    cells: Array.from({ length: shape.cells }, () => new Uint32Array(ORDERS_PER_SEGMENT)),
  };
}

/** Takes out the rows with these running numbers and closes the gaps; segments stay full but for the last. */
export function dropRows(segments: RawSegment[], dropped: ReadonlySet<number>): RawSegment[] {
  if (dropped.size === 0) return segments;
  let target = 0;
  let written = 0;
  let index = 0;
  for (const segment of segments) {
    const { count } = segment;
    for (let i = 0; i < count; i++, index++) {
      if (dropped.has(index)) continue;
      const to = segments[target];
      copyRow({ from: segment, i, to, j: written });
      written++;
      if (written === ORDERS_PER_SEGMENT) {
        target++;
        written = 0;
      }
    }
  }
  return segments.slice(0, target + (written > 0 ? 1 : 0)).map((segment, i) => {
    segment.count = i < target ? ORDERS_PER_SEGMENT : written;
    return segment;
  });
}

function copyRow({ from, i, to, j }: { from: RawSegment; i: number; to: RawSegment; j: number }): void {
  to.day[j] = from.day[i];
  to.amount[j] = from.amount[i];
  if (to.quantity && from.quantity) to.quantity[j] = from.quantity[i];
  if (to.order && from.order) to.order[j] = from.order[i];
  if (to.line && from.line) to.line[j] = from.line[i];
  for (let c = 0; c < to.cells.length; c++) to.cells[c][j] = from.cells[c][i];
}
