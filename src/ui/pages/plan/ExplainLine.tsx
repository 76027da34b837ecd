import { createEffect, createMemo, createSignal, on, Show } from 'solid-js';
import type { Column } from '~/domain/plan';
import type { CellStory } from '~/domain/view';
import { useApp } from '~/state/app';
import { useText } from '../../components/TextProvider';
import { type ActiveCell, cellRefOf } from '../../grid/activeCell';
import { amountText } from '../../grid/amountText';
import { entryUnit } from '../../grid/cellEntry';
import { fieldAddress, type GridView } from '../../grid/gridView';
import { isRatioField } from '../../grid/rangeSummary';
import { usePlanSheet } from './createPlanSheet';
import { EffectChip } from './EffectChip';
import { lastText, originText } from './storyText';

export interface ExplainLineProps {
  cell: ActiveCell | null;
  /** Scenario, target line and measure that the sheet shows. */
  column: Column;
  view: GridView;
  editing: boolean;
  /** What the cell shows now. */
  value: string;
  /** Why it takes no entry, and what its marks mean; a line each. */
  hint: string;
  /** Rises when the story has to be told anew. */
  revision: number;
  /** Hears the whole line, to be read out on request. */
  onText(text: string): void;
}

const PAUSE_MS = 90;

/** Instead of a formula bar: address, value, how it came about, who moved it last. While typing, what may be typed. */
export function ExplainLine(props: ExplainLineProps) {
  const app = useApp();
  const { t, format } = useText();
  const sheet = usePlanSheet();
  const [story, setStory] = createSignal<CellStory | null>(null);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  createEffect(
    on(
      [
        () => props.cell?.row.id,
        () => props.cell?.columnId,
        () => props.revision,
        () => JSON.stringify([props.column, sheet.state.view().filters]),
      ],
      () => {
        const mine = ++turn;
        clearTimeout(timer);
        const ref = props.cell && cellRefOf(props.cell, props.column, sheet.state.view().filters);
        if (!ref || !props.cell?.field?.editable) {
          setStory(null);
          return;
        }
        timer = setTimeout(async () => {
          const answer = await app.host.story(ref);
          if (mine === turn) setStory(answer.ok ? answer.value : null);
        }, PAUSE_MS);
      },
    ),
  );

  const address = createMemo(() => {
    const { cell, view } = props;
    if (!cell) return '';
    const labels = story()?.labels ?? [];
    const path = labels.length > 0 ? labels : [cell.row.label];
    return [...path, ...(cell.field ? [fieldAddress(cell.field, view)] : [])].join(' · ');
  });
  const words = () => ({
    t,
    format: format(),
    money: (amount: number | null) => amountText(amount, props.cell?.field ?? null, props.view),
    now: new Date(),
  });
  /** Shares carry their sign themselves. */
  const unit = () => {
    const field = props.cell?.field;
    return !field || isRatioField(field) || story()?.value == null ? '' : entryUnit(field, props.view);
  };
  const origin = () => {
    const now = story();
    return now ? originText(now, words()) : '';
  };
  const last = () => {
    const now = story();
    return now ? lastText(now, words()) : null;
  };
  createEffect(() =>
    props.onText(
      [address(), props.value, props.hint.replaceAll('\n', ' · '), origin(), last()].filter(Boolean).join(' · '),
    ),
  );

  return (
    <div class="plan-explain">
      <span class="plan-explain__address">{address()}</span>
      <Show when={props.cell?.field}>
        <b class="plan-explain__value">
          {props.value}
          <Show when={unit()}> {unit()}</Show>
        </b>
      </Show>
      <Show
        when={props.editing}
        fallback={
          <>
            <Show when={props.hint}>
              <span class="plan-explain__hint">
                {props.hint.replaceAll('\n', t.language === 'zh-CN' ? '　' : '   ')}
              </span>
            </Show>
            <span class="plan-explain__origin">{origin()}</span>
            <span class="plan-explain__last">{last()}</span>
          </>
        }
      >
        <span class="plan-explain__last">
          {t('plan.editing')}: {t('plan.editHint')}
        </span>
      </Show>
      <EffectChip />
    </div>
  );
}
