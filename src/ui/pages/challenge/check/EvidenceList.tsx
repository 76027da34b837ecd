import { createMemo, createSignal, For, Show } from 'solid-js';
import type { ChallengeView, Evidence } from '~/domain/challengeView';
import { amountScale } from '../../../charts/amountScale';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { EvidenceDetail } from './EvidenceDetail';
import { evidenceText } from './evidenceText';
import { isLimited } from './findings';
import './evidence.css';

/** What speaks for and against the target: ranges of amounts on one axis, the target a line through all of them. */
export function EvidenceList(props: { view: ChallengeView; still?: boolean }) {
  const { t } = useText();
  const money = useMoney();
  const withAmount = () => props.view.evidence.filter(({ high }) => high !== null);
  const others = () => props.view.evidence.filter(({ high, state }) => high === null && state !== 'unknown');
  const unknown = () => props.view.evidence.filter(({ high, state }) => high === null && state === 'unknown');
  const scale = createMemo(() =>
    amountScale([...withAmount().flatMap(({ low, high }) => [low, high]), props.view.target]),
  );
  const place = (amount: number) => `${(scale().share(amount) * 100).toFixed(2)}%`;
  return (
    <div class="evidence">
      <Show when={withAmount().length > 0}>
        <h3 class="type-section">{t('challenge.evidenceTitle')}</h3>
        <p class="type-caption">{t(props.still ? 'challenge.evidencePrinted' : 'challenge.evidenceCaption')}</p>
        <div class="evidence__axis" aria-hidden="true">
          <span class="type-caption">{t('challenge.evidenceUnit', { unit: money.label() })}</span>
          <span class="evidence__scale">
            <For each={scale().ticks}>
              {(tick) => (
                <span class="evidence__tick number" style={{ left: place(tick) }}>
                  {money.show(tick)}
                </span>
              )}
            </For>
          </span>
          <span class="type-caption number">{t('challenge.most')}</span>
        </div>
        <ul class="evidence__rows">
          <For each={withAmount()}>{(one) => <EvidenceRow one={one} view={props.view} place={place} />}</For>
        </ul>
      </Show>
      <Show when={others().length > 0}>
        <ul class="evidence__rows evidence__rows--words">
          <For each={others()}>{(one) => <EvidenceRow one={one} view={props.view} place={place} />}</For>
        </ul>
      </Show>
      <Show when={unknown().length > 0}>
        <details class="evidence__unknown">
          <summary>{t('challenge.unknownEvidence', { n: unknown().length })}</summary>
          <ul>
            <For each={unknown()}>{(one) => <UnknownRow one={one} />}</For>
          </ul>
        </details>
      </Show>
    </div>
  );
}

function EvidenceRow(props: { one: Evidence; view: ChallengeView; place: (amount: number) => string }) {
  const { t, format, issueText } = useText();
  const money = useMoney();
  const [open, setOpen] = createSignal(false);
  const isLeast = () => props.view.limiting === props.one.kind;
  const isLimit = () => isLeast() && isLimited(props.view);
  const said = () => evidenceText(props.one, { t, format: format(), money: money.show });
  return (
    <li
      class="evidence__row"
      classList={{ 'evidence__row--limit': isLimit(), [`evidence__row--${props.one.state}`]: true }}
    >
      <button type="button" class="evidence__name" aria-expanded={open()} onClick={() => setOpen((was) => !was)}>
        <span class="evidence__kind">
          {t(`challenge.kind.${props.one.kind}`)}
          <Show when={isLeast()}>
            <span class="evidence__tag" classList={{ 'evidence__tag--least': !isLimit() }}>
              {isLimit() ? t('challenge.limit') : t('challenge.least')}
            </span>
          </Show>
        </span>
        <span class="type-caption">{said() ?? ''}</span>
      </button>
      <Show
        when={props.one.high !== null}
        fallback={<span class="evidence__word">{t(`challenge.state.${props.one.state}`)}</span>}
      >
        <span class="evidence__scale" aria-hidden="true">
          <span
            class="evidence__range"
            style={{
              left: props.place(props.one.low ?? 0),
              width: `calc(${props.place(props.one.high ?? 0)} - ${props.place(props.one.low ?? 0)})`,
            }}
          />
          <span class="evidence__mid" style={{ left: props.place(props.one.mid ?? 0) }} />
          <Show when={props.view.target !== null}>
            <span class="evidence__target" style={{ left: props.place(props.view.target ?? 0) }} />
          </Show>
        </span>
        <span class="evidence__most number">
          {money.show(props.one.high)}
          <span class="unseen">{t(`challenge.state.${props.one.state}`)}</span>
        </span>
      </Show>
      <Show when={open()}>
        <div class="evidence__detail">
          <For each={props.one.issues}>{(issue) => <p class="type-caption">{issueText(issue)}</p>}</For>
          <EvidenceDetail one={props.one} view={props.view} />
        </div>
      </Show>
    </li>
  );
}

function UnknownRow(props: { one: Evidence }) {
  const { t, issueText } = useText();
  return (
    <li>
      <b>{t(`challenge.kind.${props.one.kind}`)}</b>{' '}
      <For each={props.one.issues}>{(issue) => <span>{issueText(issue)} </span>}</For>
    </li>
  );
}
