import type { ValueRow, ValueSort, ValueView } from '~/domain/customerValue';
import { useApp } from '~/state/app';
import { LongTable } from '../../../components/LongTable';
import { SearchField } from '../../../components/SearchField';
import { Segment } from '../../../components/Segment';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { ValueState } from './valueState';

type TierChoice = 'A' | 'B' | 'C' | 'all';

/** Every customer with the chance of still buying and what is to be expected; those at risk first. */
export function ValueList(props: { state: ValueState; view: ValueView; totals: NonNullable<ValueView['totals']> }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const asked = () => props.state.query();
  const columns = (): (TableColumn<ValueRow, ValueSort | 'tier'> & { width?: string })[] => [
    {
      id: 'name',
      head: t('customers.name'),
      rowHead: true,
      sortable: true,
      cell: (row) => (
        <button
          type="button"
          class="value-name"
          title={row.name}
          onClick={() => app.setParams({ code: String(row.code) })}
        >
          {row.name}
        </button>
      ),
    },
    { id: 'tier', head: t('customers.tier'), cell: (row) => row.tier ?? '–' },
    {
      id: 'worth',
      head: t('value.worthIn', { unit: money.label() }),
      number: true,
      sortable: true,
      cell: (row) => money.show(row.worth),
    },
    {
      id: 'atRisk',
      head: t('value.atRiskIn', { unit: money.label() }),
      number: true,
      sortable: true,
      cell: (row) => money.show(row.atRisk),
    },
    {
      id: 'alive',
      head: t('value.alive'),
      number: true,
      sortable: true,
      cell: (row) => <Alive row={row} view={props.view} />,
    },
    {
      id: 'silence',
      head: t('value.silence'),
      number: true,
      sortable: true,
      cell: (row) => <>{row.silence === null ? '–' : format().times(row.silence)}</>,
    },
    {
      id: 'lastDay',
      head: t('value.lastDay'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().isoDay(row.lastDay)}</>,
    },
    { id: 'days', head: t('value.days'), number: true, sortable: true, cell: (row) => <>{format().count(row.days)}</> },
    {
      id: 'purchases',
      head: t('value.purchases'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().number(row.purchases, 1)}</>,
    },
    {
      id: 'perPurchase',
      head: t('value.perPurchase', { unit: money.label() }),
      number: true,
      sortable: true,
      cell: (row) => money.show(row.perPurchase),
    },
  ];
  return (
    <>
      <div class="value-tools">
        <Segment<'risk' | 'all'>
          label={t('value.list')}
          options={[
            { value: 'risk', label: `${t('value.atRiskList')} ${format().count(props.totals.riskCustomers)}` },
            { value: 'all', label: `${t('customers.all')} ${format().count(props.view.customers)}` },
          ]}
          value={asked().list}
          onChange={(list) =>
            props.state.ask({ ...asked(), list, sort: { by: list === 'risk' ? 'atRisk' : 'worth', descending: true } })
          }
        />
        <Segment<TierChoice>
          label={t('customers.tier')}
          options={(['all', 'A', 'B', 'C'] as const).map((one) => ({
            value: one,
            label: one === 'all' ? t('value.allTiers') : one,
          }))}
          value={asked().tier ?? 'all'}
          onChange={(tier) => props.state.ask({ ...asked(), tier: tier === 'all' ? null : tier })}
        />
        <span class="value-tools__gap" />
        <SearchField
          label={t('customers.search')}
          value={asked().search}
          onSearch={(search) => props.state.ask({ ...asked(), search })}
        />
      </div>
      <LongTable<ValueRow, ValueSort | 'tier'>
        label={asked().list === 'risk' ? t('value.atRiskList') : t('customers.listTitle')}
        columns={columns()}
        rows={props.view.rows}
        first={props.state.first()}
        matching={props.view.matching}
        list={asked()}
        busy={props.state.stale()}
        onLook={props.state.look}
        sort={asked().sort}
        onSort={(sort) => {
          if (sort.by !== 'tier') {
            props.state.ask({ ...asked(), sort: { by: sort.by, descending: sort.descending } });
          }
        }}
        none={asked().list === 'risk' ? t('value.noRisk') : t('customers.noneFound')}
      />
    </>
  );
}

/** With a single purchase BG/NBD knows nothing of leaving: a dash says so. */
function Alive(props: { row: ValueRow; view: ValueView }) {
  const { t, format } = useText();
  const isUntold = () => props.row.days === 1 && props.view.rule.model === 'bgNbd';
  return (
    <span title={isUntold() ? t('value.untold') : undefined}>
      {isUntold() ? '–' : format().probability(props.row.alive)}
    </span>
  );
}
