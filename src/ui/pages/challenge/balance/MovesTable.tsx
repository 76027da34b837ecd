import { Show } from 'solid-js';
import type { BalanceView } from '~/domain/balanceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { draftParam } from '../../customers/territories/draftParam';

type Move = BalanceView['moves'][number];

/** Customers who could change hands instead of targets: tried out where territories are. */
export function MovesTable(props: { view: BalanceView }) {
  const app = useApp();
  const { t } = useText();
  const money = useMoney();
  const draft = () => draftParam(new Map(props.view.moves.map(({ customer, to }) => [customer, to])));
  return (
    <Show when={props.view.moves.length > 0}>
      <section>
        <div class="section__head">
          <div class="section__words">
            <h2 class="type-section">{t('balance.moves', { n: props.view.moves.length })}</h2>
            <p class="type-caption">{t('balance.movesCaption')}</p>
          </div>
          <Button onClick={() => app.go('customers', { tab: 'territories', moves: draft() ?? '' })}>
            {t('balance.tryMoves')}
          </Button>
        </div>
        <Table<Move>
          label={t('balance.moves', { n: props.view.moves.length })}
          rows={props.view.moves}
          columns={[
            { id: 'name', head: t('balance.customer'), rowHead: true, cell: (row) => row.name },
            { id: 'from', head: t('balance.fromSeller'), cell: (row) => row.fromName || t('words.unassigned') },
            { id: 'to', head: t('balance.toSeller'), cell: (row) => row.toName },
            { id: 'amount', head: t('balance.sales'), number: true, cell: (row) => money.show(row.amount) },
          ]}
        />
      </section>
    </Show>
  );
}
