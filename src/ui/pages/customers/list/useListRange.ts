import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { CustomerListView, ListCells, ListColumn } from '~/domain/customerList';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';
import { copyText } from '../../../grid/copyText';
import type { GridRect } from '../../../grid/gridRange';
import { tableHtml, tableText } from '../../../grid/tableText';
import type { CustomerListState } from './createCustomerList';
import type { RangeSum } from './RangeFigures';
import type { useListWords } from './useListWords';

/** Rows that one copy may take. */
const MOST_ROWS = 50_000;
const PAUSE_MS = 80;

/** What is done with the selected cells of the list: counted, and copied for a spreadsheet. */
export function useListRange(list: CustomerListState, words: ReturnType<typeof useListWords>) {
  const app = useApp();
  const { t, format } = useText();
  const [figures, setFigures] = createSignal<RangeSum | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  onCleanup(() => clearTimeout(timer));

  /** The cells of a selection, whether its rows are in sight or not. The totals are no row of it. */
  const cellsIn = (rect: GridRect, ids: ListColumn[]): Promise<CustomerListView | null> => {
    const columns = ids.slice(rect.left, rect.right + 1);
    const count = Math.min(rect.bottom + 1, list.pages.head()?.matching ?? 0) - rect.top;
    return app.attempt(app.host.customerList(list.query(), { first: rect.top, count: Math.max(0, count), columns }));
  };

  const count = async (rect: GridRect, ids: ListColumn[]) => {
    const mine = ++turn;
    const view = await cellsIn(rect, ids);
    if (mine !== turn || !view) return;
    setFigures(summed(view.cells, (value, cells) => words.number(value, cells.kind, cells.column)));
  };

  const put = (view: CustomerListView, transfer: DataTransfer | null) => {
    const rows = Array.from(view.codes, (_, row) => view.cells.map((cells) => plainCell(cells, row)));
    if (transfer) {
      transfer.setData('text/plain', tableText(rows));
      transfer.setData('text/html', tableHtml(rows));
    } else copyText(tableText(rows));
    app.announce(t('customerList.copied', { n: format().count(rows.length * view.cells.length) }));
  };

  const plainCell = (cells: ListCells, row: number): string => {
    if (cells.texts) return cells.texts[row];
    const value = cells.kind === 'trend' ? null : (cells.numbers?.[row] ?? null);
    if (value === null || Number.isNaN(value)) return '';
    if (cells.kind === 'money') return money(value);
    if (cells.kind === 'flag' || cells.kind === 'day') {
      return words.cell(value, { kind: cells.kind, column: cells.column, pinned: false }).text;
    }
    return String(value);
  };
  /** In major units and without grouping: a spreadsheet reads it as a number in any language. */
  const money = (value: number): string => {
    const source = app.status().plan ?? app.status().workspace;
    const decimals = source?.minorUnit ?? 2;
    return (value / 10 ** decimals).toFixed(decimals);
  };

  return {
    figures: figures as Accessor<RangeSum | null>,
    take(rect: GridRect | null, ids: ListColumn[]): void {
      clearTimeout(timer);
      turn += 1;
      if (rect === null) setFigures(null);
      else timer = setTimeout(() => void count(rect, ids), PAUSE_MS);
    },
    /** The clipboard only takes what is there at once: rows that still have to come are put there when they have. */
    copy(rect: GridRect, ids: ListColumn[], transfer: DataTransfer | null): void {
      if (rect.bottom - rect.top >= MOST_ROWS) {
        app.announce(t('customerList.copyTooLarge', { most: format().count(MOST_ROWS) }));
        return;
      }
      const here = viewAtHand(list, rect, ids);
      if (here) put(here, transfer);
      else void cellsIn(rect, ids).then((view) => view && put(view, null));
    },
  };
}

/** Cells of rows that are all at hand; null where one is not. */
function viewAtHand({ pages }: CustomerListState, rect: GridRect, ids: ListColumn[]): CustomerListView | null {
  const head = pages.head();
  if (!head || pages.stale()) return null;
  const last = Math.min(rect.bottom, head.matching - 1);
  const rows = Array.from({ length: Math.max(0, last - rect.top + 1) }, (_, i) => rect.top + i);
  if (!rows.every(pages.isHere)) return null;
  const cells = ids.slice(rect.left, rect.right + 1).map((column): ListCells => {
    const known = head.cells.find((one) => one.column === column);
    const texts = known?.texts ? rows.map((row) => pages.text(row, column) ?? '') : null;
    const numbers = texts ? null : Float64Array.from(rows, (row) => pages.number(row, column) ?? Number.NaN);
    return { column, kind: known?.kind ?? 'text', numbers, texts, total: null };
  });
  return { ...head, first: rect.top, codes: Uint32Array.from(rows, (row) => pages.code(row) ?? 0), cells };
}

/** Numbers are counted, and summed where all of them are of one kind that can be. */
export function summed(cells: readonly ListCells[], say: (value: number, cells: ListCells) => string): RangeSum | null {
  let count = 0;
  let sum = 0;
  let filled = 0;
  const counted = cells.filter(({ numbers, kind }) => numbers && kind !== 'trend' && kind !== 'flag' && kind !== 'day');
  for (const { texts, numbers, kind } of cells) {
    if (kind === 'trend') continue;
    filled += texts ? texts.filter((text) => text !== '').length : 0;
    filled += numbers ? numbers.filter((value) => !Number.isNaN(value)).length : 0;
  }
  for (const { numbers } of counted) {
    for (const value of numbers ?? []) {
      if (Number.isNaN(value)) continue;
      count += 1;
      sum += value;
    }
  }
  const kinds = new Set(counted.map(({ kind }) => kind));
  const [one] = counted;
  if (!one || kinds.size > 1 || count === 0) return { count: filled, sum: null, average: null };
  const canSum = one.kind === 'money' || one.kind === 'count';
  return { count: filled, sum: canSum ? say(sum, one) : null, average: say(meanOf(sum, count, one.kind), one) };
}

const meanOf = (sum: number, count: number, kind: ListCells['kind']): number =>
  kind === 'money' ? Math.round(sum / count) : kind === 'count' ? Math.round(sum / count) : sum / count;
