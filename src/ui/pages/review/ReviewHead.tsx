import ChevronLeft from 'lucide-solid/icons/chevron-left';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { For, Show } from 'solid-js';
import type { KpiView } from '~/domain/view';
import { Button } from '../../components/Button';
import { Segment } from '../../components/Segment';
import { Select } from '../../components/Select';
import { useText } from '../../components/TextProvider';
import type { BoardCounts } from './boardFinding';
import type { PeriodKind, ReviewState } from './createReview';

export interface ReviewHeadProps {
  state: ReviewState;
  view: KpiView;
  counts: BoardCounts;
}

const STATUSES = ['good', 'watch', 'bad', 'open', 'folded'] as const;

/** The finding of the board, and which period and node it is about. */
export function ReviewHead(props: ReviewHeadProps) {
  const { t, format } = useText();
  const parts = () => STATUSES.filter((one) => props.counts[one] > 0 || one === 'good');
  const comma = () => (t.language === 'zh-CN' ? '，' : ', ');
  const finding = () =>
    parts()
      .map((one) => t(`kpi.count.${one}`, { n: props.counts[one] }))
      .join(comma());
  const about = () => {
    const { asOf, period } = props.view;
    const day = asOf === null ? null : Math.min(asOf, period.to);
    return [
      day === null ? null : t('kpi.asOf', { date: format().isoDay(day) }),
      period.running ? t('kpi.runningHint') : null,
      t('kpi.legend'),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  };
  const at = () => props.view.periods.indexOf(props.view.period.id);
  const step = (by: number) => {
    const next = props.view.periods[at() + by];
    if (next !== undefined) props.state.setPeriod(next);
  };
  return (
    <header class="review-head">
      <div class="review-head__words">
        <Show when={props.state.path().length > 0}>
          <nav class="review-head__path" aria-label={t('kpi.path')}>
            <Button look="link" onClick={() => props.state.goTo([])}>
              {t('kpi.all')}
            </Button>
            <For each={props.state.path()}>
              {(one, index) => (
                <>
                  <ChevronRight size={12} class="icon" aria-hidden="true" />
                  <Show
                    when={index() < props.state.path().length - 1}
                    fallback={<span class="strong">{one.label}</span>}
                  >
                    <Button look="link" onClick={() => props.state.goTo(props.state.path().slice(0, index() + 1))}>
                      {one.label}
                    </Button>
                  </Show>
                </>
              )}
            </For>
          </nav>
        </Show>
        <h2 class="type-section">
          <span role="status">{finding()}</span>
        </h2>
        <p class="type-caption">{about()}</p>
      </div>
      <div class="review-head__tools">
        <Segment<PeriodKind>
          label={t('kpi.period')}
          value={props.state.kind()}
          options={[
            { value: 'month', label: t('kpi.month') },
            { value: 'quarter', label: t('kpi.quarter') },
            { value: 'year', label: t('kpi.year') },
          ]}
          onChange={props.state.setKind}
        />
        <Button
          look="quiet"
          icon={ChevronLeft}
          label={t('kpi.earlier')}
          blocked={at() > 0 ? null : t('kpi.noEarlier')}
          onClick={() => step(-1)}
        />
        <Select
          label={t('kpi.period')}
          hideLabel
          options={props.view.periods.map((id) => ({ value: id, label: format().period(id) }))}
          value={props.view.period.id}
          onChange={props.state.setPeriod}
        />
        <Button
          look="quiet"
          icon={ChevronRight}
          label={t('kpi.later')}
          blocked={at() < props.view.periods.length - 1 ? null : t('kpi.noLater')}
          onClick={() => step(1)}
        />
      </div>
    </header>
  );
}
