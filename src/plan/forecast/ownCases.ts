import type { JudgedForecast } from '~/domain/forecastView';
import { type Day, monthIndexOf } from '~/domain/period';
import { type ForetellOptions, foretellNode, type NodeSeries } from './foretellNode';
import { kinKnown } from './kin';

/** A month that a seller spoke of before it began, and that has come. Minor units. */
export interface OwnCase {
  month: number;
  said: number;
  actual: number;
  /** The same month a year earlier; null = unknown. */
  naive: number | null;
  /** The model, knowing what was known on the day of the word; null where it could not be asked. */
  model: number | null;
  /** Whole months of the history that were known on that day. */
  known: number;
}

/** Fewer months than this tell a model nothing. */
const LEAST_MONTHS = 3;

/** The months that can be judged: said before they began, known whole, and not left out by a person. */
export function ownCases(
  words: ReadonlyMap<number, { amount: number; said: Day | null }>,
  { history, fromMonth, events }: Pick<NodeSeries, 'history' | 'fromMonth' | 'events'>,
): OwnCase[] {
  const at = (month: number): number => history[month - fromMonth] ?? Number.NaN;
  return [...words].flatMap(([month, { amount, said }]): OwnCase[] => {
    const actual = at(month);
    if (said === null || Number.isNaN(actual) || events.leftOut.includes(month)) return [];
    const naive = at(month - 12);
    return [
      {
        month,
        said: amount,
        actual,
        naive: Number.isNaN(naive) ? null : naive,
        model: null,
        known: Math.max(0, Math.min(month, monthIndexOf(said)) - fromMonth),
      },
    ];
  });
}

/** The same with what the model would have said on the day of each word, knowing only what was known then. */
export function withModel(cases: readonly OwnCase[], series: NodeSeries, options: ForetellOptions): OwnCase[] {
  const means = new Map<number, Float64Array>();
  return cases.map((one) => {
    if (one.known < LEAST_MONTHS) return one;
    const last = Math.max(...cases.filter(({ known }) => known === one.known).map(({ month }) => month));
    const mean =
      means.get(one.known) ??
      foretellNode(
        {
          ...series,
          history: series.history.slice(0, one.known),
          horizon: last - series.fromMonth - one.known + 1,
          analogue: null,
          ...kinKnown(series, series.fromMonth + one.known),
        },
        { ...options, origins: 0 },
      ).mean;
    means.set(one.known, mean);
    return { ...one, model: mean[one.month - series.fromMonth - one.known] ?? null };
  });
}

/**
 * Whose forecast was better: accuracy (1 − Σ |miss| ÷ Σ |actual|) and bias (Σ (said − actual) ÷ Σ |actual|) of the words, and
 * the accuracy that repeating last year and the model have over the same months. Value added is the difference, over the months
 * that both spoke of. Null without months to judge. Source: Gilliland 2010 (forecast value added); kpi sheet, forecastAccuracy.
 */
export function judgeWords(cases: readonly OwnCase[]): JudgedForecast | null {
  if (cases.length === 0) return null;
  const said = ({ said: amount }: OwnCase): number => amount;
  const withNaive = cases.filter(({ naive }) => naive !== null);
  const asked = cases.filter(({ model }) => model !== null);
  const naive = accuracyOf(withNaive, (one) => one.naive ?? 0);
  const model = accuracyOf(asked, (one) => one.model ?? 0);
  return {
    n: cases.length,
    accuracy: accuracyOf(cases, said),
    bias: shareOf(cases, (one) => one.said - one.actual),
    naive,
    model,
    modelMonths: asked.length,
    overNaive: less(accuracyOf(withNaive, said), naive),
    overModel: less(accuracyOf(asked, said), model),
  };
}

function accuracyOf(cases: readonly OwnCase[], of: (one: OwnCase) => number): number | null {
  const missed = shareOf(cases, (one) => Math.abs(of(one) - one.actual));
  return missed === null ? null : 1 - missed;
}

function shareOf(cases: readonly OwnCase[], of: (one: OwnCase) => number): number | null {
  const size = cases.reduce((sum, { actual }) => sum + Math.abs(actual), 0);
  return size > 0 ? cases.reduce((sum, one) => sum + of(one), 0) / size : null;
}

const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
