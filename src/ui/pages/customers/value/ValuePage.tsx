import { Show } from 'solid-js';
import type { ValueView } from '~/domain/customerValue';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { JobLine } from '../../../components/JobLine';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { createFitted } from './createFitted';
import { FitPanel } from './FitPanel';
import { ValueList } from './ValueList';
import { ValueRulePanel } from './ValueRulePanel';
import { ValueSummary } from './ValueSummary';
import { VALUE_START, type ValueAsk, type ValueState } from './valueState';
import './value.css';

/** What customers are worth, who is at risk, and how far either can be believed. */
export function ValuePage() {
  const app = useApp();
  const { t, format } = useText();
  const state: ValueState = createFitted<ValueAsk, ValueView>({
    kind: 'value',
    call: (query, job) => app.host.value(query, job),
    start: VALUE_START,
    ruleOf: ({ model, months, discount }) => `${model}|${months}|${discount}`,
  });
  const isEmpty = () => state.view()?.asOf === null || state.view()?.customers === 0;
  return (
    <Show
      when={!isEmpty()}
      fallback={
        <EmptyState title={t('value.empty')} text={t('value.emptyText')}>
          <Button look="primary" onClick={() => app.go('import')}>
            {t('customers.importOrders')}
          </Button>
        </EmptyState>
      }
    >
      <div class="value" aria-busy={state.job() !== null}>
        <div class="value__side">
          <ValueRulePanel state={state} />
          <JobLine job={state.job()} stopped={state.stopped()} words={t('job.value')} onAgain={state.again} />
          <Show when={state.view()}>{(view) => <FitPanel view={view()} />}</Show>
        </div>
        <div class="value__main" classList={{ 'is-waiting': state.job() !== null }}>
          <Show when={state.view()} fallback={<div aria-busy="true" />}>
            {(view) => (
              <Show when={view().totals} fallback={<Refused view={view()} />}>
                {(totals) => (
                  <>
                    <ValueSummary view={view()} totals={totals()} />
                    <ValueList state={state} view={view()} totals={totals()} />
                  </>
                )}
              </Show>
            )}
          </Show>
        </div>
        <StatusBar
          left={
            <Show when={state.view()?.totals}>
              <span>
                {t('value.rowsOf', { shown: state.view()?.matching ?? 0, all: state.view()?.customers ?? 0 })}
              </span>
            </Show>
          }
          right={
            <span>
              {t('value.window', {
                from: format().isoDay(state.view()?.from ?? null),
                to: format().isoDay(state.view()?.asOf ?? null),
              })}
            </span>
          }
        />
      </div>
    </Show>
  );
}

/** No model for these customers, and why. */
function Refused(props: { view: ValueView }) {
  const { t } = useText();
  return (
    <div class="value__refused">
      <h2 class="type-section">{t('value.refused')}</h2>
      <p class="type-lead">{t(`value.refusal.${props.view.refusal ?? 'noCustomers'}`)}</p>
    </div>
  );
}
