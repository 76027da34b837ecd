import type { PlanSheetModel } from './planSheetModel';

/** First column of amounts: E. Before it stand row id, parent id, level (hidden) and the name. */
export const FIRST_AMOUNT_COLUMN = 4;

interface ColumnPlace {
  key: string;
  heading: string;
  /** Counted from 0 = A. */
  column: number;
}

export type PlanColumn = ColumnPlace &
  (
    | { kind: 'month'; month: number }
    | { kind: 'quarter'; firstMonth: number; lastMonth: number; parts: readonly number[] }
    | { kind: 'year'; parts: readonly number[] }
    | { kind: 'lastYear' }
    | { kind: 'growth'; year: number; base: number }
    | { kind: 'leaf' }
  );

/**
 * Which columns the plan sheet has, from E on: the months of each quarter, the quarter after them, the year after all,
 * then last year and growth where last year is known, then a hidden mark of rows that are nobody's sum.
 * `parts` are columns of the same sheet. Works for any start month, as quarters come from the fiscal calendar.
 */
export function planColumns(model: PlanSheetModel): PlanColumn[] {
  const { fiscalYear, headings } = model;
  const columns: PlanColumn[] = [];
  const place = (key: string): ColumnPlace => ({
    key,
    heading: Object.hasOwn(headings.columns, key) ? headings.columns[key] : key,
    column: FIRST_AMOUNT_COLUMN + columns.length,
  });
  const quarters: number[] = [];
  for (const quarter of fiscalYear.quarters) {
    const parts: number[] = [];
    for (let month = quarter.first; month <= quarter.last; month++) {
      const at = place(`m:${fiscalYear.periods[month].id}`);
      parts.push(at.column);
      columns.push({ ...at, kind: 'month', month });
    }
    const at = place(`q:${quarter.id}`);
    quarters.push(at.column);
    columns.push({ ...at, kind: 'quarter', firstMonth: quarter.first, lastMonth: quarter.last, parts });
  }
  const year = place(`y:${fiscalYear.year}`);
  columns.push({ ...year, kind: 'year', parts: quarters });
  if (model.rows.some((row) => row.lastYear !== undefined && row.lastYear !== null)) {
    const base = place('lastYear');
    columns.push({ ...base, kind: 'lastYear' });
    columns.push({ ...place('growth'), kind: 'growth', year: year.column, base: base.column });
  }
  columns.push({ ...place('leaf'), kind: 'leaf' });
  return columns;
}
