import { classText } from '~/domain/classText';
import type { CustomerListView, ListCells, ListFileRequest } from '~/domain/customerList';
import { isoDate } from '~/domain/period';
import type { ListFile, ListFileColumn } from '~/exchange/workbook/listFile';

const KINDS: Partial<Record<ListCells['kind'], ListFileColumn['kind']>> = {
  money: 'money',
  share: 'share',
  count: 'number',
  number: 'number',
  times: 'number',
  day: 'day',
};

/** Rows of the list as a file wants them: amounts in major units, days as dates, states in words. */
export function customerListFile(view: CustomerListView, request: ListFileRequest, minorUnit: number): ListFile {
  return {
    title: request.name,
    as: request.format,
    exportedAt: request.exportedAt,
    decimals: minorUnit,
    columns: view.cells.map((cells, at) => ({
      head: request.heads[at] ?? cells.column,
      kind: KINDS[cells.kind] ?? 'text',
      values:
        cells.column === 'segment'
          ? (cells.texts ?? []).map((text) => (text === '' ? null : classText(text, request.classWords ?? {})))
          : valuesOf(cells, request.states[cells.column] ?? [], 10 ** minorUnit),
    })),
  };
}

function valuesOf({ kind, texts, numbers }: ListCells, states: string[], units: number): ListFileColumn['values'] {
  if (texts) return texts.map((text) => (text === '' ? null : text));
  return Array.from(numbers ?? [], (value) => {
    if (Number.isNaN(value)) return null;
    if (kind === 'flag') return states[value] ?? null;
    if (kind === 'money') return value / units;
    return kind === 'day' ? isoDate(value) : value;
  });
}
