import { createSignal, Show } from 'solid-js';
import type { OneCustomerView, ProductBought } from '~/domain/oneCustomer';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

const FEW = 10;

/** What it buys, with share and growth; what it stopped buying says so. */
export function ProductSection(props: { view: OneCustomerView }) {
  const { t, format } = useText();
  const usual = () => props.view.products.reduce((sum, one) => sum + (one.sales ?? 0), 0) / props.view.products.length;
  const money = useMoney({ usual });
  const [all, setAll] = createSignal(false);
  const rows = () => (all() ? props.view.products : props.view.products.slice(0, FEW));
  const finding = () => {
    const n = format().count(props.view.productCount);
    const { stoppedCount } = props.view;
    return stoppedCount > 0
      ? t('customerList.one.productsStopped', { n, stopped: format().count(stoppedCount) })
      : t('customerList.one.products', { n });
  };
  return (
    <Show when={props.view.products.length > 0}>
      <Section finding={finding()} caption={t('customerList.one.productsCaption')}>
        <Table<ProductBought>
          label={finding()}
          rows={rows()}
          columns={[
            {
              id: 'name',
              head: t('customerList.one.product'),
              rowHead: true,
              cell: (row) => (
                <>
                  {row.name}
                  <Show when={row.state !== 'kept'}>
                    <span class="one__tag" data-state={row.state}>
                      {row.state === 'stopped' ? t('customerList.one.stopped') : t('customerList.one.newProduct')}
                    </span>
                  </Show>
                </>
              ),
            },
            {
              id: 'sales',
              head: `${t('customerList.one.sales')} ${money.label()}`,
              number: true,
              cell: (row) => money.show(row.sales),
            },
            { id: 'before', head: t('customerList.one.before'), number: true, cell: (row) => money.show(row.before) },
            {
              id: 'growth',
              head: t('customerList.one.growth'),
              number: true,
              cell: (row) => format().growth(row.growth, 1),
            },
            {
              id: 'share',
              head: t('customerList.one.share'),
              number: true,
              cell: (row) => format().percent(row.share, 1),
            },
            {
              id: 'last',
              head: t('customerList.one.lastBought'),
              number: true,
              cell: (row) => format().isoDay(row.lastDay),
            },
          ]}
        />
        <Show when={!all() && props.view.products.length > FEW}>
          <Button look="link" onClick={() => setAll(true)}>
            {t('customerList.one.more', { n: format().count(props.view.products.length - FEW) })}
          </Button>
        </Show>
      </Section>
    </Show>
  );
}
