import type { CodeArray } from './lineTable';
import type { SortKey } from './sortPositions';
import type { ViewLevel } from './view';

export interface LevelKey extends SortKey {
  /** Key → code of the member that is shown. */
  shown: Uint32Array;
}

/** By position, the place of the line's member among the siblings of a level: by rank, then by code. */
export function levelKey({ ancestorOf, rankOf }: ViewLevel, codes: CodeArray, count: number): LevelKey {
  const rank = (code: number): number => (rankOf && code < rankOf.length ? rankOf[code] : code);
  const shown = Uint32Array.from([...new Set(ancestorOf)].sort((a, b) => (rankOf ? rank(a) - rank(b) : 0) || a - b));
  const placeOf = new Map<number, number>();
  for (let place = 0; place < shown.length; place++) placeOf.set(shown[place], place);
  const keyOf = Uint32Array.from(ancestorOf, (code) => placeOf.get(code) ?? 0);
  const key = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const code = codes[i];
    if (code >= keyOf.length) throw new RangeError(`member ${code} has no ancestor: the level knows ${keyOf.length}`);
    key[i] = keyOf[code];
  }
  return { key, range: shown.length, shown };
}

/** The leaf codes of a dimension as a sort key. */
export function codeKey(codes: CodeArray, count: number): SortKey {
  const key = Uint32Array.from(codes.subarray(0, count));
  let most = 0;
  for (let i = 0; i < count; i++) if (key[i] > most) most = key[i];
  return { key, range: most + 1 };
}
