import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createUniqueId, For, Show } from 'solid-js';
import type { TableFormat } from '~/domain/packView';
import { useText } from '../../components/TextProvider';
import { dateReadings } from './dateReadings';

const ORDERS = ['mdy', 'dmy'] as const;
/** Said where the open dates stand too far down to be seen here. */
const FALLBACK = '03/04/2026';

export interface DateQuestionProps {
  column: string;
  /** Cells as the file has them, to ask by one of them. */
  cells: readonly string[];
  /** True while the check waits for the answer. */
  open: boolean;
  chosen: TableFormat['dateOrder'];
  onChoose: (order: 'mdy' | 'dmy') => void;
}

/** Asked only where the dates of a column can be read in two ways: 3/4 as the fourth of March or the third of April. */
export function DateQuestion(props: DateQuestionProps) {
  const { t, format } = useText();
  const group = createUniqueId();
  const readings = () => dateReadings([...props.cells, FALLBACK]);
  const words = (order: 'mdy' | 'dmy') => {
    const found = readings();
    if (!found) return '';
    return order === 'mdy'
      ? t('import.dateMdy', { day: format().longDay(found.monthFirst) })
      : t('import.dateDmy', { day: format().longDay(found.dayFirst) });
  };
  return (
    <Show when={props.open || props.chosen === 'mdy' || props.chosen === 'dmy'}>
      <div
        class="import-note"
        classList={{ 'import-note--warn': props.chosen === null }}
        role="radiogroup"
        aria-labelledby={`${group}-title`}
      >
        <h3 id={`${group}-title`} class="type-section">
          <Show when={props.chosen === null} fallback={t('import.dateChosen')}>
            <TriangleAlert size={14} class="tone-warn" stroke-width={1.5} aria-hidden="true" />{' '}
            {t('import.dateQuestion', { text: readings()?.text ?? FALLBACK })}
          </Show>
        </h3>
        <Show when={props.chosen === null}>
          <p class="quiet">{t('import.dateWhy', { column: props.column })}</p>
        </Show>
        <For each={ORDERS}>
          {(order) => (
            <label class="choice-line">
              <input
                type="radio"
                name={group}
                checked={props.chosen === order}
                onChange={() => props.onChoose(order)}
              />
              {words(order)}
            </label>
          )}
        </For>
      </div>
    </Show>
  );
}
