import type { ChartPart, PlanChart } from '~/domain/range';
import type { Tokens } from '../style/tokens';
import { barFrame } from './barFrame';
import type { ChartOption } from './chartOption';
import { cumulativeShares } from './cumulativeShares';
import { waterfallSteps } from './waterfallSteps';

/** What a chart of the plan says, in the language and unit of the page. */
export interface PlanChartWords {
  target: string;
  lastYear: string;
  name(part: ChartPart): string;
  money(amount: number | null): string;
  axis(amount: number, most: number): string;
  change(amount: number | null): string;
  percent(share: number | null): string;
}

type Draw = (chart: PlanChart, options: { words: PlanChartWords; tokens: Tokens }) => ChartOption;

/** The chart beside the grid: every part keeps the id of its row, so that a click finds it there. */
export const planChartOption: Draw = (chart, options) => DRAW[chart.kind](chart, options);

const mostOf = (parts: readonly ChartPart[]): number =>
  Math.max(0, ...parts.map(({ target, lastYear }) => Math.max(Math.abs(target ?? 0), Math.abs(lastYear ?? 0))));

const label = (tokens: Tokens) => ({ show: true, color: tokens.ink2, fontFamily: tokens.font, fontSize: 11 });

/** Sums stand on the ground, steps hang between them; a fall is drawn hollow, so that it reads without colour. */
const waterfall: Draw = ({ parts }, { words, tokens }) => {
  const steps = waterfallSteps(parts);
  const most = Math.max(0, ...steps.map(({ top }) => top));
  const fill = (index: number) => {
    const { kind } = steps[index];
    if (kind === 'target') return { color: tokens.accent };
    if (kind === 'lastYear') return { color: tokens.edge };
    return kind === 'rise'
      ? { color: tokens.ink3 }
      : { color: tokens.surface, borderColor: tokens.ink3, borderWidth: 1.5, borderType: 'dashed' as const };
  };
  const said = (index: number): string => {
    const { kind } = steps[index];
    const amount = parts[index].target;
    return kind === 'rise' || kind === 'fall' ? words.change(amount) : words.money(amount);
  };
  return barFrame({
    tokens,
    labels: parts.map(words.name),
    amount: (value) => words.axis(value, most),
    tooltip: (index) => `${words.name(parts[index])}\n${said(index)}`,
    series: [
      {
        type: 'bar',
        stack: 'all',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: steps.map(({ base }) => base),
      },
      {
        type: 'bar',
        stack: 'all',
        barMaxWidth: 44,
        label: { ...label(tokens), position: 'top', formatter: ({ dataIndex }) => said(dataIndex) },
        data: steps.map(({ height }, index) => ({ value: height, id: parts[index].id, itemStyle: fill(index) })),
      },
    ],
  });
};

/** Months of the target as bars, last year as a line: the shapes are what is compared. */
const season: Draw = ({ parts }, { words, tokens }) =>
  barFrame({
    tokens,
    labels: parts.map(words.name),
    amount: (value) => words.axis(value, mostOf(parts)),
    tooltip: (index) =>
      [
        words.name(parts[index]),
        `${words.target}  ${words.money(parts[index].target)}`,
        `${words.lastYear}  ${words.money(parts[index].lastYear)}`,
      ].join('\n'),
    series: [
      {
        type: 'bar',
        barMaxWidth: 28,
        itemStyle: { color: tokens.accent },
        data: parts.map(({ target, id }) => ({ value: target ?? '-', id })),
      },
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: 4,
        itemStyle: { color: tokens.edge },
        lineStyle: { color: tokens.edge, width: 1.25 },
        data: parts.map(({ lastYear }) => lastYear ?? '-'),
      },
    ],
  });

/** Shares of the rows below: the larger, the more ink. */
const treemap: Draw = ({ parts }, { words, tokens }) => {
  const shown = parts.filter(({ target }) => (target ?? 0) > 0);
  const total = shown.reduce((sum, { target }) => sum + (target ?? 0), 0);
  const most = mostOf(shown);
  return {
    animation: false,
    textStyle: { fontFamily: tokens.font },
    tooltip: { renderMode: 'richText', confine: true, transitionDuration: 0 },
    series: [
      {
        type: 'treemap',
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        itemStyle: { borderColor: tokens.surface, borderWidth: 1, gapWidth: 2 },
        label: { color: tokens.ink, fontFamily: tokens.font, fontSize: 12, overflow: 'truncate' },
        emphasis: { itemStyle: { borderColor: tokens.accent }, label: { color: tokens.ink } },
        tooltip: { formatter: ({ name, value }) => `${name}\n${words.money(Number(value))}` },
        data: shown.map((part) => ({
          id: part.id,
          name: `${words.name(part)}\n${words.percent((part.target ?? 0) / total)}`,
          value: part.target ?? 0,
          itemStyle: { color: inked(tokens, (part.target ?? 0) / most) },
        })),
      },
    ],
  };
};

/** The accent mixed 3 to 46 % into the surface. */
function inked({ surface, accent }: Tokens, share: number): string {
  const part = (hex: string, at: number): number => Number.parseInt(hex.slice(1 + at * 2, 3 + at * 2), 16);
  const mix = 0.03 + 0.43 * share;
  const channel = (at: number): number => Math.round(part(surface, at) * (1 - mix) + part(accent, at) * mix);
  return `rgb(${channel(0)}, ${channel(1)}, ${channel(2)})`;
}

/** The largest first, and what they make up together. */
const pareto: Draw = ({ parts }, { words, tokens }) => {
  const shares = cumulativeShares(parts.map(({ target }) => target));
  return barFrame({
    tokens,
    labels: parts.map(words.name),
    amount: (value) => words.axis(value, mostOf(parts)),
    shares: words.percent,
    tooltip: (index) =>
      `${words.name(parts[index])}\n${words.money(parts[index].target)}\n${words.percent(shares[index])}`,
    series: [
      {
        type: 'bar',
        barMaxWidth: 28,
        itemStyle: { color: tokens.accent },
        data: parts.map(({ target, id }) => ({ value: target ?? '-', id })),
      },
      {
        type: 'line',
        yAxisIndex: 1,
        symbol: 'circle',
        symbolSize: 4,
        itemStyle: { color: tokens.ink },
        lineStyle: { color: tokens.ink, width: 1.5 },
        data: shares.map((share) => share ?? '-'),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { formatter: '80%', color: tokens.ink3, fontSize: 11 },
          lineStyle: { color: tokens.edge, type: 'dashed', width: 1 },
          data: [{ yAxis: 0.8 }],
        },
      },
    ],
  });
};

const DRAW: Record<PlanChart['kind'], Draw> = { waterfall, season, treemap, pareto };
