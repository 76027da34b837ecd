import { For } from 'solid-js';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { MoreRow } from './moreRows';
import type { YearColumn } from './yearColumns';

/** The plan's year in numbers: what came, what is likely with its range, the target, and the difference. */
export function YearTable(props: { label: string; columns: readonly YearColumn[]; more?: readonly MoreRow[] }) {
  const { t, format } = useText();
  const money = useMoney();
  const head = (column: YearColumn) => {
    if (column.kind === 'year') return t('forecast.wholeYear');
    if (column.kind === 'rest') return (column.target ?? 0) < 0 ? t('forecast.over') : t('forecast.rest');
    const from = format().month(column.from);
    return column.from === column.to ? from : `${from}–${format().month(column.to)}`;
  };
  const signed = (amount: number | null) => {
    const text = money.show(amount);
    return amount !== null && amount > 0 && text !== money.show(0) ? `+${text}` : text;
  };
  const before = [
    { id: 'actual', name: () => t('forecast.actual'), cell: (column: YearColumn) => money.show(column.actual) },
    { id: 'forecast', name: () => t('forecast.median'), cell: (column: YearColumn) => money.show(column.forecast) },
    {
      id: 'range',
      name: () => t('forecast.interval', { level: 80 }),
      cell: (column: YearColumn) => format().interval(money.show(column.lower), money.show(column.upper)),
    },
  ] as const;
  const after = [
    { id: 'target', name: () => t('forecast.target'), cell: (column: YearColumn) => money.show(column.target) },
    { id: 'difference', name: () => t('forecast.difference'), cell: (column: YearColumn) => signed(column.difference) },
  ] as const;
  const rows = () => [
    ...before,
    ...(props.more ?? []).map(({ id, cell }) => ({
      id,
      name: () => (id === 'own' ? t('forecast.ownRow') : t('forecast.final')),
      cell: (column: YearColumn) => money.show(cell(column)),
    })),
    ...after,
  ];
  return (
    <div class="year-table">
      <table class="table">
        <caption class="unseen">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">{money.label()}</th>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" class="number" classList={{ 'year-table__year': column.kind === 'year' }}>
                  {head(column)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr class={`year-table__row year-table__row--${row.id}`}>
                <th scope="row">{row.name()}</th>
                <For each={props.columns}>
                  {(column) => (
                    <td class="number" classList={{ 'year-table__year': column.kind === 'year' }}>
                      {row.cell(column)}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
