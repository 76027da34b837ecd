import type { Tokens } from '../style/tokens';
import type { ChartSeries } from './chartOption';

export interface Rule {
  x: number;
  name: string;
  /** A `season` day keeps its date: its name stands at the axis, without a line. */
  kind: 'today' | 'festival' | 'season';
}

/** Vertical rules with names: the day up to which things are known, and feasts that move. */
export function ruleSeries(rules: readonly Rule[], tokens: Tokens): ChartSeries {
  return {
    type: 'line',
    name: 'rules',
    data: [],
    silent: true,
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      data: rules.map(({ x, name, kind }) => ({
        xAxis: x,
        lineStyle: {
          color: kind === 'season' ? 'transparent' : kind === 'today' ? tokens.ink3 : tokens.edge,
          width: 1,
          type: kind === 'today' ? 'solid' : ([1, 4] as number[]),
        },
        label: {
          formatter: name,
          position: kind === 'season' ? 'start' : 'end',
          color: kind === 'today' ? tokens.ink : tokens.ink3,
          fontFamily: tokens.font,
          fontSize: 11,
          fontWeight: kind === 'today' ? 600 : 400,
          ...placeOf(kind),
        },
      })),
    },
  };
}

/** Offsets as arrays of their own: the chart wants to write into them. */
function placeOf(kind: Rule['kind']) {
  if (kind === 'today') return { distance: 6 };
  return kind === 'festival' ? { align: 'left' as const, offset: [6, 20] } : { distance: 0, offset: [0, -16] };
}
