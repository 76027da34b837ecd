import { createMemo, For, Show } from 'solid-js';
import type { RangeSummary } from '~/domain/range';
import { copyText } from './copyText';
import type { GridView } from './gridView';

export interface SelectionStatusProps {
  summary: RangeSummary | null;
  view: GridView;
  /** Hears that a number was copied. */
  onCopied(text: string): void;
}

const FIGURES = ['sum', 'average', 'count', 'min', 'max', 'share'] as const;

/** Sum, average, count and ends of the selection; a click copies the number. */
export function SelectionStatus(props: SelectionStatusProps) {
  const figures = createMemo(() => {
    const { summary, view } = props;
    if (!summary) return [];
    return FIGURES.flatMap((id) => {
      const figure = figureOf(id, summary, view);
      return figure ? [{ id, name: view.t(`grid.${id}`), ...figure }] : [];
    });
  });
  const copy = (plain: string) => {
    if (copyText(plain)) props.onCopied(plain);
  };
  return (
    <Show when={figures().length > 0}>
      <fieldset class="pg-figures" aria-label={props.view.t('grid.selection')}>
        <For each={figures()}>
          {(figure) => (
            <button
              type="button"
              class="pg-figure"
              data-figure={figure.id}
              title={props.view.t('grid.copyNumber', { what: figure.name, value: figure.plain })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => copy(figure.plain)}
            >
              {figure.name} <b>{figure.shown}</b>
            </button>
          )}
        </For>
      </fieldset>
    </Show>
  );
}

/** As it is read and as it is copied; null where the selection has no such number. */
function figureOf(
  id: (typeof FIGURES)[number],
  summary: RangeSummary,
  { format, money, plain }: GridView,
): { shown: string; plain: string } | null {
  if (id === 'count') return { shown: format.count(summary.numbers), plain: String(summary.numbers) };
  const value = summary[id];
  if (value === null) return null;
  if (id === 'share') return { shown: format.percent(value, 1), plain: String(value) };
  // An average may lie between two of the smallest units.
  return { shown: format.money(value, money), plain: plain(Math.round(value)) };
}
