import { Show } from 'solid-js';
import type { DueRow, DueView } from '~/domain/serviceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import type { Windowed } from '../../../components/createWindowed';
import { LongTable } from '../../../components/LongTable';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { DueAsked } from './asked';

export interface VisitListProps {
  state: Windowed<DueAsked, DueView>;
  view: DueView;
  chosen: (row: DueRow) => boolean;
  onChoose: (row: DueRow) => void;
  onLog: (row: DueRow) => void;
}

type SortId = DueAsked['sort']['by'];
type ColumnId = SortId | 'choose' | 'region' | 'cadence' | 'result' | 'overdue' | 'log';
const SORTS: ReadonlySet<string> = new Set(['name', 'tier', 'seller', 'due', 'last', 'sales12']);

/** Customers by their next visit; each can be ticked, and its visit logged where it stands. */
export function VisitList(props: VisitListProps) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const due = (row: DueRow) => (
    <span class={`due due--${row.state}`}>
      {row.state === 'never' ? t('service.visits.state.never') : format().isoDay(row.due)}
      <Show when={row.agreed}>
        <span class="faint"> {t('service.visits.agreed')}</span>
      </Show>
    </span>
  );
  const columns = (): TableColumn<DueRow, ColumnId>[] => [
    {
      id: 'choose',
      head: t('service.tick'),
      cell: (row) => (
        <input
          type="checkbox"
          checked={props.chosen(row)}
          aria-label={t('service.visits.choose', { name: row.name })}
          onChange={() => props.onChoose(row)}
        />
      ),
    },
    { id: 'name', head: t('service.customer'), rowHead: true, sortable: true, cell: (row) => row.name },
    { id: 'tier', head: t('service.tier'), sortable: true, cell: (row) => row.tier ?? '–' },
    {
      id: 'seller',
      head: t('service.seller'),
      sortable: true,
      cell: (row) => row.sellerName || t('service.unassigned'),
    },
    { id: 'region', head: t('service.region'), cell: (row) => row.regionName || '–' },
    {
      id: 'cadence',
      head: t('service.visits.cadence'),
      number: true,
      cell: (row) => format().count(row.cadenceDays),
    },
    {
      id: 'last',
      head: t('service.visits.last'),
      number: true,
      sortable: true,
      cell: (row) => <span title={row.result}>{row.last === null ? '–' : format().isoDay(row.last)}</span>,
    },
    { id: 'due', head: t('service.visits.due'), number: true, sortable: true, cell: due },
    {
      id: 'overdue',
      head: t('service.visits.overdueDays'),
      number: true,
      cell: (row) => (row.overdueDays > 0 ? <b class="due--overdue">{format().count(row.overdueDays)}</b> : '–'),
    },
    {
      id: 'sales12',
      head: t('service.visits.sales12', { unit: money.label() }),
      number: true,
      sortable: true,
      cell: (row) => money.show(row.sales12),
    },
    {
      id: 'log',
      head: t('service.action'),
      cell: (row) => (
        <Button
          look="link"
          aria-label={t('service.visits.logOne', { name: row.name })}
          blocked={app.status().readOnly ? t('service.readOnly') : null}
          onClick={() => props.onLog(row)}
        >
          {t('service.visits.log')}
        </Button>
      ),
    },
  ];
  return (
    <LongTable<DueRow, ColumnId>
      label={t('service.visits.list')}
      columns={columns()}
      rows={props.view.rows}
      first={props.state.first()}
      matching={props.view.matching}
      onLook={props.state.look}
      sort={props.state.query().sort}
      onSort={({ by, descending }) => {
        if (SORTS.has(by)) props.state.ask({ ...props.state.query(), sort: { by: by as SortId, descending } });
      }}
      list={props.state.query()}
      chosen={props.chosen}
      busy={props.state.stale()}
      none={t('service.none')}
    />
  );
}
