import { createSignal, For, Show } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import type { Division } from '~/domain/segmentation';
import type { SegmentGroup, SegmentView } from '~/domain/segmentView';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { cellMix } from '../tiers/rfmFinding';
import { useColumnWords } from '../useColumnWords';
import { useGroupNames } from './useGroupNames';

export interface MatrixTableProps {
  division: Extract<Division, { kind: 'matrix' }>;
  axes: NonNullable<SegmentView['axes']>;
  view: SegmentView;
  onList: ((group: SegmentGroup) => void) | null;
}

const SHOWN = ['byCustomers', 'bySales', 'byMean'] as const;
type Shown = (typeof SHOWN)[number];

/** Two columns against each other: the darker, the more. Rows and columns have their totals. */
export function MatrixTable(props: MatrixTableProps) {
  const { t, format } = useText();
  const money = useMoney();
  const words = useColumnWords();
  const names = useGroupNames();
  const [shown, setShown] = createSignal<Shown>('byCustomers');
  const read = (group: { customers: number; sales: number }): number | null =>
    shown() === 'byCustomers'
      ? group.customers
      : shown() === 'bySales'
        ? group.sales
        : (ratioOf(group.sales, group.customers) ?? null);
  const text = (value: number | null) =>
    shown() === 'byCustomers' ? format().count(value) : money.show(value === null ? null : Math.round(value));
  const cell = (r: number, c: number) => props.view.groups[r * props.axes.columns.length + c];
  const sum = (groups: (SegmentGroup | undefined)[]) => ({
    customers: groups.reduce((all, group) => all + (group?.customers ?? 0), 0),
    sales: groups.reduce((all, group) => all + (group?.sales ?? 0), 0),
  });
  const row = (r: number) => sum(props.axes.columns.map((_, c) => cell(r, c)));
  const column = (c: number) => sum(props.axes.rows.map((_, r) => cell(r, c)));
  const largest = () => Math.max(0, ...props.view.groups.map((group) => read(group) ?? 0));
  const rowName = (r: number) => names.axis(props.axes.rows[r], props.division.rows);
  const columnName = (c: number) => names.axis(props.axes.columns[c], props.division.columns);
  return (
    <div class="matrix">
      <div class="matrix__tools">
        <Segment<Shown>
          label={t('segment.show')}
          options={SHOWN.map((one) => ({ value: one, label: t(`segment.${one}`) }))}
          value={shown()}
          onChange={setShown}
        />
        <Show when={shown() !== 'byCustomers'}>
          <span class="faint">{money.label()}</span>
        </Show>
      </div>
      <div class="matrix__scroll">
        <table class="table matrix__table">
          <caption class="unseen">{t('segment.matrixTable')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="faint">
                  {words.name(props.division.rows)} \ {words.name(props.division.columns)}
                </span>
              </th>
              <For each={props.axes.columns}>
                {(_, c) => (
                  <th scope="col" class="number">
                    {columnName(c())}
                  </th>
                )}
              </For>
              <th scope="col" class="number">
                {t('segment.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.axes.rows}>
              {(_, r) => (
                <tr>
                  <th scope="row">{rowName(r())}</th>
                  <For each={props.axes.columns}>
                    {(__, c) => (
                      <td
                        class="number matrix__cell"
                        style={{ '--mix': `${cellMix(Math.max(0, read(cell(r(), c())) ?? 0), largest())}%` }}
                      >
                        <Show
                          when={props.onList && cell(r(), c()).customers > 0 && props.onList}
                          fallback={text(read(cell(r(), c())))}
                        >
                          {(list) => (
                            <button
                              type="button"
                              class="matrix__button"
                              aria-label={`${rowName(r())}, ${columnName(c())}: ${text(read(cell(r(), c())))}`}
                              title={t('segment.listOf', { name: `${rowName(r())} · ${columnName(c())}` })}
                              onClick={() => list()(cell(r(), c()))}
                            >
                              {text(read(cell(r(), c())))}
                            </button>
                          )}
                        </Show>
                      </td>
                    )}
                  </For>
                  <td class="number strong">{text(read(row(r())))}</td>
                </tr>
              )}
            </For>
          </tbody>
          <tfoot>
            <tr>
              <td>{t('segment.total')}</td>
              <For each={props.axes.columns}>{(_, c) => <td class="number">{text(read(column(c())))}</td>}</For>
              <td class="number">{text(read(sum(props.view.groups)))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <Show when={props.view.others.customers > 0}>
        <p class="type-caption">
          {t('segment.others')}: {format().count(props.view.others.customers)}
        </p>
      </Show>
    </div>
  );
}
