import FileText from 'lucide-solid/icons/file-text';
import { For, Show } from 'solid-js';
import type { ChallengeView } from '~/domain/challengeView';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { ChanceCurve } from '../../../charts/ChanceCurve';
import { Button } from '../../../components/Button';
import { JobLine } from '../../../components/JobLine';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { VerdictMark } from '../../../components/VerdictMark';
import type { CheckState } from './checkState';
import { EvidenceList } from './EvidenceList';
import { FairBar } from './FairBar';
import { nodeFinding } from './findings';

/** One node: the verdict, what limits it, the evidence, the chance of every amount, and what would be fair. */
export function NodePanel(props: { state: CheckState }) {
  const { t } = useText();
  return (
    <section class="check__panel" aria-label={t('challenge.panel')} aria-busy={props.state.one.job() !== null}>
      <JobLine
        job={props.state.one.job()}
        stopped={props.state.one.stopped()}
        words={t('job.challenge')}
        onAgain={props.state.one.again}
      />
      <Show when={props.state.one.view()} fallback={<div class="check__ghost" aria-busy="true" />}>
        {(view) => <Node state={props.state} view={view()} />}
      </Show>
    </section>
  );
}

function Node(props: { state: CheckState; view: ChallengeView }) {
  const app = useApp();
  const { t, issueText, format } = useText();
  const money = useMoney();
  const name = () =>
    Object.keys(props.view.at).length === 0 ? t('challenge.whole') : props.view.label || t('words.unassigned');
  return (
    <>
      <div class="check__body">
        <p class="type-caption">{t('challenge.nodeCaption', { name: name(), plan: app.status().plan?.name ?? '' })}</p>
        <div class="check__title">
          <h2 id="check-node" class="type-finding" tabindex="-1">
            <VerdictMark verdict={props.view.verdict} bare />{' '}
            {t('challenge.headline', {
              amount: money.say(props.view.target),
              verdict: t(`challenge.verdict.${props.view.verdict ?? 'unknown'}`),
            })}
          </h2>
          <Button
            icon={FileText}
            onClick={() => app.setParams({ tab: 'letters', part: 'argument', at: formatAt(props.view.at) || null })}
          >
            {t('challenge.argument')}
          </Button>
        </div>
        <p class="type-lead">{nodeFinding(props.view, { t, format: format() })}</p>
        <For each={props.view.issues}>{(issue) => <p class="type-caption">{issueText(issue)}</p>}</For>
        <EvidenceList view={props.view} />
        <Show when={props.view.curve.length > 1}>
          <ChanceCurve view={props.view} />
        </Show>
      </div>
      <FairBar view={props.view} />
    </>
  );
}
