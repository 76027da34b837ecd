import X from 'lucide-solid/icons/x';
import { createUniqueId, onMount, Show } from 'solid-js';
import type { KpiCard, KpiView } from '~/domain/view';
import { Button } from '../../components/Button';
import { Spark } from '../../components/Spark';
import { StatusMark } from '../../components/StatusMark';
import { Table } from '../../components/Table';
import { useText } from '../../components/TextProvider';
import { trendLine } from './cardFigure';
import { LimitForm } from './LimitForm';
import { hasYearWindow, limitScaleOf } from './limitScale';
import { useKpiWords } from './useKpiWords';

export interface KpiPanelProps {
  card: KpiCard;
  view: KpiView;
  onClose: () => void;
}

/** What a KPI counts, over which days, against which limits and since when: beside the board, which stays in sight. */
export function KpiPanel(props: KpiPanelProps) {
  const { t, format } = useText();
  const words = useKpiWords();
  const id = createUniqueId();
  let close: HTMLButtonElement | undefined;
  onMount(() => close?.focus());
  const lastDay = () => Math.min(props.card.asOf ?? props.view.asOf ?? props.view.period.to, props.view.period.to);
  const span = () =>
    hasYearWindow(props.card.id)
      ? t('kpi.window12', { to: format().isoDay(lastDay()) })
      : t('kpi.windowPeriod', { from: format().isoDay(props.view.period.from), to: format().isoDay(lastDay()) });
  const origin = () => {
    if (props.card.limits.own) return t('kpi.ownLimit');
    return t(`kpi.limitFrom.${limitScaleOf(props.card.id) ?? 'value'}`);
  };
  const interval = () => {
    const { interval: range } = props.card;
    if (!range) return null;
    // A score in points has no per cent.
    const upper = props.card.unit === 'points' ? format().number(range.upper * 100, 1) : format().percent(range.upper);
    return t('kpi.interval', { range: format().interval(format().number(range.lower * 100, 1), upper) });
  };
  return (
    <aside
      class="kpi-panel"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="kpi-panel__head">
        <h2 id={id} class="type-title">
          {words.name(props.card)}
        </h2>
        <Button
          ref={(element: HTMLButtonElement) => {
            close = element;
          }}
          look="quiet"
          icon={X}
          label={t('shell.close')}
          onClick={() => props.onClose()}
        />
      </div>
      <p class="kpi-panel__value">
        <span class="type-value">{words.say(props.card, props.card.value)}</span>
        <Show when={words.status(props.card)}>{(word) => <StatusMark status={props.card.status} word={word()} />}</Show>
      </p>
      <p>{t.find(`kpi.definition.${props.card.id}`)}</p>
      <dl class="kpi-panel__facts">
        <Fact term={t('kpi.parts')} text={props.card.value === null ? null : words.caption(props.card)} />
        <Fact term={t('kpi.why')} text={props.card.reason ? t.find(`kpi.reason.${props.card.reason}`) : null} />
        <Fact term={t('kpi.counted')} text={span()} />
        <Fact term={t('kpi.range')} text={interval()} />
        <Fact term={t('kpi.limit')} text={words.limit(props.card)} more={origin()} />
      </dl>
      <section class="kpi-panel__part">
        <h3 class="type-section">{t('kpi.setLimit')}</h3>
        <LimitForm card={props.card} />
      </section>
      <section class="kpi-panel__part">
        <h3 class="type-section">{t('kpi.trend', { name: words.name({ ...props.card, value: null }) })}</h3>
        <Show when={trendLine(props.card)}>{(values) => <Spark values={values()} width={304} height={56} />}</Show>
        <Table
          label={t('kpi.trend', { name: words.name({ ...props.card, value: null }) })}
          rows={props.card.trend.filter(({ value }) => value !== null).reverse()}
          columns={[
            { id: 'period', head: t('kpi.period'), rowHead: true, cell: (row) => format().period(row.period) },
            {
              id: 'value',
              head: t('kpi.value'),
              number: true,
              cell: (row) => words.say(props.card, row.value),
            },
          ]}
        />
      </section>
    </aside>
  );
}

function Fact(props: { term: string; text: string | null; more?: string }) {
  return (
    <Show when={props.text}>
      <div class="kpi-panel__fact">
        <dt class="faint">{props.term}</dt>
        <dd>
          {props.text}
          <Show when={props.more}>
            <span class="kpi-panel__more">{props.more}</span>
          </Show>
        </dd>
      </div>
    </Show>
  );
}
