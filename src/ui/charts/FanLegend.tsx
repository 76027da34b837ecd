import { For, Show } from 'solid-js';
import { useText } from '../components/TextProvider';
import type { FanMarks } from './fanOption';

/** Names what has no end of its own in a fan: lines by their stroke, ranges by their wash. */
export function FanLegend(props: { levels: readonly number[]; hasTarget: boolean; marks: FanMarks }) {
  const { t } = useText();
  return (
    <ul class="legend">
      <Line line="actual" label={t('forecast.actual')} />
      <Line line="forecast" label={t('forecast.median')} />
      <For each={props.levels}>
        {(level, index) => (
          <li class="legend__item">
            <svg width="16" height="10" viewBox="0 0 16 10" aria-hidden="true">
              <rect class={`fan-wash fan-wash--${index()}`} width="16" height="10" />
            </svg>
            {t('forecast.interval', { level: Math.round(level * 100) })}
          </li>
        )}
      </For>
      <Show when={props.hasTarget}>
        <Line line="target" label={t('forecast.target')} />
      </Show>
      <Show when={props.marks.own.size > 0}>
        <li class="legend__item">
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <circle class="fan-own" cx="5" cy="5" r="3.5" />
          </svg>
          {t('forecast.ownRow')}
        </li>
      </Show>
      <Show when={props.marks.override.size > 0}>
        <li class="legend__item">
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <path class="fan-override" d="M5 0.5L9.5 5L5 9.5L0.5 5Z" />
          </svg>
          {t('forecast.override')}
        </li>
      </Show>
    </ul>
  );
}

function Line(props: { line: 'actual' | 'forecast' | 'target'; label: string }) {
  return (
    <li class="legend__item">
      <svg width="18" height="4" viewBox="0 0 18 4" aria-hidden="true">
        <path class={`legend__line legend__line--${props.line}`} d="M0 2H18" />
      </svg>
      {props.label}
    </li>
  );
}
