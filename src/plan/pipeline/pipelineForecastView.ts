import { type Issue, issue } from '~/domain/issue';
import type { NodeOutlook } from '~/domain/outlook';
import { isoDate, monthIdAt, monthIndexOf } from '~/domain/period';
import type { PipelineForecastView, PipelineQuery } from '~/domain/pipelineView';
import { chanceOf, outcomeOf } from '~/engine/challenge/index';
import { shareReaching } from '~/engine/numeric/index';
import { combineDraws, rangeOfDraws } from '~/engine/pipeline/index';
import { labelsOf } from '../views/changeLines';
import { YEAR_LEVEL } from '../views/forecastView';
import { orderCoverage } from '../views/orderCoverage';
import type { ViewCache } from '../views/viewCache';
import { dealIssues } from './dealIssues';
import { type DealShare, dealShare } from './dealShare';
import type { PreparedDeals } from './dealSimulation';
import type { MonthsAhead } from './monthsAhead';
import type { PipelineScene } from './pipelineScene';
import { restOfYear } from './restOfYear';

/** Deals that ended before their chances are more than rough. */
const ENOUGH_ENDED = 30;
const APART_DAYS = 31;

/**
 * What deals and the run-rate may bring to the end of the plan's year. The run-rate is cut by the share of sales that
 * deals brought, as those come by the simulation; where no new deals are expected, only by the part that open deals
 * stand for, as later ones are still in the run-rate. `combined` adds both draw by draw; its mean is the sum of both.
 * Months before the year begins stand in the list but not in the sums. Minor units.
 */
export function pipelineForecastView(
  scene: PipelineScene,
  options: {
    query: PipelineQuery;
    rows: readonly number[];
    ahead: MonthsAhead;
    prepared: PreparedDeals;
    /** By draw and month. */
    sums: Float64Array;
    seed: number;
    outlook: NodeOutlook | null;
    cache: ViewCache;
  },
): PipelineForecastView {
  const { query, rows, ahead, prepared, sums, seed, outlook, cache } = options;
  const { document, asOf } = scene;
  const { months, before } = ahead;
  const draws = months.length > 0 ? sums.length / months.length : 0;
  const part = dealShare(scene, { at: query.at, rows, cache });
  const rest = restOfYear(document, ahead, outlook);
  const cut = cutOf(part, scene.rule.newDeals, prepared);
  const runRate = rest.months && cut ? rest.months.map((amount, m) => Math.round(amount * cut[m])) : rest.months;
  const weighted = weightedByMonth(scene, prepared, ahead);
  const totals = totalsOf(sums, { months: months.length, before });
  const deals = rangeOfDraws(totals, YEAR_LEVEL);
  const whole = runRate ? runRate.reduce((sum, amount) => sum + amount, 0) : null;
  const needed = rest.target === null || rest.actual === null ? null : rest.target - rest.actual;
  const both =
    rest.total && whole !== null && part.share !== null && months.length > 0
      ? combineDraws(totals, scaledRest(rest.total, whole), seed)
      : null;
  const range = both && rangeOfDraws(both, YEAR_LEVEL);
  const mean = deals.mean + (whole ?? 0);
  return {
    label: labelsOf(document, query.at).join(' · '),
    asOf,
    months: months.map((month, m) => ({
      month: monthIdAt(month),
      weighted: Math.round(weighted[m]),
      ...rangeOfDraws(columnOf(sums, { month: m, months: months.length }).sort(), YEAR_LEVEL),
      runRate: runRate?.[m] ?? null,
      target: rest.targets[m],
    })),
    total: {
      weighted: Math.round(weighted.subarray(before).reduce((sum, amount) => sum + amount, 0)),
      deals,
      runRate: whole,
      combined: range && { mean, lower: Math.min(mean, range.lower), upper: Math.max(mean, range.upper) },
      bySales: bySalesAlone(rest.total, needed),
      remainingTarget: needed,
      chance: both && needed !== null ? shareReaching(both, needed) : null,
    },
    dealShare: part.share,
    draws,
    seed,
    issues: [
      ...forecastIssues(scene, { ahead, prepared, part, hasRest: rest.total !== null }),
      ...dealIssues(scene, prepared.open),
    ],
  };
}

