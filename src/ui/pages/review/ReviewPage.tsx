import { createMemo, createSignal, For, Show } from 'solid-js';
import type { KpiView } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { StatusBar } from '../../components/StatusBar';
import { useText } from '../../components/TextProvider';
import { AttentionList } from './AttentionList';
import { BreakdownTable } from './BreakdownTable';
import { BurnUpPart } from './BurnUpPart';
import { foldBoard } from './boardFinding';
import { createReview, type ReviewState } from './createReview';
import { FoldedKpis } from './FoldedKpis';
import { KpiPanel } from './KpiPanel';
import { KpiTile, tileId } from './KpiTile';
import { ReviewHead } from './ReviewHead';
import './review.css';

/** The KPI board: how the period stands, against which limits, and where it comes from. */
export function ReviewPage() {
  const app = useApp();
  const { t } = useText();
  const state = createReview();
  const isEmpty = () => app.status().plan === null && state.view()?.asOf === null;
  return (
    <Show when={state.view()} fallback={<div class="review" aria-busy="true" />}>
      {(view) => (
        <Show
          when={!isEmpty()}
          fallback={
            <EmptyState title={t('kpi.empty')} text={t('kpi.emptyText')}>
              <Button look="primary" onClick={() => app.go('import')}>
                {t('customers.importOrders')}
              </Button>
            </EmptyState>
          }
        >
          <Board state={state} view={view()} />
        </Show>
      )}
    </Show>
  );
}

function Board(props: { state: ReviewState; view: KpiView }) {
  const { t, format } = useText();
  const [open, setOpen] = createSignal<string | null>(null);
  const board = createMemo(() => foldBoard(props.view.cards));
  const opened = () => board().shown.find((card) => card.id === open()) ?? null;
  const toggle = (kpi: string) => setOpen((now) => (now === kpi ? null : kpi));
  const close = () => {
    const kpi = open();
    setOpen(null);
    if (kpi) document.getElementById(tileId(kpi))?.focus();
  };
  return (
    <div class="review" classList={{ 'review--open': opened() !== null }}>
      <div class="review__main">
        <ReviewHead state={props.state} view={props.view} counts={board().counts} />
        <div class="review__body" classList={{ 'review__body--stale': props.state.stale() }}>
          <ul class="board" aria-label={t('kpi.title')}>
            <For each={board().shown}>
              {(card) => <KpiTile card={card} open={open() === card.id} onOpen={() => toggle(card.id)} />}
            </For>
          </ul>
          <Show when={board().folded.length > 0}>
            <FoldedKpis cards={board().folded} />
          </Show>
          <div class="review__parts">
            <div class="review__part">
              <BurnUpPart view={props.view} />
            </div>
            <div class="review__part review__part--table">
              <Show when={props.view.breakdown}>
                {(breakdown) => <BreakdownTable breakdown={breakdown()} state={props.state} />}
              </Show>
              <AttentionList cards={board().shown} onOpen={setOpen} />
            </div>
          </div>
        </div>
      </div>
      <Show when={opened()?.id} keyed>
        <Show when={opened()}>{(card) => <KpiPanel card={card()} view={props.view} onClose={close} />}</Show>
      </Show>
      <StatusBar
        left={<span>{t('kpi.shown', { n: board().shown.length })}</span>}
        right={
          <span>
            {t('customers.window', {
              from: format().isoDay(props.view.period.from),
              to: format().isoDay(props.view.period.to),
            })}
          </span>
        }
      />
    </div>
  );
}
