/** A history made ready for the models: no gaps, values between −1 and 1, the factor that leads back. */
export interface PreparedHistory {
  values: Float64Array;
  /** value × scale = the history's own unit. */
  scale: number;
  /** Missing values after the last known one: the forecast has to bridge them first. */
  trailingGap: number;
  /** Missing values inside, filled by interpolation. */
  filled: number;
  known: number;
  positive: boolean;
  nonNegative: boolean;
}

/** Veltkamp's constant: keeps the upper 40 bits of a product. */
const SPLITTER = 2 ** 13 + 1;

/**
 * Cleans a history: drops missing values (null, NaN, ±Infinity) at the start, counts those at the end, fills those
 * inside from the neighbours (the same season one cycle before and after where both are known, else a straight line),
 * and divides by the largest absolute value. The quotients are cut to 40 bits, so that a history in yuan and the same
 * history in fen give the same bytes to the models and the forecast scales exactly.
 * All missing → empty values; all zero → scale 1.
 */
export function prepareHistory(history: ArrayLike<number | null>, period: number): PreparedHistory {
  let first = 0;
  let last = history.length - 1;
  while (first <= last && !isKnown(history[first])) first++;
  while (last >= first && !isKnown(history[last])) last--;
  const n = Math.max(0, last - first + 1);
  const raw = new Float64Array(n);
  let known = 0;
  let scale = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let t = 0; t < n; t++) {
    const value = history[first + t];
    if (!isKnown(value)) {
      raw[t] = Number.NaN;
      continue;
    }
    known++;
    raw[t] = value;
    scale = Math.max(scale, Math.abs(value));
    smallest = Math.min(smallest, value);
  }
  if (!(scale > 0)) scale = 1;
  const values = known === n ? raw : fillGaps(raw, period);
  let positive = n > 0;
  for (let t = 0; t < n; t++) {
    const share = values[t] / scale;
    const wide = share * SPLITTER;
    values[t] = wide - (wide - share);
    if (!(values[t] > 0)) positive = false;
  }
  return {
    values,
    scale,
    trailingGap: history.length - 1 - last,
    filled: n - known,
    known,
    positive,
    nonNegative: !(smallest < 0),
  };
}

const isKnown = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** First and last value are known here. */
function fillGaps(raw: Float64Array, period: number): Float64Array {
  const values = Float64Array.from(raw);
  const n = raw.length;
  let before = 0;
  for (let t = 1; t < n; t++) {
    if (!Number.isNaN(raw[t])) {
      before = t;
      continue;
    }
    let after = t + 1;
    while (Number.isNaN(raw[after])) after++;
    const lastCycle = t >= period ? raw[t - period] : Number.NaN;
    const nextCycle = t + period < n ? raw[t + period] : Number.NaN;
    values[t] =
      period > 1 && !Number.isNaN(lastCycle) && !Number.isNaN(nextCycle)
        ? lastCycle / 2 + nextCycle / 2
        : raw[before] + (raw[after] - raw[before]) * ((t - before) / (after - before));
  }
  return values;
}
