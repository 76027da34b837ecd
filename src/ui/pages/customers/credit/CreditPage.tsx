import { createSignal, Show } from 'solid-js';
import type { CreditRow, CreditView } from '~/domain/credit';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createWindowed } from '../../../components/createWindowed';
import { EmptyState } from '../../../components/EmptyState';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { AgeingPart } from './AgeingPart';
import { CreditDialog } from './CreditDialog';
import { CreditList } from './CreditList';
import { CreditRulePart } from './CreditRulePart';
import { CreditTools } from './CreditTools';
import type { CreditAsked, CreditState } from './creditState';
import './credit.css';

const START: CreditAsked = { search: '', state: null, sort: { by: 'overdue', descending: true } };

/** Credit limits, what of them is used, and what is late. */
export function CreditPage() {
  const app = useApp();
  const { t } = useText();
  const state: CreditState = createWindowed((query) => app.host.credit(query), START);
  return (
    <Show when={state.view()} fallback={<div class="credit" aria-busy="true" />}>
      {(view) => (
        <Show
          when={view().totals.customers > 0}
          fallback={
            <EmptyState title={t('credit.noOrders')} text={t('credit.noOrdersText')}>
              <Button look="primary" onClick={() => app.go('import')}>
                {t('customers.importOrders')}
              </Button>
            </EmptyState>
          }
        >
          <Credit state={state} view={view()} />
        </Show>
      )}
    </Show>
  );
}

function Credit(props: { state: CreditState; view: CreditView }) {
  const app = useApp();
  const { t, format } = useText();
  const [edited, setEdited] = createSignal<CreditRow | null>(null);
  return (
    <div class="credit">
      <div class="credit__side">
        <Show
          when={props.view.asOf !== null}
          fallback={
            <section class="section">
              <h2 class="type-section">{t('credit.noReceivables')}</h2>
              <p class="type-caption">{t('credit.noReceivablesText')}</p>
              <Button onClick={() => app.go('import')}>{t('credit.importReceivables')}</Button>
            </section>
          }
        >
          <AgeingPart view={props.view} />
        </Show>
        <CreditRulePart rule={props.view.rule} />
      </div>
      <div class="credit__main">
        <CreditTools state={props.state} view={props.view} />
        <CreditList state={props.state} view={props.view} onEdit={setEdited} />
      </div>
      <CreditDialog row={edited()} onClose={() => setEdited(null)} />
      <StatusBar
        left={<span>{t('credit.rows', { shown: props.view.matching, all: props.view.totals.customers })}</span>}
        right={
          <>
            <Show when={props.view.asOf !== null}>
              <span>{t('credit.asOf', { day: format().isoDay(props.view.asOf) })}</span>
            </Show>
            <Show when={props.view.cashAsOf !== null}>
              <span>{t('credit.cashAsOf', { day: format().isoDay(props.view.cashAsOf) })}</span>
            </Show>
          </>
        }
      />
    </div>
  );
}
