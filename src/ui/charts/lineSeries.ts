import type { Tokens } from '../style/tokens';
import type { ChartSeries } from './chartOption';

export type LineRole = 'actual' | 'target' | 'forecast' | 'lastYear';

export interface LineSeriesOptions {
  tokens: Tokens;
  /** [position, amount] in order. */
  points: readonly (readonly [number, number])[];
  /** What stands at the end of the line; null = its name stands elsewhere. */
  endLabel: string | null;
  /** Draws every value (history) or only the last one (where we stand). */
  dots?: 'all' | 'last';
  /** Not to be snapped to by the pointer: its points do not stand where the months' do. */
  unsnapped?: boolean;
  /** Below the end of the line, where another line goes on. */
  labelBelow?: boolean;
}

/** The same line means the same everywhere: role, never colour, is what a chart names. */
export function lineSeries(role: LineRole, options: LineSeriesOptions): ChartSeries {
  const { tokens, points, endLabel, dots } = options;
  const look = LOOKS[role];
  const colour = tokens[look.colour];
  const last = points.length - 1;
  return {
    type: 'line',
    name: role,
    z: look.layer,
    lineStyle: { color: colour, width: look.width, type: look.dash ?? 'solid' },
    itemStyle: { color: colour },
    symbol: dots ? 'circle' : 'none',
    symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
      dots === 'all' ? 4 : dataIndex === last && dots === 'last' ? 8 : 0,
    showSymbol: dots !== undefined,
    emphasis: { disabled: true },
    ...(options.unsnapped ? { tooltip: { show: false } } : {}),
    data: points.map(([x, y]) => [x, y]),
    ...(endLabel === null
      ? {}
      : {
          endLabel: {
            show: true,
            formatter: () => endLabel,
            color: role === 'lastYear' ? tokens.ink2 : colour,
            fontFamily: tokens.font,
            fontSize: 12,
            lineHeight: 18,
            fontWeight: role === 'lastYear' ? 400 : 600,
            distance: 8,
            ...(options.labelBelow ? { offset: [0, 14] } : {}),
          },
          labelLayout: { moveOverlap: 'shiftY' as const },
        }),
  };
}

interface Look {
  colour: 'ink' | 'accent' | 'forecast' | 'edge';
  width: number;
  dash?: number[];
  layer: number;
}

const LOOKS: Record<LineRole, Look> = {
  lastYear: { colour: 'edge', width: 1.25, layer: 3 },
  target: { colour: 'accent', width: 1.5, layer: 4 },
  forecast: { colour: 'forecast', width: 2, dash: [5, 3], layer: 5 },
  actual: { colour: 'ink', width: 2, layer: 6 },
};
