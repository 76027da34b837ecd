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
    | { kind: 'month'; period: number }
    | ({ kind: 'quarter' | 'year' | 'total' } & Span)
    | { kind: 'lastYear' }
    | { kind: 'growth'; year: number; base: number }
    | { kind: 'leaf' }
  );

/** Leaf periods that a column covers, both inside, and the columns of the same sheet that it is the sum of. */
interface Span {
  first: number;
  last: number;
  parts: readonly number[];
}

/**
 * Which columns the plan sheet has, from E on: per fiscal year the leaf periods of each quarter, the quarter after them and
 * the year after all, then all years together where there are several, then the year before the first one and growth on it
 * where it is known, then a hidden mark of rows that are nobody's sum. Quarters come from the fiscal calendar, so it works
 * for any start month, for periods of weeks, for weeks, and for a year of 53 of them.
 */
export function planColumns(model: PlanSheetModel): PlanColumn[] {
  const { headings } = model;
  const columns: PlanColumn[] = [];
  const place = (key: string): ColumnPlace => ({
    key,
    heading: Object.hasOwn(headings.columns, key) ? headings.columns[key] : key,
    column: FIRST_AMOUNT_COLUMN + columns.length,
  });
  const spanOf = (kind: 'quarter' | 'year' | 'total', key: string, span: Span): number => {
    const at = place(key);
    columns.push({ ...at, kind, ...span });
    return at.column;
  };
  const years = model.years.map((year) => {
    const quarters = year.quarters.map(({ id, first, last }) => {
      const parts: number[] = [];
      for (let period = first; period <= last; period++) {
        const at = place(`m:${model.periods[period]}`);
        parts.push(at.column);
        columns.push({ ...at, kind: 'month', period });
      }
      return spanOf('quarter', `q:${id}`, { first, last, parts });
    });
    return spanOf('year', `y:${year.id}`, { first: year.first, last: year.last, parts: quarters });
  });
  if (years.length > 1) spanOf('total', 't:all', { first: 0, last: model.periods.length - 1, parts: years });
  if (model.rows.some((row) => row.lastYear !== undefined && row.lastYear !== null)) {
    const base = place('lastYear');
    columns.push({ ...base, kind: 'lastYear' });
    columns.push({ ...place('growth'), kind: 'growth', year: years[0], base: base.column });
  }
  columns.push({ ...place('leaf'), kind: 'leaf' });
  return columns;
}
