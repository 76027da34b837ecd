import type { ImportReport } from '~/domain/order';
import type { PackRead } from '~/exchange/sources/readPack';
import type { PackDraft } from './packDraft';
import type { ReportWords } from './protocol';

/**
 * Every reported row of all tables as one text to download: per table its file, the row in it and the reason before the cells
 * as they were, under the headers of that table. Null where every row was kept.
 */
export async function rejectedRowsOf(draft: PackDraft, read: PackRead, words: ReportWords): Promise<string | null> {
  const { reportedRowsCsv } = await import('~/exchange/mapping/reportedRowsCsv');
  const orders = read.batch.orders?.batch.report;
  const reports: Pick<ImportReport, 'headers' | 'rows' | 'source'>[] = orders ? [orders] : [];
  for (const { table, read: said } of read.tables) {
    const headers = draft.tables.get(table)?.source.headers ?? [];
    reports.push({ headers, rows: said.rejected, source: table });
  }
  const parts = reports
    .filter(({ rows }) => rows.length > 0)
    .map((report) =>
      reportedRowsCsv(report, { ...words, reasonText: (row) => words.reasons[row.issue.code] ?? row.issue.code }),
    );
  if (parts.length === 0) return null;
  // One byte order mark for all of them.
  return parts.map((part, i) => (i === 0 ? part : part.replace(/^\uFEFF/, ''))).join('\r\n');
}
