import { dayOf, type PeriodId } from '~/domain/period';
import type { ForecastPoint, ForecastView } from '~/domain/view';
import { springFestival } from '~/domain/workingDays';
import type { Tokens } from '../style/tokens';
import { type BandPoint, bandSeries } from './bandSeries';
import { chartFrame } from './chartFrame';
import type { LineChartOption } from './chartOption';
import type { ChartWords } from './chartWords';
import { lineSeries } from './lineSeries';
import { markSeries } from './markSeries';
import { monthScale } from './monthScale';
import { type Rule, ruleSeries } from './ruleSeries';

type FanView = Pick<ForecastView, 'points' | 'asOf' | 'running'>;

export interface FanOptions {
  words: ChartWords;
  tokens: Tokens;
  /** Whether Spring Festival moves sales here. */
  festivals: boolean;
  marks?: FanMarks;
}

/** What people say of months beside the model, minor units. */
export interface FanMarks {
  override: ReadonlyMap<PeriodId, number>;
  own: ReadonlyMap<PeriodId, number>;
}

/** How strongly a range is washed: the narrow one lies on the wide one. */
const WASHES = [0.36, 0.14, 0.08];

/** What came and what is likely, month by month, with the target as a step line and the feasts that move sales. */
export function fanOption(view: FanView, { words, tokens, festivals, marks }: FanOptions): LineChartOption {
  const { points } = view;
  const periods = points.map(({ period }) => period);
  const lastKnown = points.findLastIndex(({ actual }) => actual !== null);
  const levels = fanLevels(points);
  const marked = (of: ReadonlyMap<PeriodId, number> | undefined) => pointsOf(points, of);
  return chartFrame({
    tokens,
    months: points.length,
    monthLabel: (index) => monthLabel(periods[index], words),
    amount: (value) => words.axis(value, mostOf(points)),
    tooltip: (index) => tooltipText(points[index], { running: view.running, marks }, words),
    right: 12,
    series: [
      ...levels.toReversed().flatMap((level) =>
        bandSeries(bandOf(points, { level, lastKnown }), {
          name: `range ${level}`,
          colour: tokens.forecast,
          opacity: WASHES[levels.indexOf(level)] ?? WASHES[1],
        }),
      ),
      lineSeries('target', { tokens, points: stepsOf(points), endLabel: null, unsnapped: true }),
      lineSeries('forecast', { tokens, points: forecastLine(points, lastKnown), endLabel: null }),
      ...actualRuns(points).map((run) => lineSeries('actual', { tokens, points: run, endLabel: null, dots: 'all' })),
      markSeries('own', marked(marks?.own), tokens),
      markSeries('override', marked(marks?.override), tokens),
      ruleSeries([...todayRule(view, words), ...(festivals ? festivalRules(view, words) : [])], tokens),
    ],
  });
}

/** Levels of the ranges, narrowest first. */
export const fanLevels = (points: readonly ForecastPoint[]): number[] =>
  (points.find(({ intervals }) => intervals.length > 0)?.intervals ?? [])
    .map(({ level }) => level)
    .sort((a, b) => a - b);

const mostOf = (points: readonly ForecastPoint[]): number =>
  Math.max(
    0,
    ...points.flatMap(({ actual, mean, target, intervals }) => [
      actual ?? 0,
      mean ?? 0,
      target ?? 0,
      ...intervals.map(({ upper }) => upper),
    ]),
  );

const middle = (index: number): number => index + 0.5;

/** An unknown month tears the line: it is not bridged by one. */
function actualRuns(points: readonly ForecastPoint[]): [number, number][][] {
  const runs: [number, number][][] = [];
  points.forEach(({ actual }, index) => {
    if (actual === null) return;
    const run = runs[runs.length - 1];
    const joins = index > 0 && points[index - 1].actual !== null;
    if (run && joins) run.push([middle(index), actual]);
    else runs.push([[middle(index), actual]]);
  });
  return runs;
}

