import type { PlanColumn } from './planColumns';
import { planColumns } from './planColumns';
import type { PlanSheetModel, PlanSheetRow, PlanSums } from './planSheetModel';
import { roundHalfAway } from './roundHalfAway';

export const GROWTH_DECIMALS = 6;

/** `leaf` can be typed into, `sum` adds its parts, `closed` is a node whose parts are not in the sheet. */
export type PlanRowKind = 'leaf' | 'sum' | 'closed';

export interface PlanTableRow {
  row: PlanSheetRow;
  kind: PlanRowKind;
  /** Indexes of its direct parts. */
  parts: number[];
  /** Index of the last row below it at any depth, its own where there is none. */
  end: number;
  /** Per column in the order of `columns`: minor units, for growth a ratio; null = blank or without a base. */
  amounts: (number | null)[];
}

export interface PlanTable {
  columns: PlanColumn[];
  rows: PlanTableRow[];
  /** Deepest level that has parts, −1 when there is none. */
  deepestSum: number;
}

/**
 * What every cell of the plan sheet says, added up in integers: a node is the sum of its parts, a quarter of its months,
 * the year of its quarters. A blank adds nothing, and a sum over blanks is 0, as a spreadsheet's SUM has it; a blank
 * leaf stays blank. What does not add up in the column that is shown stands as the row gives it. Rows out of order, unknown parents, wrong levels and amounts that are no integers throw RangeError.
 */
export function planTable(model: PlanSheetModel): PlanTable {
  const columns = planColumns(model);
  const rows = linkRows(model);
  const months = model.periods.length;
  const sums = model.sums ?? 'all';
  const unit = 10 ** model.minorUnit;
  const monthly: (number | null)[][] = new Array(rows.length);
  const given = model.isShare ? (_: PlanSheetRow, value: number | null) => value : checkedAmount;
  for (let r = rows.length - 1; r >= 0; r--) {
    const { row, kind, parts } = rows[r];
    rows[r].end = rows[parts.at(-1) ?? -1]?.end ?? r;
    monthly[r] =
      kind === 'sum' && sums !== 'nothing'
        ? Array.from({ length: months }, (_, month) =>
            parts.reduce((sum, part) => sum + (monthly[part][month] ?? 0), 0),
          )
        : Array.from({ length: months }, (_, month) => given(row, row.values[month] ?? null));
    rows[r].amounts = rowAmounts(columns, rows[r], { monthly: monthly[r], sums, unit });
  }
  const deepestSum = rows.reduce(
    (deepest, { row, kind }) => (kind === 'sum' ? Math.max(deepest, row.level) : deepest),
    -1,
  );
  return { columns, rows, deepestSum };
}

function linkRows(model: PlanSheetModel): PlanTableRow[] {
  const rows: PlanTableRow[] = [];
  const indexOf = new Map<string, number>();
  /** Index of the open node per level: a parent must be one of them, so that the parts of a node stand together. */
  const open: number[] = [];
  for (const row of model.rows) {
    const parent = row.parentId === null ? undefined : indexOf.get(row.parentId);
    const level = parent === undefined ? 0 : rows[parent].row.level + 1;
    if (row.parentId !== null && (parent === undefined || open[level - 1] !== parent)) {
      throw new RangeError(`row ${row.id} does not stand below its parent ${row.parentId}`);
    }
    if (row.level !== level) throw new RangeError(`row ${row.id} has level ${row.level}, expected ${level}`);
    if (indexOf.has(row.id)) throw new RangeError(`row id ${row.id} stands twice`);
    if (parent !== undefined) {
      if (rows[parent].row.isLeaf) throw new RangeError(`leaf ${rows[parent].row.id} has a part ${row.id}`);
      rows[parent].kind = 'sum';
      rows[parent].parts.push(rows.length);
    }
    open.length = level;
    open.push(rows.length);
    indexOf.set(row.id, rows.length);
    rows.push({ row, kind: row.isLeaf ? 'leaf' : 'closed', parts: [], end: rows.length, amounts: [] });
  }
  return rows;
}

function checkedAmount(row: PlanSheetRow, amount: number | null): number | null {
  if (amount !== null && !Number.isSafeInteger(amount)) {
    throw new RangeError(`row ${row.id} has an amount of ${amount}, expected integer minor units`);
  }
  return amount;
}

interface RowMonths {
  monthly: readonly (number | null)[];
  sums: PlanSums;
  unit: number;
}

function rowAmounts(
  columns: readonly PlanColumn[],
  line: PlanTableRow,
  { monthly, sums, unit }: RowMonths,
): (number | null)[] {
  const total = (first: number, last: number): number => {
    let sum = 0;
    for (let month = first; month <= last; month++) sum += monthly[month] ?? 0;
    return sum;
  };
  const lastYear = checkedAmount(line.row, line.row.lastYear ?? null);
  const amountOf = (column: PlanColumn): number | null => {
    switch (column.kind) {
      case 'month':
        return monthly[column.period];
      case 'quarter':
      case 'year':
      case 'total':
        return sums === 'all' ? total(column.first, column.last) : (line.row.spans?.[column.key] ?? null);
      case 'lastYear':
        return lastYear;
      case 'growth':
        return lastYear !== null && lastYear > 0 ? growthOf(firstYear() / unit, lastYear / unit) : null;
      case 'leaf':
        return line.kind === 'sum' ? 0 : 1;
    }
  };
  const firstYear = (): number => {
    const year = columns.find(({ kind }) => kind === 'year');
    return (year && amountOf(year)) ?? 0;
  };
  return columns.map(amountOf);
}

/**
 * Six decimals, as the formula in the sheet rounds: programs add a year up with different errors in the last bit, and the
 * rounding keeps those out of the cached value.
 */
const growthOf = (year: number, base: number): number => roundHalfAway(year / base - 1, GROWTH_DECIMALS);
