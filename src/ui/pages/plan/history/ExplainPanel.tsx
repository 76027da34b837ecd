import { createResource, For, Show } from 'solid-js';
import type { ChainLink, Explanation } from '~/domain/history';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { usePlanSheet } from '../createPlanSheet';
import { createRestingRef } from './createRestingRef';
import { HistoryList } from './HistoryList';
import { roundingText } from './roundingText';
import './history.css';

/** Where the number of the active cell comes from: its ladder from the whole plan, its newest changes, its rounding. */
export function ExplainPanel() {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const cell = createRestingRef(sheet);
  const [found] = createResource(
    () => {
      const wanted = cell();
      return wanted && { revision: app.status().revision, wanted };
    },
    ({ wanted }) => app.attempt(app.host.explain(wanted)),
  );
  return (
    <Show when={cell()} fallback={<p class="quiet">{t('history.pick')}</p>}>
      <Show when={found.latest} fallback={<p class="quiet">{t('history.loading')}</p>}>
        {(told) => <Told told={told()} />}
      </Show>
    </Show>
  );
}

function Told(props: { told: Explanation }) {
  const app = useApp();
  const { t } = useText();
  const rounding = () => roundingText(props.told, { t, minorUnit: app.status().plan?.minorUnit ?? 2 });
  return (
    <div class="explain">
      <section aria-label={t('history.chain')}>
        <h3 class="type-label">{t('history.chain')}</h3>
        <ol class="explain__ladder">
          <For each={props.told.chain}>{(link, at) => <Rung link={link} isFirst={at() === 0} />}</For>
        </ol>
      </section>
      <section aria-label={t('history.rounding')}>
        <h3 class="type-label">{t('history.rounding')}</h3>
        <p>{rounding()}</p>
      </section>
      <section aria-label={t('history.how')}>
        <h3 class="type-label">{t('history.how')}</h3>
        <Show when={props.told.history.length > 0} fallback={<p class="quiet">{t('history.none')}</p>}>
          <HistoryList lines={props.told.history} ofCell={true} />
        </Show>
      </section>
    </div>
  );
}

/** One step of the ladder: its name, amount and share of the one above, as a bar as well. */
function Rung(props: { link: ChainLink; isFirst: boolean }) {
  const { t, format } = useText();
  const money = useMoney();
  const sheet = usePlanSheet();
  const name = () => {
    if (props.isFirst) return t('history.wholePlan');
    return props.link.label || sheet.periodsText(props.link.periods);
  };
  const marks = () =>
    [props.link.held ? t('history.held') : null, props.link.typed ? t('history.typed') : null]
      .filter(Boolean)
      .join(' · ');
  const width = () => `${Math.max(0, Math.min(1, props.link.share ?? 0)) * 100}%`;
  return (
    <li class="explain__rung">
      <span class="explain__name">{name()}</span>
      <span class="explain__amount number">{money.show(props.link.amount)}</span>
      <Show when={props.link.share !== null}>
        <span class="explain__bar" aria-hidden="true">
          <span style={{ width: width() }} />
        </span>
        <span class="faint">{t('history.share', { share: format().percent(props.link.share) })}</span>
      </Show>
      <Show when={marks()}>{(text) => <span class="faint explain__marks">{text()}</span>}</Show>
    </li>
  );
}
