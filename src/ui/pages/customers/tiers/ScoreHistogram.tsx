import { createMemo, For, Show } from 'solid-js';
import type { CustomersView } from '~/domain/view';
import { useText } from '../../../components/TextProvider';
import { histogramPieces } from './histogramPieces';

const WIDTH = 372;
const TOP = 34;
const FLOOR = 112;
const AXIS = [0, 25, 50, 75, 100];

/** Customers by score, with the lines where A and B begin. */
export function ScoreHistogram(props: { view: CustomersView }) {
  const { t, format } = useText();
  const x = (score: number) => (score / 100) * WIDTH;
  const pieces = createMemo(() => histogramPieces(props.view));
  const largest = () => Math.max(1, ...props.view.histogram.map(({ count }) => count));
  const height = (count: number) => (count / largest()) * (FLOOR - TOP);
  const lines = createMemo(() => {
    const { a, b } = props.view.cuts;
    const cuts: { tier: 'A' | 'B'; score: number; y: number }[] = [];
    // B stands lower, so that lines close to each other keep both names legible.
    if (b !== null) cuts.push({ tier: 'B', score: b, y: a !== null && a - b < (a > 80 ? 56 : 28) ? 24 : 10 });
    if (a !== null) cuts.push({ tier: 'A', score: a, y: 10 });
    return cuts;
  });
  const words = (line: { tier: string; score: number }) =>
    t('customers.from', { tier: line.tier, score: format().number(line.score, 0) });
  const said = () => [t('customers.histogram'), ...lines().map(words)].join(t.language === 'zh-CN' ? '，' : ', ');
  return (
    <svg class="histogram" viewBox={`0 0 ${WIDTH} 132`} role="img" aria-label={said()}>
      <For each={pieces()}>
        {(piece) => (
          <rect
            class={`histogram__bar histogram__bar--${piece.tier}`}
            x={x(piece.from) + 0.5}
            y={FLOOR - height(piece.count)}
            width={Math.max(0.5, x(piece.to) - x(piece.from) - 1)}
            height={height(piece.count)}
          />
        )}
      </For>
      <path class="histogram__floor" d={`M0 ${FLOOR + 0.5}H${WIDTH}`} />
      <For each={lines()}>
        {(line) => (
          <>
            <path class="histogram__cut" d={`M${x(line.score)} ${line.y - 8}V${FLOOR}`} />
            <text
              class="histogram__word"
              x={x(line.score) + (line.score > 80 ? -4 : 4)}
              y={line.y}
              text-anchor={line.score > 80 ? 'end' : 'start'}
            >
              {words(line)}
            </text>
          </>
        )}
      </For>
      <For each={AXIS}>
        {(score) => (
          <text
            class="histogram__axis"
            x={x(score)}
            y={FLOOR + 16}
            text-anchor={score === 0 ? 'start' : score === 100 ? 'end' : 'middle'}
          >
            {format().count(score)}
          </text>
        )}
      </For>
      <Show when={pieces().length === 0}>
        <text class="histogram__axis" x={0} y={FLOOR - 8}>
          {t('customers.notScored')}
        </text>
      </Show>
    </svg>
  );
}
