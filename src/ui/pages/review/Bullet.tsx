import { createMemo, Show } from 'solid-js';
import type { KpiCard } from '~/domain/view';
import { bulletShape } from './bullet';

/** Value as a bar, limit as a mark. Decoration: the numbers beside it say the same. */
export function Bullet(props: { card: KpiCard }) {
  const shape = createMemo(() => bulletShape(props.card));
  return (
    <svg class="bullet" preserveAspectRatio="none" viewBox="0 0 100 14" aria-hidden="true">
      <Show when={shape()}>
        {(bullet) => (
          <>
            <rect class="bullet__track" y={4} width={100} height={6} />
            <rect
              class="bullet__bar"
              x={bullet().from}
              y={4}
              width={Math.max(0, bullet().to - bullet().from)}
              height={6}
            />
            <Show when={bullet().mark}>
              {(mark) => <path class="bullet__mark" d={`M${mark()} 0V14`} vector-effect="non-scaling-stroke" />}
            </Show>
          </>
        )}
      </Show>
    </svg>
  );
}