/** By month what is left of the run-rate when deals are foretold for themselves; null where their share is unknown. */
function cutOf({ share }: DealShare, newDeals: boolean, { openMean, comingMean }: PreparedDeals): number[] | null {
  if (share === null) return null;
  return Array.from(openMean, (open, m) => {
    const all = open + comingMean[m];
    return 1 - share * (newDeals ? 1 : all > 0 ? open / all : 0);
  });
}

/** The same rest of the year as the forecast of sales has it, to be held beside that of deals. */
function bySalesAlone(
  total: { mean: number; lower: number; upper: number } | null,
  needed: number | null,
): PipelineForecastView['total']['bySales'] {
  if (!total) return null;
  const { mean, lower, upper } = total;
  const outcome = outcomeOf({ middle: mean, lower, upper, level: YEAR_LEVEL });
  return { mean, lower, upper, chance: needed === null ? null : chanceOf(outcome, needed) };
}

/** The rest of the year cut as a whole as much as its months were. */
function scaledRest(rest: { mean: number; lower: number; upper: number }, whole: number) {
  const factor = rest.mean > 0 ? whole / rest.mean : 1;
  const outcome = outcomeOf({ middle: rest.mean, lower: rest.lower, upper: rest.upper, level: YEAR_LEVEL });
  return { middle: whole, down: outcome.down * factor, up: outcome.up * factor };
}

/**
 * Amount × chance in the month a deal is expected in; one whose day is blank or has passed by when such deals are won.
 */
function weightedByMonth(
  { deals, chance }: PipelineScene,
  { open, input }: PreparedDeals,
  { months, ends }: MonthsAhead,
): Float64Array {
  const weighted = new Float64Array(months.length);
  const { table, expected } = deals;
  open.forEach((row, i) => {
    const worth = table.worth[row];
    if (!(worth > 0) || !(chance[row] > 0)) return;
    if (expected[row] > table.asOf) {
      const month = monthIndexOf(expected[row]) - months[0];
      const isInside = month < months.length && expected[row] - table.asOf <= (ends[ends.length - 1] ?? 0);
      if (isInside) weighted[month] += worth * chance[row];
      return;
    }
    for (let m = 0; m < months.length; m += 1) weighted[m] += worth * input.bySpan[i * input.spans + m];
  });
  return weighted;
}

function totalsOf(sums: Float64Array, { months, before }: { months: number; before: number }): Float64Array {
  const totals = new Float64Array(months > 0 ? sums.length / months : 0);
  for (let i = 0; i < sums.length; i += 1) if (i % months >= before) totals[Math.floor(i / months)] += sums[i];
  return totals.sort();
}

const columnOf = (sums: Float64Array, { month, months }: { month: number; months: number }): Float64Array =>
  Float64Array.from({ length: sums.length / months }, (_, draw) => sums[draw * months + month]);

function forecastIssues(
  { document, asOf, deals, chances }: PipelineScene,
  {
    ahead,
    prepared,
    part,
    hasRest,
  }: { ahead: MonthsAhead; prepared: PreparedDeals; part: DealShare; hasRest: boolean },
): Issue[] {
  const said: Issue[] = [];
  const ended = chances.hazards.won + chances.hazards.lost;
  const byHand = deals.places.openStages.some(({ chance }) => chance !== null);
  if (ahead.months.length === 0) said.push(issue('pipeline/yearOver'));
  if (ended === 0 && !byHand && prepared.open.length > 0) said.push(issue('pipeline/noChances'));
  else if (ended < ENOUGH_ENDED) said.push(issue('pipeline/fewDeals', { count: ended }));
  if (!hasRest) said.push(issue('pipeline/noForecast'));
  else if (part.share === null) said.push(issue('pipeline/shareUnknown'));
  else if (part.by === 'customers') said.push(issue('pipeline/shareByCustomers'));
  const orders = orderCoverage(document)?.asOf;
  if (orders !== undefined && Math.abs(orders - asOf) > APART_DAYS) {
    said.push(issue('pipeline/otherDay', { deals: isoDate(asOf), orders: isoDate(orders) }));
  }
  return said;
}
