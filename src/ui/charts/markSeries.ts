import type { Tokens } from '../style/tokens';
import type { ChartSeries } from './chartOption';

/** Single values that people gave beside a line: rings for what sellers say, diamonds for what was decided. */
export function markSeries(
  kind: 'own' | 'override',
  points: readonly (readonly [number, number])[],
  tokens: Tokens,
): ChartSeries {
  const colour = kind === 'own' ? tokens.ink2 : tokens.ink;
  return {
    type: 'line',
    name: kind,
    z: kind === 'own' ? 7 : 8,
    lineStyle: { width: 0, opacity: 0 },
    symbol: kind === 'own' ? 'emptyCircle' : 'diamond',
    symbolSize: kind === 'own' ? 7 : 10,
    showSymbol: true,
    itemStyle: { color: colour, borderColor: colour, borderWidth: 1.5 },
    tooltip: { show: false },
    emphasis: { disabled: true },
    data: points.map(([x, y]) => [x, y]),
  };
}
