import type { Tokens } from '../style/tokens';
import type { LineChartOption } from './chartOption';
import { tooltipBox } from './tooltipBox';

export interface ParetoCurve {
  /** The largest `members` make `share` of all, rising. */
  points: readonly { members: number; share: number }[];
  name: string;
  /** Shares that are ruled across. */
  cuts: readonly number[];
  count(value: number): string;
  share(value: number): string;
}

/** How few bring how much: members from the largest along, their share of all up, with rules at the cuts. */
export function paretoOption({ points, name, cuts, count, share }: ParetoCurve, tokens: Tokens): LineChartOption {
  const text = { color: tokens.ink3, fontFamily: tokens.font, fontSize: 11 };
  const most = points.at(-1)?.members ?? 0;
  return {
    animation: false,
    textStyle: { fontFamily: tokens.font },
    grid: { top: 16, right: 16, bottom: 4, left: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...tooltipBox(tokens),
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        const point = points[first?.dataIndex ?? 0];
        return point ? `${count(point.members)}\n${name}  ${share(point.share)}` : '';
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: most,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.line2 } },
      axisLabel: { ...text, hideOverlap: true, formatter: (value: number) => count(value) },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.2,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, formatter: (value: number) => share(value) },
      splitLine: { lineStyle: { color: tokens.line, width: 1 } },
    },
    series: [
      {
        type: 'line',
        name,
        showSymbol: false,
        lineStyle: { color: tokens.s1, width: 2 },
        itemStyle: { color: tokens.s1 },
        data: points.map((point) => [point.members, point.share]),
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: tokens.edge, type: 'dashed', width: 1 },
          label: { ...text, position: 'insideEndTop', formatter: ({ value }) => share(Number(value)) },
          data: cuts.map((cut) => ({ yAxis: cut })),
        },
      },
    ],
  };
}
