import { Show } from 'solid-js';
import type { BalanceView } from '~/domain/balanceView';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

type Price = BalanceView['prices'][number];

/** What each lock and limit costs the others. */
export function LockPrices(props: { view: BalanceView }) {
  const app = useApp();
  const { t } = useText();
  const money = useMoney();
  return (
    <Show when={props.view.prices.length > 0}>
      <section>
        <h2 class="type-section">{t('balance.prices', { n: props.view.prices.length })}</h2>
        <p class="type-caption">{t('balance.pricesCaption')}</p>
        <Table<Price>
          label={t('balance.prices', { n: props.view.prices.length })}
          rows={props.view.prices}
          columns={[
            {
              id: 'name',
              head: t('challenge.column.node'),
              rowHead: true,
              cell: (row) => (
                <Button look="link" onClick={() => app.setParams({ tab: null, at: formatAt(row.at) })}>
                  {row.label || t('words.unassigned')}
                </Button>
              ),
            },
            { id: 'amount', head: t('balance.lockedAt'), number: true, cell: (row) => money.show(row.amount) },
            { id: 'free', head: t('balance.without'), number: true, cell: (row) => money.show(row.free) },
            {
              id: 'price',
              head: t('balance.price'),
              number: true,
              cell: (row) =>
                t(row.price < 0 ? 'balance.othersCarry' : 'balance.carriesForOthers', {
                  amount: money.show(Math.abs(row.price)),
                }),
            },
          ]}
        />
      </section>
    </Show>
  );
}
