import { kthSmallest } from '~/engine/numeric/index';

/**
 * The codes from `first` on, `count` of them, as a sort of all by key and then by code would put them; codes come rising,
 * keys by place in `codes`, infinity last. Only what can be in the window is sorted: of fifty thousand the best sixty.
 */
export function sortedWindow(
  codes: Uint32Array,
  keys: Float64Array,
  { first, count }: { first: number; count: number },
): Uint32Array {
  const from = Math.max(0, first);
  const until = Math.min(codes.length, from + Math.max(0, count));
  if (from >= until) return new Uint32Array(0);
  const last = kthSmallest(keys.slice(), keys.length, until - 1);
  let below = 0;
  for (let i = 0; i < keys.length; i += 1) below += keys[i] < last ? 1 : 0;
  let ties = until - below;
  const places = new Uint32Array(until);
  let found = 0;
  for (let i = 0; i < keys.length; i += 1) {
    if (keys[i] > last || (keys[i] === last && ties === 0)) continue;
    if (keys[i] === last) ties -= 1;
    places[found] = i;
    found += 1;
  }
  places.sort((a, b) => keys[a] - keys[b] || a - b);
  return places.subarray(from, until).map((place) => codes[place]);
}
