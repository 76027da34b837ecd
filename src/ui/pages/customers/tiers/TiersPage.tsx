import { createSignal, For, Show } from 'solid-js';
import type { CustomerRow, CustomersView } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { CustomerList } from './CustomerList';
import { type CustomersState, createCustomers } from './createCustomers';
import { ListTools } from './ListTools';
import { MoveTable } from './MoveTable';
import { PinDialog } from './PinDialog';
import { RfmMatrix } from './RfmMatrix';
import { RulePanel } from './RulePanel';
import './tiers.css';

/** Customer tiers: the rule at the left, what it makes of the customers at the right. */
export function TiersPage() {
  const app = useApp();
  const { t } = useText();
  const state = createCustomers();
  return (
    <Show when={state.view()} fallback={<div class="customers" aria-busy="true" />}>
      {(view) => (
        <Show
          when={view().customers > 0}
          fallback={
            <EmptyState title={t('customers.empty')} text={t('customers.emptyText')}>
              <Button look="primary" onClick={() => app.go('import')}>
                {t('customers.importOrders')}
              </Button>
            </EmptyState>
          }
        >
          <Tiers state={state} view={view()} />
        </Show>
      )}
    </Show>
  );
}

function Tiers(props: { state: CustomersState; view: CustomersView }) {
  const { t, format } = useText();
  const [pinning, setPinning] = createSignal<CustomerRow | null>(null);
  return (
    <div class="customers">
      <Show when={props.state.rule()}>
        {(rule) => <RulePanel state={props.state} view={props.view} rule={rule()} />}
      </Show>
      <div class="results">
        <div class="results__charts" classList={{ 'is-stale': props.state.stale() && props.state.tried() }}>
          <Show when={props.view.rfm} fallback={<p class="type-lead results__none">{t('customers.rfmNone')}</p>}>
            {(rfm) => <RfmMatrix rfm={rfm()} outside={props.view.outside} state={props.state} />}
          </Show>
          <MoveTable view={props.view} tried={props.state.tried()} />
        </div>
        <ListTools state={props.state} view={props.view} />
        <CustomerList state={props.state} view={props.view} onPin={setPinning} />
      </div>
      <PinDialog row={pinning()} onClose={() => setPinning(null)} />
      <StatusBar
        left={
          <>
            <span>{t('customers.rowsOf', { shown: props.view.matching, all: props.view.customers })}</span>
            <For each={props.view.tiers}>
              {(tier) => (
                <span>
                  {tier.tier} <b>{format().count(tier.customers)}</b>
                </span>
              )}
            </For>
          </>
        }
        right={
          <span>
            {props.state.tried()
              ? t('customers.preview')
              : t('customers.window', {
                  from: format().isoDay(props.view.from),
                  to: format().isoDay(props.view.asOf),
                })}
          </span>
        }
      />
    </div>
  );
}
