import type { OrderSegment } from '~/domain/order';
import { monthIndexOf } from '~/domain/period';

export interface OutlyingLine {
  /** Which segment, and which row of it. */
  segment: number;
  row: number;
  /** What is odd: the amount, the price of one piece, or the price as if a unit of ten, a hundred, ten thousand were mixed up. */
  odd: 'amount' | 'price' | 'unit';
  value: number;
  /** The usual figure of its product, by the median. */
  usual: number;
}

/** Fewer lines of a product say nothing about what is usual. */
const ENOUGH = 30;
/** Median absolute deviations of the logarithm away from which a line is odd; 1.4826 makes them standard deviations. */
const FAR = 7;
const MAD_TO_SD = 1.4826;
/** Never odd: within this factor of the usual, however alike the rest is. */
const NEAR = 4;
const UNIT_SLIPS = [10, 100, 1000, 10_000];
/** How near to a power of ten a price must lie to look like a mixed-up unit. */
const SLIP = 0.2;

/**
 * Order lines whose amount or price of one piece lies far from what is usual for their product: by the median and the median
 * absolute deviation of the logarithm, which no few wild lines can move. Returns and zeros are not looked at, nor products
 * with fewer than thirty lines. The oddest come first, at most `limit`.
 */
export function outlyingLines(
  segments: readonly OrderSegment[],
  limit: number,
): { lines: OutlyingLine[]; all: number } {
  const amounts = usualOf(segments, (segment, i) => segment.amount[i]);
  const prices = usualOf(segments, (segment, i) => {
    const quantity = segment.quantity?.[i] ?? 0;
    return quantity > 0 ? segment.amount[i] / quantity : 0;
  });
  const lines: (OutlyingLine & { far: number })[] = [];
  segments.forEach((segment, no) => {
    const { product } = segment.codes;
    for (let i = 0; i < segment.count; i += 1) {
      const what = product?.[i] ?? 0;
      const quantity = segment.quantity?.[i] ?? 0;
      const price = quantity > 0 ? segment.amount[i] / quantity : 0;
      const usualPrice = prices.get(what);
      const usualAmount = amounts.get(what);
      const farPrice = usualPrice ? farness(price, usualPrice) : 0;
      if (usualPrice && farPrice > 0) {
        const odd = isUnitSlip(price / usualPrice.median) ? 'unit' : 'price';
        lines.push({ segment: no, row: i, odd, value: price, usual: usualPrice.median, far: farPrice });
        continue;
      }
      const far = usualAmount ? farness(segment.amount[i], usualAmount) : 0;
      if (usualAmount && far > 0) {
        lines.push({ segment: no, row: i, odd: 'amount', value: segment.amount[i], usual: usualAmount.median, far });
      }
    }
  });
  lines.sort((a, b) => b.far - a.far || a.segment - b.segment || a.row - b.row);
  return { lines: lines.slice(0, limit).map(({ far: _far, ...line }) => line), all: lines.length };
}

interface Usual {
  median: number;
  /** Of the logarithm. */
  log: number;
  spread: number;
}

function usualOf(
  segments: readonly OrderSegment[],
  figureOf: (segment: OrderSegment, i: number) => number,
): Map<number, Usual> {
  const logs = new Map<number, number[]>();
  for (const segment of segments) {
    const { product } = segment.codes;
    for (let i = 0; i < segment.count; i += 1) {
      const value = figureOf(segment, i);
      if (!(value > 0)) continue;
      const what = product?.[i] ?? 0;
      const list = logs.get(what);
      if (list) list.push(Math.log(value));
      else logs.set(what, [Math.log(value)]);
    }
  }
  const usual = new Map<number, Usual>();
  for (const [what, list] of logs) {
    if (list.length < ENOUGH) continue;
    const log = medianOf(Float64Array.from(list));
    const spread = medianOf(Float64Array.from(list, (value) => Math.abs(value - log))) * MAD_TO_SD;
    usual.set(what, { median: Math.exp(log), log, spread });
  }
  return usual;
}

function medianOf(values: Float64Array): number {
  values.sort();
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/** How far beyond what is odd a value lies; 0 = it is not. */
function farness(value: number, { log, spread }: Usual): number {
  if (!(value > 0)) return 0;
  const away = Math.abs(Math.log(value) - log);
  const least = Math.max(Math.log(NEAR), FAR * spread);
  return away > least ? away / least : 0;
}

const isUnitSlip = (factor: number): boolean =>
  UNIT_SLIPS.some((slip) => Math.abs(Math.log(factor / slip)) < SLIP || Math.abs(Math.log(factor * slip)) < SLIP);

/** Order lines per calendar month, from the first month to the last. */
export function linesByMonth(segments: readonly OrderSegment[]): { firstMonth: number; lines: Uint32Array } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { count, day } of segments) {
    for (let i = 0; i < count; i += 1) {
      if (day[i] < first) first = day[i];
      if (day[i] > last) last = day[i];
    }
  }
  if (first > last) return { firstMonth: 0, lines: new Uint32Array(0) };
  const firstMonth = monthIndexOf(first);
  const lines = new Uint32Array(monthIndexOf(last) - firstMonth + 1);
  const months = new Map<number, number>();
  for (const { count, day } of segments) {
    for (let i = 0; i < count; i += 1) {
      const month = months.get(day[i]) ?? monthIndexOf(day[i]);
      months.set(day[i], month);
      lines[month - firstMonth] += 1;
    }
  }
  return { firstMonth, lines };
}
