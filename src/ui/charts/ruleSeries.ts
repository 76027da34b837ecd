import type { Tokens } from '../style/tokens';
import type { ChartSeries } from './chartOption';

export interface Rule {
  x: number;
  name: string;
  kind: 'today' | 'festival';
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
          color: kind === 'today' ? tokens.ink3 : tokens.edge,
          width: 1,
          type: kind === 'today' ? 'solid' : ([1, 4] as number[]),
        },
        label: {
          formatter: name,
          position: 'end',
          color: kind === 'today' ? tokens.ink : tokens.ink3,
          fontFamily: tokens.font,
          fontSize: 11,
          fontWeight: kind === 'today' ? 600 : 400,
          ...(kind === 'today' ? { distance: 6 } : { align: 'left', offset: [6, 20] }),
        },
      })),
    },
  };
}
