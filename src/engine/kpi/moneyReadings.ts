import type { Day } from '~/domain/period';
import { covers } from './coverage';
import { salesBetween } from './dayLedger';
import { type Reading, ratioReading, without } from './reading';
import type { Scene } from './scene';
import { reach, unreached } from './serviceReadings';
import { type MarginSource, rowsWithin, sumWithin } from './sourceFacts';

/** A margin that rests on less than this share of the sales is not judged (own value). */
const COVER = 0.8;
const YEAR_DAYS = 365.2425;

/** Cash of the period ÷ its sales with tax, to the earlier of both days; of the fiscal year so far beside. Kpi sheet. */
export function collectionRate(scene: Scene): Reading {
  const source = scene.input.sources?.collections;
  if (!source) return without('noSource');
  const to = bothReach(scene, source.asOf, scene.from);
  if (to === null) return without(unreached(scene));
  const rate = (from: Day): [number, number] => [
    sumWithin(source, from, to),
    Math.round(salesBetween(scene.ledger, from, to) * source.taxFactor),
  ];
  const [cash, sales] = rate(scene.from);
  const yearKnown = covers(scene.coverage, scene.year.from, to);
  const [yearCash, yearSales] = yearKnown ? rate(scene.year.from) : [0, 0];
  return ratioReading(cash, sales, {
    empty: 'baseNotPositive',
    asOf: to,
    beside: { yearToDate: yearSales > 0 ? yearCash / yearSales : null },
  });
}

/** What of the open balance is past its due day, on the one day the receivables are of; credit balances apart. Kpi sheet. */
export function overdueShare(scene: Scene): Reading {
  const source = scene.input.sources?.receivables;
  if (!source) return without('noSource');
  const { asOf, due, amount } = source;
  if (asOf < scene.from || asOf > scene.to) return without(unreached(scene));
  let balance = 0;
  let overdue = 0;
  for (let row = 0; row < amount.length; row += 1) {
    if (!(amount[row] > 0)) continue;
    balance += amount[row];
    if (due[row] < asOf) overdue += amount[row];
  }
  return ratioReading(overdue, balance, { empty: 'noCases', asOf });
}

/** Net sales ÷ money spent on channels in the same months; no spend is blank, not endless. Kpi sheet. */
export function channelYield(scene: Scene): Reading {
  const spent = spendOf(scene);
  if ('reason' in spent) return spent;
  return ratioReading(spent.sales, spent.amount, { empty: 'noCases', asOf: spent.to });
}

/** (Gross margin − rebates − spend) ÷ spend, of the same months. Kpi sheet. */
export function channelRoi(scene: Scene): Reading {
  const spent = spendOf(scene);
  if ('reason' in spent) return spent;
  const { margins, rebates } = scene.input.sources ?? {};
  if (!margins) return without('noSource');
  const margin = marginBetween(margins, scene.from, spent.to);
  if (margin.margin === null) return without('noCases', { asOf: spent.to, beside: { covered: margin.covered } });
  const rebate = rebates ? sumWithin(rebates, scene.from, spent.to) : 0;
  return ratioReading(margin.margin - rebate - spent.amount, spent.amount, {
    empty: 'noCases',
    asOf: spent.to,
    beside: { covered: margin.covered },
    ...(margin.covered < COVER ? { reason: 'tooFewCases' as const } : {}),
  });
}

/** Selling expense ÷ net sales of the same months; sales of 0 or below are blank. Kpi sheet. */
export function expenseRatio(scene: Scene): Reading {
  const spent = spendOf(scene);
  if ('reason' in spent) return spent;
  return ratioReading(spent.amount, spent.sales, {
    empty: 'baseNotPositive',
    asOf: spent.to,
    // A budget of its own is what it is judged by: there is none yet.
    limitAt: () => null,
  });
}

/** (Net sales − cost) ÷ net sales of the lines whose cost is known; not judged below 80 % of sales covered. Kpi sheet. */
export function grossMargin(scene: Scene): Reading {
  const source = scene.input.sources?.margins;
  if (!source) return without('noSource');
  const to = bothReach(scene, source.asOf, scene.from);
  if (to === null) return without(unreached(scene));
  const { known, cost, covered } = marginBetween(source, scene.from, to);
  return ratioReading(known - cost, known, {
    empty: 'baseNotPositive',
    beside: { covered },
    limitAt: () => null,
    ...(covered < COVER ? { reason: 'tooFewCases' as const } : {}),
  });
}

/** Hours of visits × their cost, and the packages of that time, ÷ net sales. Freight is not known and not in it. Kpi sheet. */
export function costToServe(scene: Scene): Reading {
  const source = scene.input.sources?.visits;
  if (!source || source.packagesPerYear === null) return without('noSource');
  const to = bothReach(scene, source.asOf, scene.from);
  if (to === null) return without(unreached(scene));
  const { day, cost } = source.made;
  const visits = sumWithin({ day, amount: cost }, scene.from, to);
  const packages = (source.packagesPerYear * (to - scene.from + 1)) / YEAR_DAYS;
  return ratioReading(Math.round(visits + packages), salesBetween(scene.ledger, scene.from, to), {
    empty: 'baseNotPositive',
    asOf: to,
  });
}

/**
 * Own sales ÷ size of the market, of the newest whole calendar year up to the end of the period whose size is known, in the
 * scopes that have one. Above 100 % the sizes are wrong: it is shown as it is. Kpi sheet.
 */
export function marketShare(scene: Scene): Reading {
  const source = scene.input.sources?.market;
  if (!source) return without('noSource');
  const end = Math.min(scene.to, scene.input.asOf);
  const years = source.years.filter(({ asOf }) => asOf <= end);
  const newest = years[years.length - 1];
  if (!newest) return without('outsideCoverage');
  return ratioReading(newest.own, newest.size, { empty: 'noCases', asOf: newest.asOf });
}

/** The last day of a stretch that a source and the orders both reach without a gap. */
function bothReach(scene: Scene, asOf: Day, from: Day): Day | null {
  const to = reach(scene, Math.min(asOf, scene.end));
  return to === null || !covers(scene.coverage, from, to) ? null : to;
}

/** Spend of whole months: a month counts when it has begun by the end of the orders and the source says it. */
function spendOf(scene: Scene): { amount: number; sales: number; to: Day } | Reading {
  const source = scene.input.sources?.spend;
  if (!source) return without('noSource');
  const to = bothReach(scene, source.asOf, scene.from);
  if (to === null) return without(unreached(scene));
  return { amount: sumWithin(source, scene.from, to), sales: salesBetween(scene.ledger, scene.from, to), to };
}

function marginBetween(
  { day, amount, cost }: MarginSource,
  from: Day,
  to: Day,
): { sales: number; known: number; cost: number; covered: number; margin: number | null } {
  let sales = 0;
  let known = 0;
  let sum = 0;
  for (const row of rowsWithin(day, from, to)) {
    sales += amount[row];
    if (Number.isNaN(cost[row])) continue;
    known += amount[row];
    sum += cost[row];
  }
  const covered = sales > 0 ? known / sales : 0;
  return { sales, known, cost: sum, covered, margin: known > 0 ? (sales * (known - sum)) / known : null };
}
