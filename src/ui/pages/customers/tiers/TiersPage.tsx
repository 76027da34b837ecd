import { createSignal, For, Match, Show, Switch } from 'solid-js';
import type { CustomerRow, CustomersView } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { Segment } from '../../../components/Segment';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { DimensionDialog } from '../DimensionDialog';
import { AbcPart } from './AbcPart';
import { CustomerList } from './CustomerList';
import { type CustomersState, createCustomers } from './createCustomers';
import { ForceDialog } from './ForceDialog';
import { GroupList } from './GroupList';
import { ListTools } from './ListTools';
import { MoveTable } from './MoveTable';
import { PinDialog } from './PinDialog';
import { RfmMatrix } from './RfmMatrix';
import { RulePanel } from './RulePanel';
import { TieringHistory } from './TieringHistory';
import './tiers.css';

const LOOKS = ['rfm', 'groups', 'abc', 'history'] as const;
type Look = (typeof LOOKS)[number];

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
  const app = useApp();
  const [look, setLook] = createSignal<Look>('rfm');
  const [forcing, setForcing] = createSignal(false);
  const [planning, setPlanning] = createSignal(false);
  const planBlocked = () => (app.status().plan ? null : t('segment.noPlan'));
  const [pinning, setPinning] = createSignal<CustomerRow | null>(null);
  return (
    <div class="customers">
      <Show when={props.state.rule()}>
        {(rule) => <RulePanel state={props.state} view={props.view} rule={rule()} onForce={() => setForcing(true)} />}
      </Show>
      <div class="results">
        <div class="results__look">
          <Segment<Look>
            label={t('customers.look.label')}
            options={LOOKS.map((one) => ({ value: one, label: t(`customers.look.${one}`) }))}
            value={look()}
            onChange={setLook}
          />
          <Button look="link" blocked={planBlocked()} onClick={() => setPlanning(true)}>
            {t('customers.toDimension')}
          </Button>
        </div>
        <div class="results__charts" classList={{ 'is-stale': props.state.stale() && props.state.tried() }}>
          <Switch>
            <Match when={look() === 'abc'}>
              <AbcPart view={props.view} />
            </Match>
            <Match when={look() === 'history'}>
              <TieringHistory />
            </Match>
            <Match when={!props.view.rfm}>
              <p class="type-lead results__none">{t('customers.rfmNone')}</p>
            </Match>
            <Match when={look() === 'groups'}>
              <GroupList state={props.state} view={props.view} />
            </Match>
            <Match when={props.view.rfm}>
              {(rfm) => <RfmMatrix rfm={rfm()} outside={props.view.outside} state={props.state} />}
            </Match>
          </Switch>
          <MoveTable view={props.view} tried={props.state.tried()} />
        </div>
        <ListTools state={props.state} view={props.view} />
        <CustomerList state={props.state} view={props.view} onPin={setPinning} />
      </div>
      <ForceDialog open={forcing()} state={props.state} view={props.view} onClose={() => setForcing(false)} />
      <DimensionDialog
        by={planning() ? 'tier' : null}
        title={t('customers.dimension')}
        names={[t('customers.noTier')]}
        on={props.view.asOf}
        onClose={() => setPlanning(false)}
      />
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
