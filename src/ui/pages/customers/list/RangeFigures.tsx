import { Show } from 'solid-js';
import { useText } from '../../../components/TextProvider';

/** What a selection amounts to; sum and mean only where one kind of number is selected. */
export interface RangeSum {
  count: number;
  sum: string | null;
  average: string | null;
}

/** Count, sum and mean of the selected cells, in the status bar. */
export function RangeFigures(props: { figures: RangeSum | null }) {
  const { t, format } = useText();
  return (
    <Show when={props.figures}>
      {(figures) => (
        <span class="range-figures" aria-live="polite">
          {t('customerList.selection.count')} <b>{format().count(figures().count)}</b>
          <Show when={figures().sum}>
            {(sum) => (
              <>
                {' · '}
                {t('customerList.selection.sum')} <b>{sum()}</b>
              </>
            )}
          </Show>
          <Show when={figures().average}>
            {(average) => (
              <>
                {' · '}
                {t('customerList.selection.average')} <b>{average()}</b>
              </>
            )}
          </Show>
        </span>
      )}
    </Show>
  );
}
