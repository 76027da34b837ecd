import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createUniqueId, For, Show } from 'solid-js';
import { useText } from '../../components/TextProvider';
import { dateReadings } from './dateReadings';
import { columnOf } from './mappingEdits';
import type { OrderReading } from './orderReading';

const ORDERS = ['mdy', 'dmy'] as const;
/** Said where the open dates stand too far down to be seen here. */
const FALLBACK = '03/04/2026';

/** Asked only where the dates of a column can be read in two ways: 3/4 as the fourth of March or the third of April. */
export function DateQuestion(props: { draft: OrderReading }) {
  const { t, format } = useText();
  const group = createUniqueId();
  const open = () => props.draft.problems().some((issue) => issue.code === 'import/ambiguousDate');
  const column = () => {
    const mapping = props.draft.mapping();
    return mapping && columnOf(mapping, 'date');
  };
  const readings = () => {
    const cells = props.draft.orderFiles().flatMap((file) => {
      const at = file.headers.indexOf(column() ?? '');
      return file.sample.map((row) => row[at] ?? '');
    });
    return dateReadings([...cells, FALLBACK]);
  };
  const chosen = () => props.draft.mapping()?.dateOrder ?? null;
  const words = (order: 'mdy' | 'dmy') => {
    const found = readings();
    if (!found) return '';
    return order === 'mdy'
      ? t('import.dateMdy', { day: format().longDay(found.monthFirst) })
      : t('import.dateDmy', { day: format().longDay(found.dayFirst) });
  };
  return (
    <Show when={open() || chosen() === 'mdy' || chosen() === 'dmy'}>
      <div
        class="import-note"
        classList={{ 'import-note--warn': chosen() === null }}
        role="radiogroup"
        aria-labelledby={`${group}-title`}
      >
        <h3 id={`${group}-title`} class="type-section">
          <Show when={chosen() === null} fallback={t('import.dateChosen')}>
            <TriangleAlert size={14} class="tone-warn" stroke-width={1.5} aria-hidden="true" />{' '}
            {t('import.dateQuestion', { text: readings()?.text ?? FALLBACK })}
          </Show>
        </h3>
        <Show when={chosen() === null}>
          <p class="quiet">{t('import.dateWhy', { column: column() ?? '' })}</p>
        </Show>
        <For each={ORDERS}>
          {(order) => (
            <label class="choice-line">
              <input
                type="radio"
                name={group}
                checked={chosen() === order}
                onChange={() => {
                  const mapping = props.draft.mapping();
                  if (mapping) props.draft.change({ ...mapping, dateOrder: order });
                }}
              />
              {words(order)}
            </label>
          )}
        </For>
      </div>
    </Show>
  );
}
