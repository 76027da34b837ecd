import { createRandom, type Random } from '../numeric/index';
import { normalDraws, poissonDraw } from './draws';
import { scaledOdds } from './scaledOdds';

/** Open deals and deals to come, as plain columns. Amounts in minor units. */
export interface DealSimulation {
  spans: number;
  /** By open deal and span: chance to be won in it. */
  bySpan: Float64Array;
  worth: Float64Array;
  /** Pool its amount is drawn from where nobody said it; −1 = its own worth. */
  pool: Int32Array;
  /** Amounts of won deals: pool p is `amounts[start[p]]` … `amounts[start[p + 1] − 1]`. */
  start: Uint32Array;
  amounts: Float64Array;
  /** Deals that ended behind the chances: the more, the surer the chances. */
  won: number;
  lost: number;
  /** Deals that are not there yet; null = none are expected. */
  arrivals: Arrivals | null;
  draws: number;
  seed: number;
}

export interface Arrivals {
  /** By span: how many of them are expected to be won. */
  expected: Float64Array;
  /** Standard deviation of their number against the expected one, beside chance. */
  spread: number;
  /** Pool of their amounts. */
  pool: number;
  /** Chance of one to be won in the end. */
  chance: number;
}

const TELL_EVERY = 250;
/**
 * Amounts are skewed: the largest deals may not have been seen yet, and few amounts know their mean less than they seem
 * to (own value, from seeded worlds).
 */
const UNSEEN = 1.4;
/** From so many wins on, a sum of drawn amounts is taken as normal. */
const MANY = 40;

/**
 * What deals may bring, many times over: `draws × spans` amounts won. In each draw every open deal is won in a span or
 * not, by its own chances; deals to come arrive as they did, a few more or less. All chances of one draw are a little
 * better or worse together, as far as the deals behind them leave open (odds shifted by a normal with variance 1/won +
 * 1/lost), so that little history gives wide ranges. Amounts nobody said are drawn from those of won deals, in each
 * draw all a little larger or smaller, as far as so few amounts leave their mean open. The same seed gives the same
 * bytes; no deal gives 0.
 */
export function simulateDeals(
  input: DealSimulation,
  onProgress: (done: number) => void = () => undefined,
): Float64Array {
  const { spans, draws, seed, won, lost } = input;
  const random = createRandom(seed);
  const normal = normalDraws(random);
  const sums = new Float64Array(draws * spans);
  const total = totalsOf(input);
  const pools = poolsOf(input);
  const unsure = Math.sqrt(1 / (won + 0.5) + 1 / (lost + 0.5));
  for (let draw = 0; draw < draws; draw += 1) {
    const shift = Math.exp(unsure * normal());
    const size = normal();
    for (const pool of pools) pool.factor = luckOf(pool.unsure, size);
    const row = sums.subarray(draw * spans, (draw + 1) * spans);
    drawOpen(input, { total, pools, shift, random, row });
    if (input.arrivals) drawArrivals(input.arrivals, { pools, shift, random, normal, row });
    if ((draw + 1) % TELL_EVERY === 0) onProgress(draw + 1);
  }
  return sums;
}

interface Draw {
  pools: Pool[];
  shift: number;
  random: Random;
  row: Float64Array;
}

function drawOpen(
  { spans, bySpan, worth, pool }: DealSimulation,
  { total, pools, shift, random, row }: Draw & { total: Float64Array },
): void {
  for (let deal = 0; deal < worth.length; deal += 1) {
    const chance = total[deal];
    if (chance <= 0) continue;
    const now = scaledOdds(chance, shift);
    const u = random();
    if (u >= now) continue;
    // The chance moved, when it is won did not.
    let rest = (u / now) * chance;
    let span = 0;
    while (span < spans - 1 && rest >= bySpan[deal * spans + span]) {
      rest -= bySpan[deal * spans + span];
      span += 1;
    }
    const from = pool[deal];
    row[span] += from >= 0 ? oneOf(pools[from], random) : Number.isNaN(worth[deal]) ? 0 : worth[deal];
  }
}

function drawArrivals(
  arrivals: Arrivals,
  { pools, shift, random, normal, row }: Draw & { normal: () => number },
): void {
  const { expected, spread, chance } = arrivals;
  const luck = luckOf(spread, normal());
  const better = chance > 0 ? scaledOdds(chance, shift) / chance : 1;
  const pool = pools[arrivals.pool];
  for (let span = 0; span < expected.length; span += 1) {
    const wins = poissonDraw(expected[span] * luck * better, random, normal);
    if (wins >= MANY) row[span] += sumOf(pool, wins, normal());
    else for (let i = 0; i < wins; i += 1) row[span] += oneOf(pool, random);
  }
}

interface Pool {
  amounts: Float64Array;
  mean: number;
  deviation: number;
  /** Standard error of the mean against it, and what amounts are multiplied by in this draw. */
  unsure: number;
  factor: number;
}

/** A factor around 1 with a standard deviation, never below 0: log-normal. */
function luckOf(deviation: number, normal: number): number {
  const variance = Math.log(1 + deviation * deviation);
  return Math.exp(Math.sqrt(variance) * normal - variance / 2);
}

const sumOf = ({ mean, deviation, factor }: Pool, count: number, normal: number): number =>
  Math.max(0, Math.round(factor * (count * mean + Math.sqrt(count) * deviation * normal)));

function poolsOf({ start, amounts }: DealSimulation): Pool[] {
  return Array.from({ length: Math.max(0, start.length - 1) }, (_, p) => {
    const own = amounts.subarray(start[p], start[p + 1]);
    const mean = own.length > 0 ? own.reduce((sum, one) => sum + one, 0) / own.length : 0;
    const square = own.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const deviation = own.length > 1 ? Math.sqrt(square / (own.length - 1)) : 0;
    const unsure = mean > 0 ? (UNSEEN * deviation) / Math.sqrt(own.length) / mean : 0;
    return { amounts: own, mean, deviation, unsure, factor: 1 };
  });
}

const oneOf = ({ amounts, factor }: Pool, random: Random): number =>
  amounts.length > 0 ? Math.round(factor * amounts[Math.floor(random() * amounts.length)]) : 0;

function totalsOf({ spans, bySpan, worth }: DealSimulation): Float64Array {
  return Float64Array.from(worth, (_, deal) => {
    let sum = 0;
    for (let span = 0; span < spans; span += 1) sum += bySpan[deal * spans + span];
    return Math.min(1, sum);
  });
}
