import type { Day } from '~/domain/period';
import type { BurnUp } from '~/domain/view';
import type { BandPoint } from './bandSeries';
import { monthScale } from './monthScale';

type Line = [number, number][];

export interface BurnUpLines {
  target: Line;
  actual: Line;
  lastYear: Line;
  forecast: Line;
  band: BandPoint[];
  /** Where the known part ends; null when nothing is known. */
  known: number | null;
}

/**
 * The sums of a year as lines from 0 at its start; a month's sum stands at the month's end, that of a running month at
 * the last complete day. The forecast leaves from there, not from the end of the last closed month.
 */
export function burnUpLines(burnUp: BurnUp, asOf: Day | null): BurnUpLines {
  const lastKnown = burnUp.actual.findLastIndex((amount) => amount !== null);
  const day = asOf === null ? null : monthScale(burnUp.periods).endOf(asOf);
  const known = lastKnown < 0 ? null : day !== null && Math.ceil(day) - 1 === lastKnown ? day : lastKnown + 1;
  const come = lastKnown < 0 ? null : burnUp.actual[lastKnown];
  const isAhead = (p: number): boolean => known === null || p + 1 > known;
  const forecast = ahead(burnUp.forecast, isAhead);
  const start = known !== null && come !== null && forecast.length > 0 ? { x: known, y: come } : null;
  return {
    target: fromZero(burnUp.target),
    actual: fromZero(burnUp.actual).map(([x, y]) => [x === lastKnown + 1 && known !== null ? known : x, y]),
    lastYear: fromZero(burnUp.lastYear),
    forecast: [...(start ? [[start.x, start.y] as [number, number]] : []), ...forecast],
    band: [
      ...(start ? [{ x: start.x, lower: start.y, upper: start.y }] : []),
      ...burnUp.periods.flatMap((_, p) => {
        const lower = burnUp.lower[p];
        const upper = burnUp.upper[p];
        return lower === null || upper === null || !isAhead(p) ? [] : [{ x: p + 1, lower, upper }];
      }),
    ],
    known,
  };
}

function fromZero(sums: readonly (number | null)[]): Line {
  const points = ahead(sums, () => true);
  return points.length > 0 && points[0][0] === 1 ? [[0, 0], ...points] : points;
}

const ahead = (sums: readonly (number | null)[], isWanted: (p: number) => boolean): Line =>
  sums.flatMap((sum, p): Line => (sum === null || !isWanted(p) ? [] : [[p + 1, sum]]));
