import type { Issue } from '~/domain/issue';
import type { ImportFileHead, ImportPreview } from '~/domain/view';
import type { ImportMapping } from '~/state/protocol';
import type { FieldId } from './mappingEdits';

/** A row of a file as it is shown: its cells by column, and what is wrong with it. */
export interface PreviewRow {
  row: number;
  file: string;
  cells: Record<string, string>;
  issue: Issue | null;
}

export interface PreviewColumn {
  column: string;
  field: FieldId;
  number: boolean;
}

const NUMBERS: ReadonlySet<FieldId> = new Set(['amount', 'quantity', 'unitPrice']);

/** What is imported, and the column that decides whether it is. */
export const previewColumns = (mapping: ImportMapping): PreviewColumn[] =>
  mapping.columns
    .filter((column) => column.field !== 'ignore' || column.column === mapping.filter?.column)
    .map(({ column, field }) => ({ column, field, number: NUMBERS.has(field) }));

/** The first rows of the first order file, with what the check found about them. */
export function firstRows(file: ImportFileHead, preview: ImportPreview | null, most: number): PreviewRow[] {
  return file.sample.slice(0, most).map((cells, index) => {
    const row = file.headerRow + 1 + index;
    const found = preview?.report.rows.find(
      (reported) => reported.row === row && (reported.issue.place?.file ?? file.name) === file.name,
    );
    return { row, file: file.name, cells: named(file.headers, cells), issue: found?.issue ?? null };
  });
}

/** Rows that are not kept, of one reason or of all. */
export const reportedRows = (preview: ImportPreview, code: string | null): PreviewRow[] =>
  preview.report.rows
    .filter((reported) => code === null || reported.issue.code === code)
    .map(({ row, issue, cells }) => ({
      row,
      file: issue.place?.file ?? preview.report.source,
      cells: named(preview.report.headers, cells),
      issue,
    }));

const named = (headers: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? '']));
