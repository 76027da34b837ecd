import { type Issue, type IssueCode, type IssuePlace, issue } from '~/domain/issue';
import type { ReportedRow } from '~/domain/order';

const MAX_ROWS = 100_000;
/** Rows left out on purpose must not crowd out the ones that went wrong. */
const MAX_FILTERED = 20_000;

/** Counts every row that is not kept, and keeps the first 100,000 of them with their cells. */
export interface RowReports {
  readonly reported: number;
  readonly rows: ReportedRow[];
  readonly byReason: Map<IssueCode, number>;
  readonly warnings: Map<IssueCode, number>;
  report(row: number, problem: Problem, cells: () => string[]): void;
  warn(code: IssueCode, rows?: number): void;
}

export interface Problem {
  code: IssueCode;
  params?: Issue['params'];
  file?: string;
  column?: string;
}

export function createRowReports(): RowReports {
  const rows: ReportedRow[] = [];
  const byReason = new Map<IssueCode, number>();
  const warnings = new Map<IssueCode, number>();
  let reported = 0;
  return {
    get reported() {
      return reported;
    },
    rows,
    byReason,
    warnings,
    report(row, { code, params, file, column }, cells) {
      reported++;
      const count = (byReason.get(code) ?? 0) + 1;
      byReason.set(code, count);
      if (rows.length >= MAX_ROWS || (code === 'import/filteredOut' && count > MAX_FILTERED)) return;
      const place: IssuePlace = { row };
      if (file !== undefined) place.file = file;
      if (column !== undefined) place.column = column;
      rows.push({ row, issue: issue(code, params, place), cells: cells() });
    },
    warn(code, count = 1) {
      if (count > 0) warnings.set(code, (warnings.get(code) ?? 0) + count);
    },
  };
}
