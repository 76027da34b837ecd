import { createEffect, on, onCleanup, onMount, untrack } from 'solid-js';
import type { ListColumn } from '~/domain/customerList';
import type { Language } from '~/state/preferences';
import {
  type CustomerCellWords,
  type CustomerGridColumn,
  type CustomerGridContext,
  SELECT_COLUMN,
} from './customerGridView';
import { createCustomerListeners, followActive } from './customerListeners';
import type { CustomerPages } from './customerPages';
import { createCustomerSurface } from './customerSurface';
import { gridLocale } from './gridLocale';
import type { GridRect } from './gridRange';
import { createRangePaint } from './rangePaint';
import { createRangeState } from './rangeState';
import './planGrid.css';
import './range.css';
import './customerGrid.css';

/** What the page may do with the list. */
export interface CustomerGridHandle {
  focus(row?: number): void;
  firstInSight(): number;
}

export interface CustomerGridProps {
  pages: CustomerPages;
  columns: readonly CustomerGridColumn[];
  language: Language;
  label: string;
  readOnly: boolean;
  /** Rises when ticks or words changed. */
  drawn: unknown;
  words(row: number, column: ListColumn): CustomerCellWords;
  totalText(column: ListColumn): string;
  entry(row: number, column: ListColumn): string;
  offers(column: ListColumn): readonly string[];
  cellLabel(row: number, column: ListColumn): string;
  isTicked(row: number): boolean;
  tickLabel(row: number): string;
  onTick(row: number, isOn: boolean, through: boolean): void;
  allTicked: boolean;
  tickAllLabel: string;
  onTickAll(isOn: boolean): void;
  onOpen(row: number): void;
  onSort(column: ListColumn, descending: boolean): void;
  onEdit(row: number, column: ListColumn, text: string): void;
  onWidth(column: ListColumn, width: number): void;
  /** More than one cell is selected, by place in the list; null = no more than one. */
  onRange(rect: GridRect | null, columns: ListColumn[]): void;
  onCopy(rect: GridRect, columns: ListColumn[], transfer: DataTransfer | null): void;
  onPaste(at: { row: number; column: number }, columns: ListColumn[], text: string): void;
  onFind(): void;
  onUndo(back: boolean): void;
  onReady(handle: CustomerGridHandle): void;
  /** Where the list was left. */
  startRow: number;
}

/** The customer list as a grid with spreadsheet habits: rows come by windows, nothing of them is kept here. */
export function CustomerGrid(props: CustomerGridProps) {
  let host: HTMLDivElement | undefined;

  onMount(() => {
    if (!host) return;
    const rows = () => props.pages.head()?.matching ?? 0;
    const context: CustomerGridContext = {
      words: (row, column) => props.words(row, column),
      totalText: (column) => props.totalText(column),
      trend: (row) => props.pages.trend(row),
      isTicked: (row) => props.isTicked(row),
      tickLabel: (row) => props.tickLabel(row),
      tick: (row, isOn, through) => props.onTick(row, isOn, through),
      tickAll: (isOn) => props.onTickAll(isOn),
      allTicked: () => props.allTicked,
      tickAllLabel: () => props.tickAllLabel,
      open: (row) => props.onOpen(row),
      entry: (row, column) => props.entry(row, column),
      offers: (column) => props.offers(column),
      label: (row, column) => props.cellLabel(row, column),
    };
    const surface = createCustomerSurface(host, {
      context,
      onWindow: (first, count) => props.pages.look(Math.max(0, first), Math.max(1, count)),
      onActive: (position) => followActive(range, position),
      onSort: (column, descending) => props.onSort(column, descending),
      onEdit: (row, column, text) => props.onEdit(row, column, text),
      onWidth: (column, width) => props.onWidth(column, width),
    });
    const range = createRangeState({
      shape: () => ({ ...surface.shape(), rows: rows() }),
      nameOf: ({ row, column }) => ({ row: String(row), column: surface.columnIds()[column] ?? '' }),
      find({ row, column }) {
        const at = surface.columnIds().findIndex((id) => column === `${id}`);
        return at < 0 || Number(row) > rows() ? null : { row: Number(row), column: at };
      },
      reveal: surface.reveal,
    });
    const painter = createRangePaint(host, {
      selected: () => (range.isMany() ? range.rect() : null),
      marked: () => null,
      corner: () => null,
      rowOf: (index) => (index.startsWith('b-') ? rows() : Number(index)),
      columnIds: surface.columnIds,
    });
    const listeners = createCustomerListeners({
      host,
      surface,
      range,
      rows,
      open: (row) => row < rows() && props.onOpen(row),
      turn: (row) => row < rows() && props.onTick(row, !props.isTicked(row), false),
      copy(transfer) {
        const rect = range.rect();
        if (rect) props.onCopy(rect, surface.columnIds(), transfer);
      },
      paste(text) {
        const rect = range.rect();
        if (rect) props.onPaste({ row: rect.top, column: rect.left }, surface.columnIds(), text);
      },
      find: () => props.onFind(),
      undo: (back) => props.onUndo(back),
    });
    onCleanup(() => {
      listeners.dispose();
      painter.dispose();
      surface.dispose();
    });

    createEffect(
      on([() => props.columns, () => props.readOnly], ([columns, readOnly]) => {
        surface.setColumns(columns, !readOnly);
        range.refit();
      }),
    );
    createEffect(
      on([props.pages.version, () => props.drawn], () => {
        surface.setRows(rows());
        surface.refresh();
      }),
    );
    createEffect(on(rows, range.refit, { defer: true }));
    // A list is there to be walked in; focus is taken only where nobody else has it, and at the row that was left.
    let begun = false;
    createEffect(
      on(rows, (count) => {
        if (begun || count === 0) return;
        begun = true;
        const row = Math.min(
          untrack(() => props.startRow),
          count - 1,
        );
        if (row > 0 || document.activeElement === document.body) surface.focus({ row, column: 0 });
      }),
    );
    createEffect(
      on(range.rect, (rect) => {
        painter.paint();
        props.onRange(range.isMany() ? rect : null, surface.columnIds());
      }),
    );
    createEffect(
      on([() => props.language, () => props.label], ([language, label]) => {
        void gridLocale(language).then((texts) => surface.setLocale(texts, label));
      }),
    );
    props.onReady({
      focus(row) {
        const column = surface.active()?.column ?? 0;
        surface.focus({ row: row ?? surface.active()?.row ?? 0, column });
      },
      firstInSight: surface.firstInSight,
    });
  });

  /** What a head means is said where the pointer or the focus rests on it. */
  const tell = (target: Element) => {
    const head = target.closest<HTMLElement>('.ag-header-cell[col-id]');
    const id = head?.getAttribute('col-id');
    const column = id === SELECT_COLUMN ? undefined : props.columns.find((one) => one.id === id);
    if (head && column) head.title = column.hint;
  };

  return (
    <div class="pg cl" classList={{ 'cl--stale': props.pages.stale() }} aria-busy={props.pages.stale()}>
      <div
        ref={host}
        class="pg-host"
        data-region="grid"
        onPointerOver={(event) => tell(event.target)}
        onFocusIn={(event) => tell(event.target)}
      />
    </div>
  );
}
