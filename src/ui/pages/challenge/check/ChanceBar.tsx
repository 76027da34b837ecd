import { Show } from 'solid-js';
import type { Verdict } from '~/domain/challenge';
import { useText } from '../../../components/TextProvider';
import { toneOf } from './findings';

/** A chance as a figure and a bar in the colour of its verdict. */
export function ChanceBar(props: { chance: number | null; verdict: Verdict | null }) {
  const { format } = useText();
  return (
    <span class={`chance ${toneOf(props.verdict)}`}>
      <span class="chance__figure number">{props.chance === null ? '–' : format().probability(props.chance)}</span>
      <Show when={props.chance !== null}>
        <span class="chance__track" aria-hidden="true">
          <span class="chance__bar" style={{ width: `${Math.round((props.chance ?? 0) * 100)}%` }} />
        </span>
      </Show>
    </span>
  );
}
