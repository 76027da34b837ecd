import type { Tokens } from '../style/tokens';
import type { ChartOption } from './chartOption';
import { tooltipBox } from './tooltipBox';

export interface BarFrameOptions {
  tokens: Tokens;
  labels: readonly string[];
  amount(value: number): string;
  tooltip(index: number): string;
  series: ChartOption['series'];
  /** A second scale at the right in shares from 0 to 1. */
  shares?: (share: number) => string;
}

/** Axes, hairlines and tooltip of a chart whose bars stand side by side under their names. */
export function barFrame({ tokens, labels, amount, tooltip, series, shares }: BarFrameOptions): ChartOption {
  const text = { color: tokens.ink3, fontFamily: tokens.font, fontSize: 11 };
  const scale = { type: 'value' as const, axisLine: { show: false }, axisTick: { show: false } };
  return {
    animation: false,
    textStyle: { fontFamily: tokens.font },
    grid: { top: 24, right: 8, bottom: 4, left: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...tooltipBox(tokens),
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        return tooltip(first?.dataIndex ?? 0);
      },
    },
    xAxis: {
      type: 'category',
      data: [...labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.line2 } },
      axisLabel: { ...text, hideOverlap: true, width: 72, overflow: 'truncate' },
    },
    yAxis: [
      {
        ...scale,
        splitNumber: 5,
        axisLabel: { ...text, formatter: (value: number) => amount(value) },
        splitLine: { lineStyle: { color: tokens.line, width: 1 } },
      },
      ...(shares
        ? [
            {
              ...scale,
              min: 0,
              max: 1,
              interval: 0.2,
              axisLabel: { ...text, formatter: (value: number) => shares(value) },
              splitLine: { show: false },
            },
          ]
        : []),
    ],
    series,
  };
}
