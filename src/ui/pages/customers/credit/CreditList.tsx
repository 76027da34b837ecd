import { Show } from 'solid-js';
import type { CreditRow, CreditSort, CreditView } from '~/domain/credit';
import { Button } from '../../../components/Button';
import { LongTable } from '../../../components/LongTable';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { CreditState } from './creditState';

/** Columns that say nothing before receivables came in. */
const OF_RECEIVABLES: ReadonlySet<string> = new Set(['state', 'balance', 'available', 'use', 'overdue', 'oldest']);

type ColumnId = CreditSort | 'rating' | 'terms' | 'state';

/** Every customer with its limit and what is open; the limit is a button: it is set there. */
export function CreditList(props: { state: CreditState; view: CreditView; onEdit: (row: CreditRow) => void }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const limit = (row: CreditRow) => (
    <Button look="link" title={t('credit.edit', { name: row.name })} onClick={() => props.onEdit(row)}>
      <Show when={row.limit !== null} fallback={<span class="faint">{t('credit.noLimit')}</span>}>
        {money.show(row.limit)}
      </Show>
      <span class="unseen"> {t('credit.edit', { name: row.name })}</span>
    </Button>
  );
  const ability = (row: CreditRow) => (
    <span title={row.missing.map((part) => t(`credit.missing.${part}`)).join(' · ') || t('credit.abilityHint')}>
      {format().count(row.ability)}
      {row.ability !== null && row.missing.length > 0 ? '*' : ''}
    </span>
  );
  const number = { number: true, sortable: true } as const;
  const columns = (): TableColumn<CreditRow, ColumnId>[] => [
    { id: 'name', head: t('credit.name'), rowHead: true, sortable: true, cell: (row) => row.name },
    {
      id: 'state',
      head: t('credit.stateOf'),
      cell: (row) => (
        <Show when={row.balance !== null} fallback="–">
          <span class={`credit-state credit-state--${row.state}`}>{t(`credit.state.${row.state}`)}</span>
        </Show>
      ),
    },
    { id: 'rating', head: t('credit.rating'), cell: (row) => row.rating ?? '–' },
    {
      id: 'terms',
      head: t('credit.terms'),
      number: true,
      cell: (row) => (
        <span classList={{ faint: !row.ownTerms }} title={row.ownTerms ? undefined : t('credit.termsOfRule')}>
          {format().count(row.termsDays)}
        </span>
      ),
    },
    { id: 'limit', head: `${t('credit.limit')} ${money.label()}`, ...number, cell: limit },
    { id: 'proposed', head: t('credit.proposed'), ...number, cell: (row) => money.show(row.proposed) },
    { id: 'balance', head: t('credit.balance'), ...number, cell: (row) => money.show(row.balance) },
    { id: 'available', head: t('credit.available'), ...number, cell: (row) => money.show(row.available) },
    { id: 'use', head: t('credit.use'), ...number, cell: (row) => format().percent(row.use) },
    { id: 'overdue', head: t('credit.overdue'), ...number, cell: (row) => money.show(row.overdue) },
    { id: 'oldest', head: t('credit.oldest'), ...number, cell: (row) => format().count(row.oldest) },
    { id: 'ability', head: t('credit.ability'), ...number, cell: ability },
  ];
  const sort = () => props.state.query().sort;
  return (
    <LongTable<CreditRow, ColumnId>
      label={t('credit.list')}
      columns={columns().filter(({ id }) => props.view.asOf !== null || !OF_RECEIVABLES.has(id))}
      rows={props.view.rows}
      first={props.state.first()}
      matching={props.view.matching}
      onLook={props.state.look}
      sort={sort()}
      onSort={({ by, descending }) => {
        if (by !== 'rating' && by !== 'terms' && by !== 'state')
          props.state.ask({ ...props.state.query(), sort: { by, descending } });
      }}
      list={props.state.query()}
      busy={props.state.stale()}
      none={t('credit.none')}
    />
  );
}
