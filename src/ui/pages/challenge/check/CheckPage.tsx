import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { JobLine } from '../../../components/JobLine';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { CheckTools } from './CheckTools';
import { createCheck } from './checkState';
import { DifficultyTable } from './DifficultyTable';
import { EffectLine } from './EffectLine';
import { checkFinding } from './findings';
import { NodePanel } from './NodePanel';
import './check.css';

/** Which pieces of the plan are unreasonable and why, and what becomes of the whole while they are corrected. */
export function CheckPage() {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const state = createCheck();
  const caption = () =>
    t('challenge.caption', { date: format().isoDay(state.tree.view()?.asOf ?? null), unit: money.label() });
  return (
    <Show
      when={app.status().plan}
      fallback={
        <EmptyState title={t('challenge.noPlan')} text={t('challenge.noPlanText')}>
          <Button look="primary" onClick={() => app.go('wizard')}>
            {t('challenge.makePlan')}
          </Button>
        </EmptyState>
      }
    >
      <div class="check">
        <div class="check__tree" aria-busy={state.tree.job() !== null}>
          <div class="check__head">
            <h2 class="type-section">
              <Show when={state.tree.view()} fallback={t('challenge.title')}>
                {(view) => <>{checkFinding(view(), { t, format: format() })}</>}
              </Show>
            </h2>
            <p class="type-caption">{caption()}</p>
          </div>
          <CheckTools state={state} />
          <EffectLine state={state} />
          <JobLine
            job={state.tree.job()}
            stopped={state.tree.stopped()}
            words={t('job.challenge')}
            onAgain={state.tree.again}
          />
          <Show when={state.tree.view()} fallback={<div class="check__ghost" aria-busy="true" />}>
            {(view) => <DifficultyTable state={state} view={view()} />}
          </Show>
        </div>
        <NodePanel state={state} />
        <StatusBar
          left={
            <Show when={state.tree.view()}>
              {(view) => (
                <span>
                  {t('challenge.statusWhole', {
                    n: view().rows.length,
                    forecast: money.say(view().whole.forecast),
                    target: money.say(view().whole.target),
                  })}
                </span>
              )}
            </Show>
          }
          right={<span>{t('challenge.basedOn')}</span>}
        />
      </div>
    </Show>
  );
}
