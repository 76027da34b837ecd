import { For } from 'solid-js';
import { VERDICTS, type Verdict } from '~/domain/challenge';
import { useText } from './TextProvider';
import './verdictMark.css';

/** How hard a target is: four signal bars and a word, never colour alone. Null = nobody can tell. */
export function VerdictMark(props: { verdict: Verdict | null; bare?: boolean }) {
  const { t } = useText();
  const bars = () => (props.verdict === null ? 0 : VERDICTS.indexOf(props.verdict) + 1);
  return (
    <span class={`verdict verdict--${props.verdict ?? 'unknown'}`}>
      <svg class="verdict__bars" viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">
        <For each={[0, 1, 2, 3]}>
          {(bar) => (
            <rect
              x={bar * 3.6}
              y={9 - bar * 3}
              width="2.4"
              height={3 + bar * 3}
              class={bar < bars() ? 'verdict__on' : 'verdict__off'}
            />
          )}
        </For>
      </svg>
      <span classList={{ unseen: props.bare }}>{t(`challenge.verdict.${props.verdict ?? 'unknown'}`)}</span>
    </span>
  );
}
