import { Show } from 'solid-js';
import { useText } from '../../../components/TextProvider';
import { stretchShade } from './stretchShade';

/** How much more than expected is asked, as a figure and a bar: to the right of the middle above the forecast, the more the redder. */
export function StretchBar(props: { stretch: number | null }) {
  const { format } = useText();
  return (
    <span class="stretch">
      <span class="stretch__figure number">{props.stretch === null ? '–' : format().growth(props.stretch)}</span>
      <Show when={props.stretch}>
        {(stretch) => {
          const shade = () => stretchShade(stretch());
          return (
            <span class="stretch__track" aria-hidden="true">
              <span
                class={`stretch__bar stretch__bar--${shade().side}`}
                style={{ width: `${shade().width}%`, '--heat': `${shade().heat}%` }}
              />
            </span>
          );
        }}
      </Show>
    </span>
  );
}
