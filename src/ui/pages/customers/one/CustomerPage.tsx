import { For, Show } from 'solid-js';
import type { OneCustomerView } from '~/domain/oneCustomer';
import { CUSTOMER_FACTS } from '~/domain/oneCustomer';
import { CustomerTrendChart } from '../../../charts/CustomerTrendChart';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { CustomerFigures } from './CustomerFigures';
import { CustomerHeader } from './CustomerHeader';
import { CustomerNotes } from './CustomerNotes';
import { type CustomerState, createCustomer } from './createCustomer';
import { FactSection } from './FactSection';
import { OrderSection } from './OrderSection';
import { ProductSection } from './ProductSection';
import { RecordSection } from './RecordSection';
import { ValueSection } from './ValueSection';
import './one.css';

/** All that is known of one customer, on one page that prints as one. */
export function CustomerPage() {
  const { t } = useText();
  const state = createCustomer();
  return (
    <Show when={state.view() !== undefined} fallback={<div class="one" aria-busy="true" />}>
      <Show
        when={state.view()}
        fallback={
          <EmptyState title={t('customerList.one.gone')} text={t('customerList.one.goneText')}>
            <Button look="primary" onClick={() => state.back()}>
              {t('customerList.one.back')}
            </Button>
          </EmptyState>
        }
      >
        {(view) => <Customer state={state} view={view()} />}
      </Show>
    </Show>
  );
}

function Customer(props: { state: CustomerState; view: OneCustomerView }) {
  const { t, format } = useText();
  const money = useMoney();
  const finding = () => {
    const { sales12, growth } = props.view.figures;
    const sales = money.sayFinely(sales12);
    if (growth === null || growth === 0) return t('customerList.one.trendFinding', { sales });
    const params = { sales, growth: format().percent(Math.abs(growth), 1) };
    return growth > 0 ? t('customerList.one.trendUp', params) : t('customerList.one.trendDown', params);
  };
  const part = (kind: (typeof CUSTOMER_FACTS)[number]) => props.view.facts.find((one) => one.kind === kind);
  return (
    <article class="one" classList={{ 'is-stale': props.state.stale() }} aria-busy={props.state.stale()}>
      <CustomerHeader state={props.state} view={props.view} />
      <div class="one__body">
        <CustomerFigures view={props.view} />
        <div class="one__parts">
          <div class="one__main">
            <Show when={props.view.trend}>
              {(trend) => (
                <CustomerTrendChart
                  trend={trend()}
                  finding={finding()}
                  caption={t('customerList.one.trendCaption', { day: format().isoDay(props.view.asOf) })}
                />
              )}
            </Show>
            <ProductSection view={props.view} />
            <OrderSection view={props.view} />
          </div>
          <div class="one__side">
            <RecordSection view={props.view} />
            <ValueSection customer={props.view.head.code} />
            <CustomerNotes view={props.view} />
            <For each={CUSTOMER_FACTS}>
              {(kind) => <Show when={part(kind)}>{(found) => <FactSection part={found()} view={props.view} />}</Show>}
            </For>
          </div>
        </div>
      </div>
    </article>
  );
}
