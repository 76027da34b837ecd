import { For } from 'solid-js';

export type LegendRole = 'actual' | 'target' | 'forecast' | 'lastYear' | 'today';

/** Names the fixed roles of a chart: the same line means the same everywhere. */
export function Legend(props: { items: readonly { role: LegendRole; label: string }[] }) {
  return (
    <ul class="legend">
      <For each={props.items}>
        {(item) => (
          <li class="legend__item">
            <svg width="40" height="4" viewBox="0 0 40 4" aria-hidden="true">
              <path class={`legend__line legend__line--${item.role}`} d="M0 2H40" />
            </svg>
            {item.label}
          </li>
        )}
      </For>
    </ul>
  );
}
