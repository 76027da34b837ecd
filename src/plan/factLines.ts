import { findLine, type LineTable } from '~/engine/cube/index';
import type { FactTable } from '~/engine/facts/index';

/** Which lines the orders of each row of the facts belong to. */
export interface FactLines {
  /** By row of the facts, its group; −1 where no line stands for it. */
  groupOfRow: Int32Array;
  /** By position of a line, its group; −1 where no order is like it. */
  groupOfLine: Int32Array;
  groups: number;
}

/**
 * Lines that orders cannot be told between are one group: a dimension of one's own, which no order names, divides what is
 * planned and not what was sold. Without such a dimension every group is one line.
 */
export function factLines(lines: LineTable, table: FactTable): FactLines {
  const told = table.codes.flatMap((codes, d) =>
    codes.subarray(0, table.count).some((code) => code !== 0) ? [d] : [],
  );
  return told.length === table.codes.length ? single(lines, table) : grouped(lines, table, told);
}

function single(lines: LineTable, table: FactTable): FactLines {
  const groupOfRow = new Int32Array(table.count).fill(-1);
  const groupOfLine = new Int32Array(lines.count).fill(-1);
  const tuple = new Uint32Array(table.codes.length);
  for (let row = 0; row < table.count; row += 1) {
    for (let d = 0; d < tuple.length; d += 1) tuple[d] = table.codes[d][row];
    const line = findLine(lines, tuple);
    if (line === null) continue;
    const position = lines.positionOf[line];
    groupOfRow[row] = position;
    groupOfLine[position] = position;
  }
  return { groupOfRow, groupOfLine, groups: lines.count };
}

function grouped(lines: LineTable, table: FactTable, told: readonly number[]): FactLines {
  const groupOfRow = new Int32Array(table.count).fill(-1);
  const groupOfLine = new Int32Array(lines.count).fill(-1);
  const known = new Map<string, number>();
  const keyAt = (codes: readonly ArrayLike<number>[], at: number): string => told.map((d) => codes[d][at]).join();
  for (let position = 0; position < lines.count; position += 1) {
    const key = keyAt(lines.codes, position);
    const group = known.get(key) ?? known.size;
    known.set(key, group);
    groupOfLine[position] = group;
  }
  for (let row = 0; row < table.count; row += 1) groupOfRow[row] = known.get(keyAt(table.codes, row)) ?? -1;
  return { groupOfRow, groupOfLine, groups: known.size };
}
