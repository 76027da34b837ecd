import { splitWhole } from '../numeric';

/** What is taken over, by the same index as the rooms, and what nobody has room for. */
export interface PlacedRest {
  parts: number[];
  left: number;
}

/**
 * Who takes how much of an amount that is to go elsewhere: in proportion to the room each has, exactly and never more than it
 * (largest remainder, ties to the earlier). What is more than all rooms stays `left`. Whole minor units; rooms below 1 take
 * nothing, nothing to place gives nothing.
 */
export function placeRest(rest: number, rooms: readonly number[]): PlacedRest {
  const whole = rooms.map((room) => Math.max(0, Math.floor(room)));
  const all = whole.reduce((sum, room) => sum + room, 0);
  if (!(rest > 0) || all === 0) return { parts: whole.map(() => 0), left: Math.max(0, rest) };
  if (rest >= all) return { parts: whole, left: rest - all };
  const takers = [...whole.keys()].filter((i) => whole[i] > 0);
  const weight = Float64Array.from(takers, (i) => whole[i]);
  const out = new Float64Array(takers.length);
  // No share of a whole room is larger than it, rounded up or not, as the rest is less than all rooms together.
  splitWhole(rest, { weight, first: 0, end: takers.length, out, rest: new Float64Array(takers.length) });
  const parts = whole.map(() => 0);
  takers.forEach((i, k) => {
    parts[i] = out[k];
  });
  return { parts, left: 0 };
}
