import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { For, type JSX, Show } from 'solid-js';

export interface TableColumn<R, K extends string> {
  id: K;
  head: string;
  number?: boolean;
  sortable?: boolean;
  /** The row is named by this column. */
  rowHead?: boolean;
  cell: (row: R) => JSX.Element;
}

export interface TableSort<K extends string> {
  by: K;
  descending: boolean;
}

export interface TableProps<R, K extends string> {
  /** What the table holds; read out, not shown. */
  label: string;
  columns: readonly TableColumn<R, K>[];
  rows: readonly R[];
  sort?: TableSort<K>;
  onSort?: (sort: TableSort<K>) => void;
  chosen?: (row: R) => boolean;
  /** Rows of totals. */
  foot?: JSX.Element;
}

/** A plain table: for lists of up to some hundred rows. Long lists and editing belong to the grid. */
export function Table<R, K extends string = string>(props: TableProps<R, K>) {
  const order = (column: TableColumn<R, K>) =>
    props.sort?.by === column.id ? (props.sort.descending ? 'descending' : 'ascending') : 'none';
  const turn = (column: TableColumn<R, K>) =>
    props.onSort?.({
      by: column.id,
      descending: order(column) === 'none' ? column.number === true : order(column) === 'ascending',
    });
  return (
    <table class="table">
      <caption class="unseen">{props.label}</caption>
      <thead>
        <tr>
          <For each={props.columns}>
            {(column) => (
              <th
                scope="col"
                classList={{ number: column.number }}
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
        <For each={props.rows}>
          {(row) => (
            <tr data-chosen={props.chosen?.(row) ? '' : undefined}>
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
      </tbody>
      <Show when={props.foot}>
        <tfoot>{props.foot}</tfoot>
      </Show>
    </table>
  );
}
