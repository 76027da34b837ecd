/** Where amounts stand between two round ends, as a share from the left. */
export interface AmountScale {
  from: number;
  to: number;
  /** Three to six round amounts, rising. */
  ticks: number[];
  share(amount: number): number;
}

const WANTED = 4;

/** An axis that holds all amounts with a little room; blanks do not count. Without any it runs from 0 to 1. */
export function amountScale(amounts: readonly (number | null)[]): AmountScale {
  const known = amounts.filter((amount): amount is number => amount !== null && Number.isFinite(amount));
  const low = known.length > 0 ? Math.min(...known) : 0;
  const high = known.length > 0 ? Math.max(...known) : 1;
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  const step = roundStep((high - low + 2 * room) / WANTED);
  const from = low >= 0 ? Math.max(0, low - room) : low - room;
  const to = high + room;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) ticks.push(tick);
  return { from, to, ticks, share: (amount) => Math.min(1, Math.max(0, (amount - from) / (to - from))) };
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const digit = raw / power;
  return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}
