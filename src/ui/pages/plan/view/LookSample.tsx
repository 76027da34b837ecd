import { For } from 'solid-js';
import type { LookRule } from '../../../grid/lookRule';

const SAMPLES: Record<LookRule, readonly { mark: string; share: number; text: string }[]> = {
  none: [],
  variance: [
    { mark: 'above-strong', share: 1, text: '+52%' },
    { mark: 'above', share: 0.3, text: '+14%' },
    { mark: 'below', share: 0.3, text: '−12%' },
    { mark: 'below-strong', share: 1, text: '−50%' },
  ],
  bars: [
    { mark: 'bar', share: 1, text: '480' },
    { mark: 'bar', share: 0.4, text: '190' },
  ],
  attainment: [
    { mark: 'short', share: 0.52, text: '78%' },
    { mark: 'reached', share: 0.72, text: '108%' },
  ],
};

/** Cells as a look draws them, for menu and legend. */
export function LookSample(props: { rule: LookRule }) {
  return (
    <span class="look-sample" aria-hidden="true">
      <For each={SAMPLES[props.rule]}>
        {(sample) => (
          <span class="pg-legend__sample" data-mark={sample.mark} style={{ '--pg-share': String(sample.share) }}>
            {sample.text}
          </span>
        )}
      </For>
    </span>
  );
}
