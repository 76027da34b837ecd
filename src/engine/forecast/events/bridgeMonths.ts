import { fitStructure, squaresLeft } from '../components/fitStructure';
import { structuralFilter } from '../components/structuralFilter';
import { smoothSeries } from '../components/structuralSmoother';
import { positiveLogs } from './positiveLogs';

/**
 * A history with the months that were left out replaced by what level and season of the others would make of them. Months
 * after the last one that counts stay missing, and so do all of them where the history is not mostly positive.
 */
export function bridgeMonths(
  history: readonly (number | null)[],
  { leftOut, period }: { leftOut: ReadonlySet<number>; period: number },
): (number | null)[] {
  const open = history.map((value, t) => (leftOut.has(t) ? null : value));
  const logs = leftOut.size > 0 ? positiveLogs(open, new Set()) : null;
  if (!logs) return open;
  const last = open.findLastIndex((value) => value !== null);
  const known = logs.findIndex((log) => !Number.isNaN(log));
  const { shape } = fitStructure([logs], logs.length >= 2 * period ? period : 1, squaresLeft);
  const { level, season } = smoothSeries(structuralFilter([logs], shape), shape.period);
  const unit = (open[known] ?? 0) / Math.exp(logs[known]);
  return open.map((value, t) => (leftOut.has(t) && t < last ? Math.exp(level[t] + season[t]) * unit : value));
}
