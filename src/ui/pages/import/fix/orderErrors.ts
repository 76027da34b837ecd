import { isOnPurpose } from '~/domain/onPurpose';
import type { CellError } from '~/domain/packView';
import type { ImportPreview } from '~/domain/view';

/** Cells of one order file that cannot be taken; rows that were left out on purpose or are there already are no errors. */
export function orderErrors(preview: Pick<ImportPreview, 'report'> | null, file: string): CellError[] {
  if (!preview) return [];
  const { rows, headers, source } = preview.report;
  return rows.flatMap(({ row, issue, cells }): CellError[] => {
    const column = issue.place?.column;
    if (isLeftOut(issue.code) || column === undefined || (issue.place?.file ?? source) !== file) return [];
    return [{ row, column, value: cells[headers.indexOf(column)] ?? '', issue, reported: true }];
  });
}

/** A row that stands there twice is told elsewhere: no cell of it is wrong. */
const isLeftOut = (code: string): boolean => isOnPurpose(code) || code === 'import/duplicateRow';