/** The line starts where history ends, so that both are one. */
function forecastLine(points: readonly ForecastPoint[], lastKnown: number): [number, number][] {
  const come = points[lastKnown]?.actual ?? null;
  return [
    ...(come === null ? [] : [[middle(lastKnown), come] as [number, number]]),
    ...points.flatMap(({ mean }, index): [number, number][] => (mean === null ? [] : [[middle(index), mean]])),
  ];
}

function bandOf(
  points: readonly ForecastPoint[],
  { level, lastKnown }: { level: number; lastKnown: number },
): BandPoint[] {
  const come = points[lastKnown]?.actual ?? null;
  return [
    ...(come === null ? [] : [{ x: middle(lastKnown), lower: come, upper: come }]),
    ...points.flatMap(({ intervals }, index) => {
      const range = intervals.find((interval) => interval.level === level);
      return range ? [{ x: middle(index), lower: range.lower, upper: range.upper }] : [];
    }),
  ];
}

/** Where people's numbers stand, in the middle of their months. */
const pointsOf = (
  points: readonly ForecastPoint[],
  of: ReadonlyMap<PeriodId, number> | undefined,
): [number, number][] =>
  points.flatMap(({ period }, index): [number, number][] => {
    const amount = of?.get(period);
    return amount === undefined ? [] : [[middle(index), amount]];
  });

/** A target holds for its whole month. */
const stepsOf = (points: readonly ForecastPoint[]): [number, number][] =>
  points.flatMap(({ target }, index): [number, number][] =>
    target === null
      ? []
      : [
          [index, target],
          [index + 1, target],
        ],
  );

function todayRule({ points, asOf }: FanView, words: ChartWords): Rule[] {
  const x = asOf === null ? null : monthScale(points.map(({ period }) => period)).endOf(asOf);
  return x === null ? [] : [{ x, name: words.today, kind: 'today' }];
}

function festivalRules({ points }: FanView, words: ChartWords): Rule[] {
  const periods = points.map(({ period }) => period);
  const scale = monthScale(periods);
  return [...new Set(periods.map((id) => Number(id.slice(0, 4))))].flatMap((year): Rule[] => {
    const day = springFestival(year);
    const x = day === null ? null : scale.startOf(day);
    const october = scale.startOf(dayOf(year, 10, 1));
    return [
      ...(day === null || x === null ? [] : [{ x, name: words.festival(day), kind: 'festival' as const }]),
      ...(october === null ? [] : [{ x: october, name: words.nationalDay, kind: 'season' as const }]),
    ];
  });
}

/** Every third month, the year below its first one. */
function monthLabel(period: string, words: ChartWords): string {
  const month = Number(period.slice(5, 7));
  if (month % 3 !== 1) return '';
  return month === 1 ? `${words.month(period)}\n${period.slice(0, 4)}` : words.month(period);
}

function tooltipText(
  point: ForecastPoint,
  { running, marks }: Pick<FanView, 'running'> & Pick<FanOptions, 'marks'>,
  words: ChartWords,
): string {
  const line = (name: string, text: string | null) => (text === null ? [] : [`${name}  ${text}`]);
  const shown = (amount: number | null) => (amount === null ? null : words.money(amount));
  const soFar = running?.period === point.period ? running.actual : null;
  return [
    words.longMonth(point.period),
    ...line(words.actual, shown(point.actual)),
    ...line(words.soFar, shown(soFar)),
    ...line(words.forecast, shown(point.mean)),
    ...point.intervals.flatMap(({ level, lower, upper }) =>
      line(words.interval(level), `${words.money(lower)}–${words.money(upper)}`),
    ),
    ...line(words.target, shown(point.target)),
    ...line(words.own, shown(marks?.own.get(point.period) ?? null)),
    ...line(words.override, shown(marks?.override.get(point.period) ?? null)),
  ].join('\n');
}
