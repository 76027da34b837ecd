import type { Tokens } from '../style/tokens';
import type { ChartSeries, LineChartOption } from './chartOption';
import { tooltipBox } from './tooltipBox';

export interface ChartFrameOptions {
  tokens: Tokens;
  months: number;
  /** Text under the month with this index; '' for none. */
  monthLabel(index: number): string;
  amount(value: number): string;
  tooltip(index: number): string;
  /** Room at the right for the names of the lines. */
  right: number;
  series: ChartSeries[];
}

/** Room above the plot for the name of the day. */
const TOP = 24;
const AXIS_SIZE = 11;

/**
 * Axes, hairlines and tooltip of a chart over months. Every month is one unit wide on the lower scale (0 … months), so
 * that a day can stand within its month; the labels sit on a second scale of whole months.
 */
export function chartFrame(options: ChartFrameOptions): LineChartOption {
  const { tokens, months } = options;
  const text = { color: tokens.ink3, fontFamily: tokens.font, fontSize: AXIS_SIZE };
  return {
    animation: false,
    textStyle: { fontFamily: tokens.font },
    grid: {
      top: TOP,
      right: options.right,
      bottom: 4,
      left: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      ...tooltipBox(tokens),
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        // The pointer snaps to a point: in the middle of its month, or at its end for sums.
        const { axisValue } = first as { axisValue?: number };
        return options.tooltip(Math.min(months - 1, Math.max(0, Math.ceil(axisValue ?? 0) - 1)));
      },
    },
    xAxis: [
      { type: 'value', min: 0, max: months, show: false, splitLine: { show: false } },
      {
        type: 'category',
        position: 'bottom',
        data: Array.from({ length: months }, (_, index) => options.monthLabel(index)),
        axisPointer: { show: false },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: tokens.line2 } },
        axisLabel: { ...text, interval: 0, lineHeight: 15, hideOverlap: true, align: 'center' },
      },
    ],
    yAxis: {
      type: 'value',
      splitNumber: 5,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, formatter: (value: number) => options.amount(value) },
      splitLine: { lineStyle: { color: tokens.line, width: 1 } },
    },
    series: options.series,
  };
}
