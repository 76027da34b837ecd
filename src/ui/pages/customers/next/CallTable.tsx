import type { CallRow, CallSort, NextView } from '~/domain/nextProduct';
import { useApp } from '~/state/app';
import { LongTable } from '../../../components/LongTable';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { NextState } from './nextState';

type Column = CallSort | 'tier' | 'seller' | 'why' | 'lastDay';
const SORTED: readonly CallSort[] = ['customer', 'item', 'expected', 'confidence', 'lift', 'alive'];

/** Whom to call about what, and why. */
export function CallTable(props: { state: NextState; view: NextView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const asked = () => props.state.query();
  const reasonOf = ({ why }: CallRow) =>
    t('value.next.reason', {
      left: why.left.join(t('value.next.and')),
      share: format().percent(why.confidence, 0),
      together: why.together,
      of: why.of,
      lift: format().number(why.lift, 1),
    });
  const columns = (): (TableColumn<CallRow, Column> & { width?: string })[] => [
    {
      id: 'customer',
      head: t('value.next.customer'),
      rowHead: true,
      sortable: true,
      cell: (row) => (
        <button
          type="button"
          class="next-name"
          title={row.name}
          onClick={() => app.setParams({ code: String(row.customer) })}
        >
          {row.name}
        </button>
      ),
    },
    { id: 'tier', head: t('customers.tier'), cell: (row) => row.tier ?? '–' },
    { id: 'seller', head: t('value.next.seller'), cell: (row) => row.seller || '–' },
    { id: 'item', head: t('value.next.product'), sortable: true, cell: (row) => <b title={row.item}>{row.item}</b> },
    {
      id: 'expected',
      head: t('value.next.expectedIn', { unit: money.label() }),
      number: true,
      sortable: true,
      cell: (row) => money.show(row.expected),
    },
    {
      id: 'confidence',
      head: t('value.next.confidence'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().percent(row.why.confidence, 0)}</>,
    },
    {
      id: 'lift',
      head: t('value.next.lift'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().number(row.why.lift, 1)}</>,
    },
    {
      id: 'why',
      head: t('value.next.why'),
      cell: (row) => <span title={reasonOf(row)}>{reasonOf(row)}</span>,
    },
    {
      id: 'alive',
      head: t('value.alive'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().probability(row.alive)}</>,
    },
    {
      id: 'lastDay',
      head: t('value.next.lastOrder'),
      number: true,
      cell: (row) => <>{format().isoDay(row.lastDay)}</>,
    },
  ];
  return (
    <LongTable<CallRow, Column>
      label={t('value.next.calls')}
      columns={columns()}
      rows={props.view.calls}
      first={props.state.first()}
      matching={props.view.matching}
      list={asked()}
      busy={props.state.stale()}
      onLook={props.state.look}
      sort={{ by: SORTED.find((one) => one === asked().sort.by) ?? 'expected', descending: asked().sort.descending }}
      onSort={(sort) => {
        const by = SORTED.find((one) => one === sort.by);
        if (by) props.state.ask({ ...asked(), sort: { by, descending: sort.descending } });
      }}
      none={t('value.next.none')}
    />
  );
}
