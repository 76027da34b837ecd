import { createMemo, createSignal, For, Show } from 'solid-js';
import type { SimulationView } from '~/domain/simulationView';
import { useApp } from '~/state/app';
import { OutcomeChart } from '../../../charts/OutcomeChart';
import { Button } from '../../../components/Button';
import { createAnswer } from '../../../components/createAnswer';
import { EmptyState } from '../../../components/EmptyState';
import { JobLine } from '../../../components/JobLine';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { CausesPart } from './CausesPart';
import { ComparePart } from './ComparePart';
import { CushionsPart } from './CushionsPart';
import { FindingPart } from './FindingPart';
import { LevelsPart } from './LevelsPart';
import { ReachPart } from './ReachPart';
import { RiskList } from './RiskList';
import { RulePanel } from './RulePanel';
import './simulator.css';

/** Will we make it: the year drawn ten thousand times, what it hangs on, and what a change does to it. */
export function SimulatorPage() {
  const app = useApp();
  const { t } = useText();
  const plan = createMemo(() => app.status().plan?.id ?? null);
  const answer = createAnswer<string, SimulationView>({
    kind: 'simulation',
    query: plan,
    call: (_plan, job) => app.host.simulation(job),
    expected: ['simulation/noForecast', 'forecast/noHistory', 'plan/notOpen'],
  });
  return (
    <Show
      when={plan() !== null}
      fallback={
        <EmptyState title={t('simulation.empty')} text={t('simulation.emptyText')}>
          <Button look="primary" onClick={() => app.go('plan')}>
            {t('simulation.makePlan')}
          </Button>
        </EmptyState>
      }
    >
      <Show
        when={answer.refused().length === 0}
        fallback={
          <EmptyState title={t('simulation.noForecast')} text={t('simulation.noForecastText')}>
            <Button look="primary" onClick={() => app.go('import')}>
              {t('simulation.importOrders')}
            </Button>
          </EmptyState>
        }
      >
        <div class="simulator" aria-busy={answer.job() !== null}>
          <div class="simulator__main">
            <JobLine job={answer.job()} stopped={answer.stopped()} words={t('job.simulation')} onAgain={answer.again} />
            <Show when={answer.view()} fallback={<div class="simulator__ghost" aria-busy="true" />}>
              {(view) => <Findings view={view()} />}
            </Show>
          </div>
          <div class="simulator__side">
            <Show when={answer.view()}>
              {(view) => (
                <>
                  <RiskList view={view()} />
                  <RulePanel rule={view().head.rule} />
                  <Notes view={view()} />
                </>
              )}
            </Show>
          </div>
          <StatusBar
            right={
              <Show when={answer.view()}>
                {(view) => (
                  <span>{t('simulation.status', { draws: view().head.rule.draws, seed: view().head.rule.seed })}</span>
                )}
              </Show>
            }
          />
        </div>
      </Show>
    </Show>
  );
}

function Findings(props: { view: SimulationView }) {
  const [chosen, setChosen] = createSignal<number | null>(null);
  /** The run that was chosen, else the one right before. */
  const before = () => props.view.earlier.find(({ no }) => no === chosen()) ?? props.view.earlier[0] ?? null;
  return (
    <>
      <FindingPart view={props.view} />
      <Show when={before()}>{(head) => <ComparePart view={props.view} before={head()} onChoose={setChosen} />}</Show>
      <OutcomeChart view={props.view} before={before()} />
      <CausesPart view={props.view} />
      <LevelsPart view={props.view} />
      <ReachPart view={props.view} />
      <CushionsPart view={props.view} />
    </>
  );
}

/** What had to be left out or estimated, and that runs can be compared. */
function Notes(props: { view: SimulationView }) {
  const { t, issueText } = useText();
  return (
    <section class="simulator__notes" aria-label={t('simulation.notes')}>
      <For each={props.view.issues}>{(issue) => <p class="type-caption">{issueText(issue)}</p>}</For>
      <Show when={props.view.earlier.length === 0}>
        <p class="type-caption">{t('simulation.compareNone')}</p>
      </Show>
    </section>
  );
}
