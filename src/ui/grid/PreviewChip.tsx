import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { EditPreview } from '~/domain/view';
import { amountText } from './amountText';
import type { EditState } from './editing';
import type { GridView } from './gridView';

export interface PreviewChipProps {
  state: EditState;
  view: GridView;
  /** The cell being edited, to stand beside its column. */
  anchor: DOMRect;
}

const WIDTH = 292;
const GAP = 6;

/** What Enter would do, beside the cells that would move and never over them. */
export function PreviewChip(props: PreviewChipProps) {
  const [height, setHeight] = createSignal(0);
  let box: HTMLDivElement | undefined;
  createEffect(
    on(
      () => [props.state, props.view],
      () => setHeight(box?.offsetHeight ?? 0),
    ),
  );
  const left = createMemo(() => {
    const beside = props.anchor.left - WIDTH - GAP;
    return beside > GAP ? beside : Math.min(props.anchor.right + GAP, innerWidth - WIDTH - GAP);
  });
  const top = createMemo(() => {
    const below = props.anchor.bottom + GAP;
    return below + height() < innerHeight - GAP ? below : Math.max(GAP, props.anchor.top - height() - GAP);
  });
  const money = (amount: number | null) => amountText(amount, props.state.cell.field, props.view);
  const lines = createMemo(() => previewLines(props.state, props.view));

  return (
    <div
      ref={box}
      class="pg-chip"
      classList={{ 'pg-chip-bad': props.state.issue !== null }}
      style={{ left: `${left()}px`, top: `${top()}px`, width: `${WIDTH}px` }}
      id="pg-chip"
      role="status"
    >
      <Show when={props.state.issue}>
        {(issue: () => Issue) => <p class="pg-chip-issue">{props.view.issueText(issue())}</p>}
      </Show>
      <Show when={props.state.preview}>
        {(preview) => (
          <p class="pg-chip-change">
            <b>
              {money(preview().before)} → {money(preview().after)}
            </b>{' '}
            <span>{changeText(preview(), props.state, props.view)}</span>
          </p>
        )}
      </Show>
      <For each={lines()}>{(line) => <p class="pg-chip-line">{line}</p>}</For>
      <p class="pg-chip-keys">
        <span>{props.view.t('plan.apply')}</span>
        <span>{props.view.t('plan.cancel')}</span>
      </p>
    </div>
  );
}

function previewLines({ cell, preview, entry, issue }: EditState, { t }: GridView): string[] {
  if (entry?.kind === 'blank') return [t('plan.becomesBlank')];
  if (!preview || issue) return [];
  const parts = [
    preview.leaves > 1 ? t('plan.spreadsTo', { n: preview.leaves }) : null,
    preview.held > 0 ? t('plan.heldStays', { n: preview.held }) : null,
    cell.field?.ofParent && cell.row.role === 'row' ? t('plan.aboveFollows') : null,
    preview.addsLines > 0 ? t('plan.addsLines', { n: preview.addsLines }) : null,
  ];
  return parts.filter((part): part is string => part !== null);
}

function changeText({ before, after }: EditPreview, state: EditState, view: GridView): string {
  const { format } = view;
  const signed = (amount: number) => `${amount > 0 ? '+' : ''}${amountText(amount, state.cell.field, view)}`;
  if (before === null || before === 0) return before === null ? '' : signed(after);
  return `${signed(after - before)} (${format.growth(after / before - 1)})`;
}
