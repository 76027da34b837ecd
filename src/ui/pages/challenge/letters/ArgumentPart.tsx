import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js';
import type { At } from '~/domain/cell';
import type { ChallengeView } from '~/domain/challengeView';
import type { LetterDraft } from '~/domain/letterView';
import { formatAt, parseAt } from '~/state/address';
import { useApp } from '~/state/app';
import type { Job } from '~/state/jobs';
import { Button } from '../../../components/Button';
import { JobLine } from '../../../components/JobLine';
import { useText } from '../../../components/TextProvider';
import { ArgumentSheet } from './ArgumentSheet';
import { PrintFrame } from './PrintFrame';

const LINE = 'target';

/** One page per node that says why its target is what it is; for one node, or for all members of a dimension. */
export function ArgumentPart(props: { dimension: string; drafts: readonly LetterDraft[] }) {
  const app = useApp();
  const { t } = useText();
  const [views, setViews] = createSignal<ChallengeView[]>([]);
  const [job, setJob] = createSignal<Job | null>(null);
  const [stopped, setStopped] = createSignal(false);
  const address = createMemo(() => app.route().params.at ?? '');
  const isAll = createMemo(() => app.route().params.all === '1');
  let running: Job | null = null;

  const make = async (ats: readonly At[]) => {
    running?.cancel();
    const mine = app.startJob('letters');
    running = mine;
    setJob(mine);
    setStopped(false);
    setViews([]);
    const made: ChallengeView[] = [];
    for (const at of ats) {
      const answer = await app.host.challenge({ at, line: LINE }, mine.id);
      if (running !== mine) break;
      if (!answer.ok) {
        if (answer.issues.some(({ code }) => code === 'worker/cancelled')) setStopped(true);
        else app.toasts.say({ tone: 'bad', issues: answer.issues });
        break;
      }
      made.push(answer.value);
      setViews([...made]);
    }
    mine.done();
    if (running === mine) {
      running = null;
      setJob(null);
    }
  };
  const wanted = () => (isAll() ? props.drafts.map(({ at }) => at) : [parseAt(address())]);
  const state = createMemo(() => `${address()}|${isAll() ? props.drafts.length : 0}|${app.status().revision}`);
  createEffect(on(state, () => void make(wanted())));
  onCleanup(() => running?.cancel());
  return (
    <PrintFrame
      title={t('letter.arguments', { n: views().length })}
      blocked={views().length === 0 || job() !== null ? t('letter.wait') : null}
      onBack={() => app.setParams({ part: null, at: null, all: null, tab: isAll() ? 'letters' : null })}
      tools={
        <Show when={!isAll() && props.drafts.length > 1}>
          <Button onClick={() => app.setParams({ all: '1' })}>{t('letter.forAll', { n: props.drafts.length })}</Button>
        </Show>
      }
    >
      <JobLine job={job()} stopped={stopped()} words={t('letter.making')} onAgain={() => void make(wanted())} />
      <For each={views()}>{(view) => <ArgumentSheet view={view} name={nameOf(view)} />}</For>
    </PrintFrame>
  );

  function nameOf(view: ChallengeView): string {
    return formatAt(view.at) === '' ? t('challenge.whole') : view.label || t('words.unassigned');
  }
}
