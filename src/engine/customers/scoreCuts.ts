import { leadingBits } from './leadingBits';
import { countBelow } from './midRank';

export interface ShareCuts {
  by: 'customers' | 'sales';
  /** Share in A, and in A and B together. */
  cutA: number;
  cutB: number;
}

/** A hair of slack: 0.1 + 0.2 must not move a customer over the cut. */
const SLACK = 1e-12;
/** Bits of a float's upper word that are not told apart: 256 steps per doubling. */
const COARSE = 12;
/** Thirty-two doublings: whatever is smaller shares the lowest bar. */
const MOST_BARS = 8192;

/**
 * The lowest score in A, and in A or B, when shares of customers or of positive sales are cut off from the best down; null
 * where nobody is inside. Equal scores fall on one side together. A histogram over the leading bits of the scores is walked
 * from the top and only the bar that a cut falls into is sorted, so no sort of all customers is needed. NaN = no score.
 */
export function scoreCuts(
  score: Float64Array,
  revenue: Float64Array,
  { by, cutA, cutB }: ShareCuts,
): { a: number | null; b: number | null } {
  const bars = barsOf(score, revenue);
  const walk = { score, revenue, bars, by };
  return { a: lowestInside(walk, cutA), b: lowestInside(walk, cutB) };
}

interface Bars {
  /** By bar from the lowest: customers, positive sales, lowest score. */
  count: Uint32Array;
  sales: Float64Array;
  least: Float64Array;
  barOf: (score: number) => number;
  population: number;
  total: number;
}

/** Scores of 0 or less share the lowest bar; above, bars follow the leading bits. */
const barBits = (score: number): number => leadingBits(score) >>> COARSE;

function barsOf(score: Float64Array, revenue: Float64Array): Bars {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < score.length; c++) {
    if (score[c] < low) low = score[c];
    if (score[c] > high) high = score[c];
  }
  const last = high >= low ? barBits(high) : 0;
  const first = high >= low ? Math.max(barBits(low), last - MOST_BARS + 1) : 0;
  const bars = high >= low ? last - first + 1 : 0;
  const barOf = (own: number): number => Math.max(0, barBits(own) - first);
  const count = new Uint32Array(bars);
  const sales = new Float64Array(bars);
  const least = new Float64Array(bars).fill(Number.POSITIVE_INFINITY);
  let population = 0;
  let total = 0;
  for (let c = 0; c < score.length; c++) {
    const own = score[c];
    if (Number.isNaN(own)) continue;
    const bar = barOf(own);
    const amount = revenue[c] > 0 ? revenue[c] : 0;
    count[bar]++;
    sales[bar] += amount;
    if (own < least[bar]) least[bar] = own;
    population++;
    total += amount;
  }
  return { count, sales, least, barOf, population, total };
}

interface Walk {
  score: Float64Array;
  revenue: Float64Array;
  bars: Bars;
  by: ShareCuts['by'];
}

function lowestInside({ score, revenue, bars, by }: Walk, cut: number): number | null {
  const { count, sales, least, population, total } = bars;
  if (by === 'sales' && !(total > 0)) return null;
  let above = 0;
  let salesAbove = 0;
  let lowest: number | null = null;
  for (let bar = count.length - 1; bar >= 0; bar--) {
    if (count[bar] === 0) continue;
    const isWhole =
      by === 'customers'
        ? (above + count[bar]) / population - SLACK <= cut
        : (salesAbove + sales[bar]) / total + SLACK < cut;
    if (!isWhole) {
      const levels = levelsOf(bar, score, { revenue, bars });
      for (let level = levels.values.length - 1; level >= 0; level--) {
        const share =
          by === 'customers' ? (above + levels.members[level] / 2) / population - SLACK : salesAbove / total + SLACK;
        if (by === 'customers' ? share > cut : share >= cut) return lowest;
        lowest = levels.values[level];
        above += levels.members[level];
        salesAbove += levels.sales[level];
      }
    } else {
      lowest = least[bar];
      above += count[bar];
      salesAbove += sales[bar];
    }
  }
  return lowest;
}

/** The different scores of one bar, rising, with how many customers have each and their positive sales. */
function levelsOf(bar: number, score: Float64Array, { revenue, bars }: { revenue: Float64Array; bars: Bars }) {
  const inside = new Uint32Array(bars.count[bar]);
  let found = 0;
  for (let c = 0; c < score.length; c++) {
    if (!Number.isNaN(score[c]) && bars.barOf(score[c]) === bar) inside[found++] = c;
  }
  const sorted = Float64Array.from(inside, (c) => score[c]).sort();
  let levels = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[levels++] = sorted[i];
  const values = sorted.slice(0, levels);
  const members = new Float64Array(levels);
  const sales = new Float64Array(levels);
  for (const c of inside) {
    const level = countBelow(values, score[c]);
    members[level]++;
    sales[level] += Math.max(0, revenue[c]);
  }
  return { values, members, sales };
}
