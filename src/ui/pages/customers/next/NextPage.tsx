import { Match, Show, Switch } from 'solid-js';
import type { NextView } from '~/domain/nextProduct';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { JobLine } from '../../../components/JobLine';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { createFitted } from '../value/createFitted';
import { CallTable } from './CallTable';
import { NextTools } from './NextTools';
import { NEXT_START, type NextAsk, type NextState } from './nextState';
import { RuleBar } from './RuleBar';
import { RuleTable } from './RuleTable';
import '../value/value.css';
import './next.css';

/** What a customer may buy next, whom to call about it, and the rules behind both. */
export function NextPage() {
  const app = useApp();
  const { t } = useText();
  const state: NextState = createFitted<NextAsk, NextView>({
    kind: 'next',
    call: (query, job) => app.host.nextProducts(query, job),
    start: NEXT_START,
    ruleOf: ({ by, level, months, least }) => `${by}|${level ?? ''}|${months}|${least}`,
  });
  return (
    <Show
      when={state.view()?.asOf !== null}
      fallback={
        <EmptyState title={t('value.next.empty')} text={t('value.next.emptyText')}>
          <Button look="primary" onClick={() => app.go('import')}>
            {t('customers.importOrders')}
          </Button>
        </EmptyState>
      }
    >
      <div class="next" aria-busy={state.job() !== null}>
        <RuleBar state={state} view={state.view()} />
        <JobLine job={state.job()} stopped={state.stopped()} words={t('job.next')} onAgain={state.again} />
        <Show when={state.view()}>
          {(view) => (
            <div class="next__work" classList={{ 'is-waiting': state.job() !== null }}>
              <Finding view={view()} />
              <NextTools state={state} view={view()} />
              <Switch>
                <Match when={state.query().list === 'calls'}>
                  <CallTable state={state} view={view()} />
                </Match>
                <Match when={state.query().list === 'rules'}>
                  <RuleTable state={state} view={view()} />
                </Match>
              </Switch>
            </div>
          )}
        </Show>
        <StatusBar
          left={<span>{t('value.next.rowsOf', { n: state.view()?.matching ?? 0 })}</span>}
          right={<span>{t('value.next.aboutGuard')}</span>}
        />
      </div>
    </Show>
  );
}

function Finding(props: { view: NextView }) {
  const { t, format } = useText();
  const money = useMoney();
  const baskets = () =>
    props.view.rule.by === 'customer'
      ? t('value.next.customers', { n: props.view.baskets })
      : t('value.next.orders', { n: props.view.baskets });
  return (
    <div class="next__finding">
      <h2 class="type-section">
        {props.view.called > 0
          ? t('value.next.finding', { n: props.view.called, money: money.say(props.view.expected) })
          : t('value.next.findingNone')}
      </h2>
      <p class="type-caption">
        {props.view.rules > 0
          ? t('value.next.caption', {
              rules: props.view.rules,
              baskets: baskets(),
              items: props.view.items,
              date: format().isoDay(props.view.asOf),
            })
          : t('value.next.findingNoneText')}
      </p>
      <p class="type-caption">{t('value.next.aboutExpected')}</p>
    </div>
  );
}
