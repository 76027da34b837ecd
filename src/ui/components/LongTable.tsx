import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { createEffect, createSignal, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import type { TableColumn, TableSort } from './Table';
import './longTable.css';

/** Rows of a list that are asked for at once. */
export interface RowSpan {
  first: number;
  count: number;
}

export interface LongTableProps<R, K extends string> {
  label: string;
  columns: readonly (TableColumn<R, K> & { width?: string })[];
  /** The rows at hand, and where they begin in the list. */
  rows: readonly R[];
  first: number;
  /** Rows of the whole list. */
  matching: number;
  /** Says which rows are in sight. */
  onLook: (span: RowSpan) => void;
  sort?: TableSort<K>;
  onSort?: (sort: TableSort<K>) => void;
  /** Another one is another list: it starts at its top. */
  list?: unknown;
  chosen?: (row: R) => boolean;
  busy?: boolean;
  /** Said where nothing matches. */
  none: string;
  foot?: JSX.Element;
}

/** Height of a row in CSS: the scroll bar is as long as all rows, though only those in sight are there. */
const ROW = 32;
/** Spans move in steps, so that scrolling within a step asks nobody. */
const STEP = 20;

/** The rows around what is in sight: one step before it, one behind. */
export function spanAround(place: { top: number; height: number }): RowSpan {
  const shown = Math.max(0, Math.floor(place.top / ROW));
  const first = Math.max(0, (Math.floor(shown / STEP) - 1) * STEP);
  const last = shown + Math.ceil(place.height / ROW);
  return { first, count: (Math.floor(last / STEP) + 2) * STEP - first };
}

/** A table by windows: fifty thousand rows scroll like fifty. */
export function LongTable<R, K extends string = string>(props: LongTableProps<R, K>) {
  const [scroller, setScroller] = createSignal<HTMLElement>();
  const look = () => {
    const box = scroller();
    if (box) props.onLook(spanAround({ top: box.scrollTop, height: box.clientHeight }));
  };
  onMount(() => {
    const box = scroller();
    if (!box) return;
    const watch = new ResizeObserver(look);
    watch.observe(box);
    onCleanup(() => watch.disconnect());
  });
  createEffect(
    on(
      () => props.list,
      () => scroller()?.scrollTo({ top: 0 }),
      { defer: true },
    ),
  );
  const order = (column: TableColumn<R, K>) =>
    props.sort?.by === column.id ? (props.sort.descending ? 'descending' : 'ascending') : 'none';
  const turn = (column: TableColumn<R, K>) =>
    props.onSort?.({
      by: column.id,
      descending: order(column) === 'none' ? column.number === true : order(column) === 'ascending',
    });
  const after = () => Math.max(0, props.matching - props.first - props.rows.length);
  return (
    <section
      class="long-table"
      ref={(element) => {
        // Rows may hold nothing that takes the focus: then keys scroll the list itself.
        element.tabIndex = 0;
        setScroller(element);
      }}
      aria-label={props.label}
      aria-busy={props.busy}
      onScroll={look}
    >
      <table class="table" aria-rowcount={props.matching + 1}>
        <caption class="unseen">{props.label}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <For each={props.columns}>
              {(column) => (
                <th
                  scope="col"
                  classList={{ number: column.number }}
                  style={{ width: column.width }}
                  aria-sort={column.sortable ? order(column) : undefined}
                >
                  <Show when={column.sortable && props.onSort} fallback={column.head}>
                    <button type="button" class="table__sort" onClick={() => turn(column)}>
                      {column.head}
                      <Show when={order(column) === 'descending'}>
                        <ArrowDown size={12} class="icon" aria-hidden="true" />
                      </Show>
                      <Show when={order(column) === 'ascending'}>
                        <ArrowUp size={12} class="icon" aria-hidden="true" />
                      </Show>
                    </button>
                  </Show>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <Spacer rows={props.first} />
          <For each={props.rows}>
            {(row, index) => (
              <tr aria-rowindex={props.first + index() + 2} data-chosen={props.chosen?.(row) ? '' : undefined}>
                <For each={props.columns}>
                  {(column) => (
                    <Show
                      when={column.rowHead}
                      fallback={<td classList={{ number: column.number }}>{column.cell(row)}</td>}
                    >
                      <th scope="row">{column.cell(row)}</th>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
          <Spacer rows={after()} />
        </tbody>
        <Show when={props.foot}>
          <tfoot>{props.foot}</tfoot>
        </Show>
      </table>
      <Show when={props.matching === 0 && !props.busy}>
        <p class="long-table__none">{props.none}</p>
      </Show>
    </section>
  );
}

/** Stands for the rows that are not in sight. */
function Spacer(props: { rows: number }) {
  return (
    <Show when={props.rows > 0}>
      <tr>
        <td class="long-table__spacer" style={{ height: `${props.rows * ROW}px` }} />
      </tr>
    </Show>
  );
}
