import { Show } from 'solid-js';
import type { SellerRow } from '~/domain/forecastView';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';

/** Sellers by what their own word was worth against repeating last year and against the model. */
export function SellerPart(props: { sellers: readonly SellerRow[] }) {
  const app = useApp();
  const { t, format } = useText();
  return (
    <Section
      finding={props.sellers.length === 0 ? t('accuracy.sellersNone') : t('accuracy.sellers')}
      caption={props.sellers.length === 0 ? t('accuracy.sellersNoneText') : t('accuracy.sellersCaption')}
      tools={
        <Button look="link" onClick={() => app.go('import', { kind: 'forecasts' })}>
          {t('accuracy.import')}
        </Button>
      }
    >
      <Show when={props.sellers.length > 0}>
        <div class="chart-table special-table">
          <Table
            label={t('accuracy.sellers')}
            rows={props.sellers}
            columns={[
              {
                id: 'seller',
                head: t('accuracy.seller'),
                rowHead: true,
                cell: (row) => (
                  <Button
                    look="link"
                    aria-label={t('accuracy.open', { node: row.name })}
                    onClick={() => app.setParams({ tab: null, at: formatAt({ seller: row.code }) })}
                  >
                    {row.name}
                  </Button>
                ),
              },
              {
                id: 'own',
                head: t('accuracy.ownAccuracy'),
                number: true,
                cell: (row) => format().percent(row.accuracy, 0),
              },
              { id: 'naive', head: t('accuracy.naive'), number: true, cell: (row) => format().percent(row.naive, 0) },
              { id: 'model', head: t('accuracy.model'), number: true, cell: (row) => format().percent(row.model, 0) },
              {
                id: 'overNaive',
                head: t('accuracy.overNaive'),
                number: true,
                cell: (row) => format().growth(row.overNaive, 0),
              },
              {
                id: 'overModel',
                head: t('accuracy.overModel'),
                number: true,
                cell: (row) => <span class="strong">{format().growth(row.overModel, 0)}</span>,
              },
              { id: 'bias', head: t('accuracy.ownBias'), number: true, cell: (row) => format().growth(row.bias) },
              { id: 'n', head: t('accuracy.n'), number: true, cell: (row) => format().count(row.n) },
            ]}
          />
        </div>
      </Show>
    </Section>
  );
}
