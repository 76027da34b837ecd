/** How cells go on from those they are filled from. */
export const FILL_MODES = ['copy', 'linear', 'growth', 'onlyEmpty'] as const;
export type FillMode = (typeof FILL_MODES)[number];

export interface FillOptions {
  /** Amounts of the source in the direction of the fill, null = blank. */
  source: readonly (number | null)[];
  count: number;
  mode: FillMode;
  /** Growth from one cell to the next, 0.05 = 5 %; null takes what the source grew by. */
  rate?: number | null;
}

/**
 * The amounts behind a source, in minor units, null = blank. `copy` and `onlyEmpty` repeat it; `linear` goes on along the
 * straight line nearest to it (least squares); `growth` multiplies its last number. A source that has too few numbers for
 * a line, or no growth (zero, a change of sign), is repeated.
 */
export function fillSeries({ source, count, mode, rate = null }: FillOptions): (number | null)[] {
  const repeat = (at: number): number | null => (source.length === 0 ? null : source[at % source.length]);
  const next = mode === 'linear' ? linear(source) : mode === 'growth' ? growing(source, rate) : null;
  return Array.from({ length: count }, (_, at) => (next ? next(at) : repeat(at)));
}

/** What a source grows by from cell to cell on average; null where it has less than two numbers of one sign. */
export function growthOf(source: readonly (number | null)[]): number | null {
  const numbers = spoken(source);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!first || !last || numbers.length < 2) return null;
  const [from, to] = [first.value, last.value];
  if (from === 0 || to === 0 || from < 0 !== to < 0) return null;
  return (to / from) ** (1 / (last.at - first.at)) - 1;
}

const spoken = (source: readonly (number | null)[]): { at: number; value: number }[] =>
  source.flatMap((value, at) => (value === null ? [] : [{ at, value }]));

function linear(source: readonly (number | null)[]): ((at: number) => number) | null {
  const points = spoken(source);
  if (points.length < 2) return null;
  const meanAt = points.reduce((sum, { at }) => sum + at, 0) / points.length;
  const mean = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  let [product, square] = [0, 0];
  for (const { at, value } of points) {
    product += (at - meanAt) * (value - mean);
    square += (at - meanAt) ** 2;
  }
  const slope = product / square;
  return (at) => round(mean + slope * (source.length + at - meanAt));
}

function growing(source: readonly (number | null)[], rate: number | null): ((at: number) => number) | null {
  const last = spoken(source).at(-1);
  const growth = rate ?? growthOf(source);
  if (!last || growth === null) return null;
  return (at) => round(last.value * (1 + growth) ** (source.length - last.at + at));
}

/** Never −0. */
const round = (value: number): number => Math.round(value) + 0;
