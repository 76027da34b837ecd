import GripVertical from 'lucide-solid/icons/grip-vertical';
import { Show } from 'solid-js';
import type { TerritoryCustomer, TerritoryListView } from '~/domain/territoryView';
import { LongTable } from '../../../components/LongTable';
import type { TableColumn, TableSort } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { TerritoriesState } from './createTerritories';

type ColumnId = 'tick' | 'name' | 'tier' | 'region' | 'seller' | 'to' | 'sales' | 'potential' | 'hours';

/** Customers, to be ticked or dragged; those that the draft moves say to whom. */
export function CustomerTable(props: { state: TerritoriesState; view: TerritoryListView }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 1 });
  const isTicked = (row: TerritoryCustomer) => props.state.ticked().has(row.code);
  /** All ticked ones go along with one of them. */
  const drag = (event: DragEvent, row: TerritoryCustomer) => {
    const codes = isTicked(row) ? [...props.state.ticked()] : [row.code];
    props.state.setDragged(codes);
    event.dataTransfer?.setData('text/plain', row.name);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  };
  /** The page knows the draft before the list does. */
  const goes = (row: TerritoryCustomer): string | null => {
    const to = props.state.draft().get(row.code);
    return to === undefined || to === row.seller ? null : props.state.sellerName(to);
  };
  const columns = (): TableColumn<TerritoryCustomer, ColumnId>[] => [
    {
      id: 'tick',
      head: t('territory.head.tick'),
      cell: (row) => (
        <input
          type="checkbox"
          checked={isTicked(row)}
          aria-label={t('territory.tick', { name: row.name })}
          onChange={(event) => props.state.tick([row.code], event.currentTarget.checked)}
        />
      ),
    },
    {
      id: 'name',
      head: t('territory.head.customer'),
      rowHead: true,
      sortable: true,
      cell: (row) => (
        <span
          class="territory-drag"
          draggable="true"
          title={t('territory.drag')}
          on:dragstart={(event) => drag(event, row)}
          on:dragend={() => props.state.setDragged([])}
        >
          <GripVertical size={14} class="icon" aria-hidden="true" />
          {row.name}
        </span>
      ),
    },
    { id: 'tier', head: t('territory.head.tier'), sortable: true, cell: (row) => row.tier ?? '–' },
    { id: 'region', head: t('territory.head.region'), sortable: true, cell: (row) => row.regionName || '–' },
    {
      id: 'seller',
      head: t('territory.head.seller'),
      sortable: true,
      cell: (row) => row.sellerName || t('territory.unassigned'),
    },
    {
      id: 'to',
      head: t('territory.head.to'),
      cell: (row) => (
        <Show when={goes(row)} fallback="–">
          {(name) => <span class="territory-to">{name()}</span>}
        </Show>
      ),
    },
    {
      id: 'sales',
      head: t('territory.head.sales'),
      number: true,
      sortable: true,
      cell: (row) => money.show(row.sales),
    },
    {
      id: 'potential',
      head: t('territory.head.potential'),
      number: true,
      sortable: true,
      cell: (row) => money.show(row.potential),
    },
    {
      id: 'hours',
      head: t('territory.head.hours'),
      number: true,
      sortable: true,
      cell: (row) => format().number(row.hours, 1),
    },
  ];
  const sort = (next: TableSort<ColumnId>) => {
    if (next.by !== 'tick' && next.by !== 'to') props.state.ask({ sort: { by: next.by, descending: next.descending } });
  };
  return (
    <LongTable<TerritoryCustomer, ColumnId>
      label={t('territory.list')}
      columns={columns()}
      rows={props.view.rows}
      first={props.state.list.first()}
      matching={props.view.matching}
      onLook={props.state.list.look}
      sort={props.state.list.query().sort}
      onSort={sort}
      chosen={isTicked}
      list={props.state.list.query()}
      busy={props.state.list.stale()}
      none={t('territory.none')}
    />
  );
}
