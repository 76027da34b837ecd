import { For, Show } from 'solid-js';
import type { ChallengeView } from '~/domain/challengeView';
import { useApp } from '~/state/app';
import { ChanceCurve } from '../../../charts/ChanceCurve';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { VerdictMark } from '../../../components/VerdictMark';
import { EvidenceList } from '../check/EvidenceList';
import { nodeFinding } from '../check/findings';

/** Why this target: what was sold, what is asked, what speaks for it and against it, and what would be fair. One page. */
export function ArgumentSheet(props: { view: ChallengeView; name: string }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const growth = () => {
    const { target, lastYear } = props.view;
    return target === null || lastYear === null || lastYear <= 0 ? null : target / lastYear - 1;
  };
  return (
    <article class="sheet" aria-label={t('letter.argumentOf', { name: props.name })}>
      <header class="sheet__head">
        <h1 class="sheet__title">{t('letter.argumentOf', { name: props.name })}</h1>
        <p>
          {t('letter.argumentCaption', {
            plan: app.status().plan?.name ?? '',
            date: format().isoDay(props.view.asOf),
            unit: money.label(),
          })}
        </p>
      </header>
      <dl class="sheet__facts">
        <dt>{t('letter.yearTarget')}</dt>
        <dd>
          <b>{money.say(props.view.target)}</b> <VerdictMark verdict={props.view.verdict} />
        </dd>
        <dt>{t('challenge.column.lastYear')}</dt>
        <dd>
          {money.say(props.view.lastYear)}
          <Show when={growth() !== null}> ({t('letter.grown', { growth: format().growth(growth()) })})</Show>
        </dd>
        <Show when={props.view.forecast}>
          {(forecast) => (
            <>
              <dt>{t('challenge.column.forecast')}</dt>
              <dd>
                {money.say(forecast().mean)} (
                {t('letter.range', { lower: money.show(forecast().lower), upper: money.show(forecast().upper) })})
              </dd>
            </>
          )}
        </Show>
        <Show when={props.view.actual !== null}>
          <dt>{t('letter.soFar')}</dt>
          <dd>{money.say(props.view.actual)}</dd>
        </Show>
      </dl>
      <p class="sheet__text">{nodeFinding(props.view, { t, format: format() })}</p>
      <EvidenceList view={props.view} still />
      <Show when={props.view.curve.length > 1}>
        <ChanceCurve view={props.view} />
      </Show>
      <Show when={props.view.fair}>
        {(fair) => (
          <p class="sheet__text">
            {t('letter.fair', { amount: money.say(fair().amount), chance: format().probability(fair().chance) })}
          </p>
        )}
      </Show>
      <For each={props.view.issues}>{(issue) => <IssueLine code={issue} />}</For>
      <footer class="sheet__foot">{t('letter.argumentFoot')}</footer>
    </article>
  );
}

function IssueLine(props: { code: ChallengeView['issues'][number] }) {
  const { issueText } = useText();
  return <p class="sheet__foot">{issueText(props.code)}</p>;
}
