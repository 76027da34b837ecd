import { bitStream, nextShare } from './bitStream';

/** Something that may happen and adds to some leaves: a risk, a chance, a deal. Minor units; a loss is negative. */
export interface SimulationEvent {
  /** Tells its draws from those of others: the same key and seed give the same draws whatever else is there. */
  key: number;
  /** 0 … 1. */
  chance: number;
  low: number;
  likely: number;
  high: number;
  /** The leaves it falls on and the share of it that each takes; the shares add up to 1. */
  leaves: Uint32Array;
  shares: Float64Array;
  /** What it brings on average is in the leaves already: only how far it comes out better or worse is added. */
  centred?: boolean;
}

/** What an event brought in each draw; NaN where it did not happen and nothing is added. */
export type DrawnEvent = Float64Array;

/** Every draw of an event: whether it happens, and how much by the triangle of low, likely and high (inverse distribution). */
export function drawEvent(event: SimulationEvent, seed: number, draws: number): DrawnEvent {
  const { key, chance, low, likely, high, centred = false } = event;
  const mean = centred ? (chance * (low + likely + high)) / 3 : 0;
  const stream = bitStream(seed, key);
  const drawn = new Float64Array(draws);
  const width = high - low;
  const peak = width > 0 ? (likely - low) / width : 0;
  for (let d = 0; d < draws; d += 1) {
    // Both are drawn every time, so that another chance moves no amount.
    const happens = nextShare(stream) < chance;
    const u = nextShare(stream);
    if (!happens) drawn[d] = centred ? -mean : Number.NaN;
    else if (width <= 0) drawn[d] = likely - mean;
    else if (u < peak) drawn[d] = low + Math.sqrt(u * width * (likely - low)) - mean;
    else drawn[d] = high - Math.sqrt((1 - u) * width * (high - likely)) - mean;
  }
  return drawn;
}
