import { Show } from 'solid-js';
import type { DealRow, DealSort, DealsView } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import type { Windowed } from '../../../components/createWindowed';
import { LongTable } from '../../../components/LongTable';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { Ticks } from './createTicks';
import { DealMarks } from './DealMarks';
import { type DealsAsk, SORTS, sortParam } from './dealsParams';

type Column = DealSort | 'tick' | 'customer' | 'seller' | 'product' | 'mark';

export interface DealsTableProps {
  list: Windowed<DealsAsk, DealsView>;
  view: DealsView;
  ticks: Ticks;
  onEdit: (row: DealRow) => void;
}

/** The deals in sight: the name opens the deal, the customer its page. */
export function DealsTable(props: DealsTableProps) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney({ decimals: 1 });
  const nameOf = (row: DealRow) => row.title || row.number;
  const columns = (): (TableColumn<DealRow, Column> & { width?: string })[] => [
    {
      id: 'tick',
      head: t('pipeline.deals.column.tick'),
      width: '48px',
      cell: (row) => (
        <input
          type="checkbox"
          aria-label={t('pipeline.deals.tickOne', { name: nameOf(row) })}
          checked={props.ticks.has(row.key)}
          onChange={() => props.ticks.turn(row)}
        />
      ),
    },
    {
      id: 'title',
      head: t('pipeline.deals.column.title'),
      rowHead: true,
      sortable: true,
      cell: (row) => (
        <button
          type="button"
          class="pipeline-link deals-name"
          title={`${row.number} ${row.title}`}
          aria-label={t('pipeline.deals.editNamed', { name: nameOf(row) })}
          onClick={() => props.onEdit(row)}
        >
          {nameOf(row)}
        </button>
      ),
    },
    {
      id: 'customer',
      head: t('pipeline.deals.column.customer'),
      cell: (row) => (
        <Show when={row.customer > 0} fallback={<>–</>}>
          <button
            type="button"
            class="pipeline-link deals-name"
            title={row.customerName}
            aria-label={t('pipeline.deals.customerNamed', { name: row.customerName })}
            onClick={() => app.go('customers', { code: String(row.customer) })}
          >
            {row.customerName}
          </button>
        </Show>
      ),
    },
    { id: 'seller', head: t('pipeline.deals.column.seller'), cell: (row) => row.sellerName || '–' },
    {
      id: 'stage',
      head: t('pipeline.deals.column.stage'),
      sortable: true,
      cell: (row) => <span classList={{ quiet: row.stage === '' }}>{row.stageName || '–'}</span>,
    },
    {
      id: 'amount',
      head: `${t('pipeline.deals.column.amount')} (${money.label()})`,
      number: true,
      sortable: true,
      cell: (row) => (
        <Show when={row.amount === null && row.estimate !== null} fallback={money.show(row.amount)}>
          <span class="forecast-text" title={t('pipeline.deals.estimated')}>
            {t('pipeline.deals.about', { amount: money.show(row.estimate) })}
          </span>
        </Show>
      ),
    },
    {
      id: 'chance',
      head: t('pipeline.deals.column.chance'),
      number: true,
      sortable: true,
      cell: (row) => <span class="quiet">{format().probability(row.chance)}</span>,
    },
    {
      id: 'expected',
      head: t('pipeline.deals.column.expected'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().isoDay(row.expected)}</>,
    },
    {
      id: 'stageDays',
      head: t('pipeline.deals.column.stageDays'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().count(row.stageDays)}</>,
    },
    {
      id: 'ageDays',
      head: t('pipeline.deals.column.ageDays'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().count(row.ageDays)}</>,
    },
    { id: 'mark', head: t('pipeline.deals.column.mark'), cell: (row) => <DealMarks row={row} /> },
  ];
  return (
    <LongTable<DealRow, Column>
      label={t('pipeline.deals.list')}
      columns={columns()}
      rows={props.view.rows}
      first={props.list.first()}
      matching={props.view.matching}
      list={props.list.query()}
      busy={props.list.stale()}
      onLook={props.list.look}
      chosen={(row) => props.ticks.has(row.key)}
      sort={props.list.query().sort}
      onSort={(sort) => {
        const by = SORTS.find((one) => one === sort.by);
        if (by) app.setParams({ sort: sortParam({ by, descending: sort.descending }) });
      }}
      none={t('pipeline.deals.none')}
      foot={
        <tr>
          <td />
          <th scope="row">{t('pipeline.deals.sum', { n: props.view.matching })}</th>
          <td colspan={3} />
          <td class="number">{money.show(props.view.amount)}</td>
          <td colspan={5} />
        </tr>
      }
    />
  );
}
