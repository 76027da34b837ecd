import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { useText } from '../../components/TextProvider';
import { markReadings } from './markQuestion';

const MARKS = ['.', ','] as const;

export interface MarkQuestionProps {
  /** The open question of this table; null once it is answered. */
  issue: Issue | null;
  onChoose: (mark: '.' | ',') => void;
}

/** Asked only where the numbers of a column can be read in two ways: 1.234 as a thousand or as one and a bit. */
export function MarkQuestion(props: MarkQuestionProps) {
  const { t, format } = useText();
  const group = createUniqueId();
  const [chosen, setChosen] = createSignal<'.' | ',' | null>(null);
  // The question stays under the answer: what was chosen by mistake is chosen again.
  const asked = createMemo<Issue | null>((before) => props.issue ?? before, null);
  const text = () => String(asked()?.params?.value ?? '');
  const words = (mark: '.' | ',') => {
    const found = markReadings(text()) ?? { point: 0, comma: 0 };
    return mark === '.'
      ? t('import.markPoint', { number: format().number(found.point, decimalsOf(found.point)) })
      : t('import.markComma', { number: format().number(found.comma, decimalsOf(found.comma)) });
  };
  return (
    <Show when={asked() && (props.issue || chosen())}>
      <div
        class="import-note"
        classList={{ 'import-note--warn': chosen() === null }}
        role="radiogroup"
        aria-labelledby={`${group}-title`}
      >
        <h3 id={`${group}-title`} class="type-section">
          <Show when={chosen() === null}>
            <TriangleAlert size={14} class="tone-warn" stroke-width={1.5} aria-hidden="true" />{' '}
          </Show>
          {t('import.markQuestion', { text: text() })}
        </h3>
        <p class="quiet">{t('import.markWhy', { column: String(asked()?.place?.column ?? '') })}</p>
        <For each={MARKS}>
          {(mark) => (
            <label class="choice-line">
              <input
                type="radio"
                name={group}
                checked={chosen() === mark}
                onChange={() => {
                  setChosen(mark);
                  props.onChoose(mark);
                }}
              />
              {words(mark)}
            </label>
          )}
        </For>
      </div>
    </Show>
  );
}

const decimalsOf = (value: number): number => (Number.isInteger(value) ? 0 : 3);
