import { type JSX, Show } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import type { HomeView } from '~/domain/view';
import { useApp } from '~/state/app';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';

/** Target, what of it is handed out, what came, and where the year leads to; each with what it means under it. */
export function HomeFigures(props: { view: HomeView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const year = () => {
    const plan = app.status().plan;
    return plan ? format().fiscalYear(plan.fiscalYear) : '';
  };
  const lastYear = () => props.view.burnUp.lastYear[props.view.burnUp.lastYear.length - 1] ?? null;
  const targetNote = () => {
    const amount = lastYear();
    return amount === null
      ? t('home.yearOnly', { year: year() })
      : t('home.yearLast', { year: year(), amount: money.show(amount) });
  };
  const actualNote = () => {
    // Against what was handed out, as attainment and pace are on the KPI board; the goal stands beside it.
    const { actual, allocated, planToDate } = props.view;
    if (actual === null) return t('home.noOrders');
    const share = share100(actual, allocated);
    const planned = share100(planToDate, allocated);
    return planToDate === null ? t('home.doneOnly', { share }) : t('home.done', { share, planned });
  };
  const share100 = (part: number | null, whole: number | null) =>
    format().percent(part === null || whole === null ? null : ratioOf(part, whole));
  return (
    <dl class="home-figures" aria-label={t('home.figures')}>
      <Figure name={t('home.target')} value={money.show(props.view.target)} note={targetNote()} />
      <Figure name={t('home.allocated')} value={money.show(props.view.allocated)} note={<Rest view={props.view} />} />
      <Figure name={t('home.actual')} value={money.show(props.view.actual)} note={actualNote()} />
      <Figure
        name={t('home.forecastYear')}
        value={money.show(props.view.forecast?.mean ?? null)}
        forecast
        note={
          <Show when={props.view.forecast} fallback={t('home.noForecast')}>
            {(forecast) =>
              t('home.range', {
                level: Math.round(forecast().level * 100),
                range: unbroken(format().interval(money.show(forecast().lower), money.show(forecast().upper))),
              })
            }
          </Show>
        }
      />
    </dl>
  );
}

/** An interval never breaks at its dash. */
const unbroken = (interval: string): string => interval.replace('–', '\u2060–\u2060');

function Rest(props: { view: HomeView }) {
  const { t, format } = useText();
  const money = useMoney();
  const rest = () => {
    const { target, allocated } = props.view;
    return target === null || allocated === null ? 0 : target - allocated;
  };
  const share = () => {
    const { target, allocated } = props.view;
    return format().percent(target === null || allocated === null ? null : ratioOf(allocated, target));
  };
  return (
    <Show when={props.view.allocated !== null} fallback={t('home.noneAllocated')}>
      <Show when={rest() !== 0} fallback={t('home.share', { share: share() })}>
        {t('home.shareRest', { share: share() })}
        <span class="tone-warn">
          {rest() > 0
            ? t('home.rest', { amount: money.show(rest()) })
            : t('home.over', { amount: money.show(-rest()) })}
        </span>
      </Show>
    </Show>
  );
}

function Figure(props: { name: string; value: string; note: JSX.Element; forecast?: boolean }) {
  return (
    <div class="home-figure">
      <dt class="home-figure__name">{props.name}</dt>
      <dd class="type-figure" classList={{ 'home-figure__forecast': props.forecast }}>
        {props.value}
      </dd>
      <dd class="home-figure__note">{props.note}</dd>
    </div>
  );
}
