import { createMemo, createSignal, Show } from 'solid-js';
import type { PipelineForecastView } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import { createAnswer } from '../../../components/createAnswer';
import { EmptyState } from '../../../components/EmptyState';
import { JobLine } from '../../../components/JobLine';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { createScope } from '../createScope';
import { NoDeals } from '../NoDeals';
import { PipelineBar } from '../PipelineBar';
import { CoverPart } from './CoverPart';
import { OutlookChart } from './OutlookChart';
import { OutlookFigures } from './OutlookFigures';
import { outlookFinding } from './outlookFinding';
import './outlook.css';

/** What deals and repeat sales may still bring, against what is still to come. */
export function OutlookPage() {
  const app = useApp();
  const { t } = useText();
  const scope = createScope();
  const [dimension, setDimension] = createSignal<string | null>(null);
  // Every deal counts here, whenever it was created.
  const query = createMemo(() => ({ at: scope().at, from: null, to: null }));
  const answer = createAnswer({ kind: 'pipeline', query, call: app.host.pipelineForecast, expected: EXPECTED });
  const refused = () => answer.refused()[0] ?? null;
  return (
    <div class="pipeline" aria-busy={answer.job() !== null}>
      <PipelineBar label={answer.view()?.label ?? null} noSpan>
        <JobLine
          job={answer.job()}
          stopped={answer.stopped()}
          words={t('pipeline.outlook.computing')}
          onAgain={answer.again}
        />
      </PipelineBar>
      <Show when={refused() === null} fallback={<Refused code={refused() ?? ''} />}>
        <Show when={answer.view()} fallback={<div class="pipeline-ghost" aria-busy={answer.job() !== null} />}>
          {(view) => (
            <div class="pipeline-work" classList={{ 'is-waiting': answer.job() !== null }}>
              <OutlookWork view={view()} />
              <CoverPart query={query()} dimension={dimension()} onDimension={setDimension} />
              <Assumed view={view()} />
            </div>
          )}
        </Show>
      </Show>
    </div>
  );
}

/** What the page says itself instead of a forecast. */
const EXPECTED = ['pipeline/noDeals', 'pipeline/notTold'];

function Refused(props: { code: string }) {
  const { t } = useText();
  return (
    <Show when={props.code !== 'pipeline/noDeals'} fallback={<NoDeals />}>
      <EmptyState
        title={t('pipeline.outlook.failed')}
        text={t.find(`issue.${props.code}`) ?? t('pipeline.outlook.failedText')}
      />
    </Show>
  );
}

function OutlookWork(props: { view: PipelineForecastView }) {
  const { t, format, language } = useText();
  const money = useMoney();
  const finding = createMemo(() => {
    // Read so that the finding follows the language.
    language();
    return outlookFinding(props.view, { t, money: money.sayFinely, chance: (share) => format().probability(share) });
  });
  const caption = () => {
    const { combined, deals } = props.view.total;
    const { lower, upper } = combined ?? deals;
    const range = format().interval(money.show(lower), money.show(upper));
    return [
      t('pipeline.unit', { unit: money.label() }),
      t('pipeline.asOf', { date: format().isoDay(props.view.asOf) }),
      t(combined ? 'pipeline.outlook.caption' : 'pipeline.outlook.captionDeals', { range }),
    ].join(' · ');
  };
  return (
    <>
      <div>
        <h2 class="type-finding">{finding()}</h2>
        <p class="type-caption">{caption()}</p>
      </div>
      <OutlookFigures total={props.view.total} />
      <OutlookChart view={props.view} />
    </>
  );
}

/** What the figures rest on, in small print, and what stands in their way. */
function Assumed(props: { view: PipelineForecastView }) {
  const { t, format, issueText } = useText();
  const share = () => props.view.dealShare;
  return (
    <div class="outlook-assumed">
      <p>
        {t('pipeline.outlook.assumed', { draws: props.view.draws, seed: format().number(props.view.seed, 0) })}
        {' · '}
        {share() === null
          ? t('pipeline.outlook.noShare')
          : t('pipeline.outlook.dealShare', { share: format().percent(share()) })}
      </p>
      <Show when={props.view.issues.length > 0}>
        <p>
          {t('pipeline.outlook.issues', { n: props.view.issues.length })}
          {': '}
          {props.view.issues.map(issueText).join(' ')}
        </p>
      </Show>
    </div>
  );
}
