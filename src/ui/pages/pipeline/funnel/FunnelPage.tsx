import { createMemo, Show } from 'solid-js';
import type { FunnelView } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { createScope } from '../createScope';
import { NoDeals } from '../NoDeals';
import { PipelineBar } from '../PipelineBar';
import { DealTrend } from './DealTrend';
import { FunnelFigures } from './FunnelFigures';
import { FunnelIssues } from './FunnelIssues';
import { FunnelTable } from './FunnelTable';
import { funnelFinding } from './funnelFinding';
import { LossReasons } from './LossReasons';
import './funnel.css';

/** Where deals stop, how long they take and why they are lost. */
export function FunnelPage() {
  const app = useApp();
  const scope = createScope();
  const { issueText } = useText();
  const answer = createLiveAnswer(scope, app.host.funnel);
  return (
    <div class="pipeline" aria-busy={answer.stale()}>
      <PipelineBar label={answer.value()?.label ?? null} />
      <Show when={answer.value()} fallback={<div class="pipeline-ghost" aria-busy="true" />}>
        {(view) => (
          <Show when={view().deals > 0} fallback={<NoDeals why={view().issues.map(issueText).join(' ')} />}>
            <FunnelWork view={view()} stale={answer.stale()} />
          </Show>
        )}
      </Show>
    </div>
  );
}

function FunnelWork(props: { view: FunnelView; stale: boolean }) {
  const { t, format, language } = useText();
  const money = useMoney();
  const finding = createMemo(() => {
    // Read so that the finding follows the language.
    language();
    return funnelFinding(props.view, { t, money: money.say, percent: (share) => format().percent(share, 0) });
  });
  const caption = () =>
    [
      t('pipeline.unit', { unit: money.label() }),
      t('pipeline.asOf', { date: format().isoDay(props.view.asOf) }),
      t(`pipeline.basis.${props.view.basis}`),
    ].join(' · ');
  return (
    <div class="pipeline-work" classList={{ 'is-waiting': props.stale }}>
      <div>
        <h2 class="type-finding">{finding()}</h2>
        <p class="type-caption">{caption()}</p>
      </div>
      <FunnelFigures view={props.view} />
      <FunnelTable view={props.view} />
      <div class="pipeline-columns">
        <Show when={props.view.trend.length > 0}>
          <DealTrend view={props.view} />
        </Show>
        <Show when={props.view.lost.count > 0}>
          <LossReasons view={props.view} />
        </Show>
      </div>
      <Show when={props.view.issues.length > 0}>
        <FunnelIssues issues={props.view.issues} />
      </Show>
    </div>
  );
}
