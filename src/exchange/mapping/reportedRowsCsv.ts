import type { ImportReport } from '~/domain/order';
import { csvText } from '../csv/csvText';

/** Words of the extra columns, from the dictionaries. */
export interface ReportHeadings {
  file: string;
  row: string;
  reason: string;
  /** A reason in the user's language. */
  reasonText(row: ImportReport['rows'][number]): string;
}

/**
 * The reported rows as CSV to download: file, row number and reason before the cells as they were. Text that a spreadsheet
 * would run as a formula (= + - @ tab CR, also full-width) gets an apostrophe; numbers stay numbers. With BOM and CRLF, so
 * that spreadsheets open it as UTF-8.
 */
export function reportedRowsCsv(
  report: Pick<ImportReport, 'headers' | 'rows' | 'source'>,
  headings?: ReportHeadings,
): string {
  const { file = 'file', row = 'row', reason = 'reason' } = headings ?? {};
  const lines = [[file, row, reason, ...report.headers]];
  for (const reported of report.rows) {
    const text = headings ? headings.reasonText(reported) : reported.issue.code;
    lines.push([reported.issue.place?.file ?? report.source, String(reported.row), text, ...reported.cells]);
  }
  return csvText(lines);
}
