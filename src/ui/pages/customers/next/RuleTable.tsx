import type { BoughtTogether, NextView, RuleSort } from '~/domain/nextProduct';
import { LongTable } from '../../../components/LongTable';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import type { NextState } from './nextState';

type Column = RuleSort | 'left' | 'right';
const SORTED: readonly RuleSort[] = ['confidence', 'lift', 'together', 'of', 'support'];

/** What is bought together, and how sure that is. */
export function RuleTable(props: { state: NextState; view: NextView }) {
  const { t, format } = useText();
  const asked = () => props.state.query();
  const leftOf = (row: BoughtTogether) => row.left.join(t('value.next.and'));
  const columns = (): TableColumn<BoughtTogether, Column>[] => [
    {
      id: 'left',
      head: t('value.next.left'),
      rowHead: true,
      cell: (row) => <span title={leftOf(row)}>{leftOf(row)}</span>,
    },
    { id: 'right', head: t('value.next.right'), cell: (row) => <span title={row.right}>{row.right}</span> },
    {
      id: 'confidence',
      head: t('value.next.confidence'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().percent(row.confidence)}</>,
    },
    {
      id: 'lift',
      head: t('value.next.lift'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().number(row.lift, 2)}</>,
    },
    {
      id: 'support',
      head: t('value.next.support'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().percent(row.support)}</>,
    },
    {
      id: 'together',
      head: t('value.next.together'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().count(row.together)}</>,
    },
    {
      id: 'of',
      head: t('value.next.of'),
      number: true,
      sortable: true,
      cell: (row) => <>{format().count(row.of)}</>,
    },
  ];
  return (
    <LongTable<BoughtTogether, Column>
      label={t('value.next.rules')}
      columns={columns()}
      rows={props.view.together}
      first={props.state.first()}
      matching={props.view.matching}
      list={asked()}
      busy={props.state.stale()}
      onLook={props.state.look}
      sort={{ by: SORTED.find((one) => one === asked().sort.by) ?? 'confidence', descending: asked().sort.descending }}
      onSort={(sort) => {
        const by = SORTED.find((one) => one === sort.by);
        if (by) props.state.ask({ ...asked(), sort: { by, descending: sort.descending } });
      }}
      none={t('value.next.noRules')}
    />
  );
}
