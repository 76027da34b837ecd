export interface Repair {
  /** Rows are exact; changed in place until columns are. */
  amounts: Float64Array;
  /** What the amounts are roundings of: moves that stay next to it come first. */
  exact: Float64Array;
  /** Only cells with a weight may get anything. */
  weight: Float64Array;
  /** NaN = free. */
  rowTotal: Float64Array;
  colTotal: Float64Array;
}

/**
 * Moves whole units within rows until every fixed column sums to its total, along shortest chains of columns (augmenting
 * paths, Ford & Fulkerson 1956); a free row or column takes and gives what it must. Rows keep their sums. Answers how
 * much could not be placed, 0 = exact everywhere.
 */
export function repairColumns(repair: Repair): number {
  const { amounts, colTotal } = repair;
  const cols = colTotal.length;
  const gap = colTotal.slice();
  for (let i = 0; i < amounts.length; i++) gap[i % cols] -= amounts[i];
  for (const near of [true, false]) {
    for (let c = 0; c < cols; c++) {
      while (gap[c] !== 0 && !Number.isNaN(gap[c])) if (!moveInto(repair, { gap, start: c, near })) break;
    }
  }
  return gap.reduce((sum, left) => (Number.isNaN(left) ? sum : sum + Math.abs(left)), 0);
}

interface Search {
  /** Per column what it lacks; negative = has too much, NaN = free. */
  gap: Float64Array;
  start: number;
  near: boolean;
}

/** One chain that brings the start column nearer to its total; false where there is none. */
function moveInto(repair: Repair, { gap, start, near }: Search): boolean {
  const { rowTotal, colTotal } = repair;
  const rows = rowTotal.length;
  const cols = colTotal.length;
  const up = gap[start] > 0;
  const viaRow = new Int32Array(cols).fill(-1);
  const from = new Int32Array(cols).fill(-1);
  const queue = [start];
  for (let q = 0; q < queue.length; q++) {
    const to = queue[q];
    for (let r = 0; r < rows; r++) {
      if (room(repair, { cell: r * cols + to, up, near }) === 0) continue;
      if (Number.isNaN(rowTotal[r])) return carry(repair, { gap, near, up, path: pathTo(to, viaRow, from), end: r });
      for (let c = 0; c < cols; c++) {
        if (c === start || viaRow[c] >= 0 || c === to) continue;
        if (room(repair, { cell: r * cols + c, up: !up, near }) === 0) continue;
        viaRow[c] = r;
        from[c] = to;
        const opposite = Number.isNaN(gap[c]) || (up ? gap[c] < 0 : gap[c] > 0);
        if (opposite) return carry(repair, { gap, near, up, path: pathTo(c, viaRow, from), end: null });
        queue.push(c);
      }
    }
  }
  return false;
}

/** How much a cell can still take or give. */
function room({ amounts, exact, weight }: Repair, move: { cell: number; up: boolean; near: boolean }): number {
  const { cell, up, near } = move;
  if (up) return weight[cell] === 0 ? 0 : near ? (amounts[cell] < exact[cell] ? 1 : 0) : Number.POSITIVE_INFINITY;
  return near ? (amounts[cell] > exact[cell] && amounts[cell] > 0 ? 1 : 0) : amounts[cell];
}

interface Step {
  row: number;
  /** The column that gains what the other one loses (the other way round for a column with too much). */
  to: number;
  from: number;
}

function pathTo(end: number, viaRow: Int32Array, from: Int32Array): { steps: Step[]; end: number; start: number } {
  const steps: Step[] = [];
  let column = end;
  while (viaRow[column] >= 0) {
    steps.push({ row: viaRow[column], to: from[column], from: column });
    column = from[column];
  }
  return { steps, end, start: column };
}

/** Moves as much as the whole chain allows. */
function carry(
  repair: Repair,
  chain: {
    gap: Float64Array;
    near: boolean;
    up: boolean;
    path: ReturnType<typeof pathTo>;
    /** A free row that ends the chain at the path's end column; null where the column itself gives. */
    end: number | null;
  },
): boolean {
  const { gap, near, up, path, end } = chain;
  const cols = repair.colTotal.length;
  const { amounts } = repair;
  let amount = Math.abs(gap[path.start]);
  if (end === null && !Number.isNaN(gap[path.end])) amount = Math.min(amount, Math.abs(gap[path.end]));
  for (const { row, to, from } of path.steps) {
    amount = Math.min(amount, room(repair, { cell: row * cols + to, up, near }));
    amount = Math.min(amount, room(repair, { cell: row * cols + from, up: !up, near }));
  }
  if (end !== null) amount = Math.min(amount, room(repair, { cell: end * cols + path.end, up, near }));
  const signed = up ? amount : -amount;
  for (const { row, to, from } of path.steps) {
    amounts[row * cols + to] += signed;
    amounts[row * cols + from] -= signed;
  }
  if (end !== null) amounts[end * cols + path.end] += signed;
  else if (!Number.isNaN(gap[path.end])) gap[path.end] += signed;
  gap[path.start] -= signed;
  return true;
}
