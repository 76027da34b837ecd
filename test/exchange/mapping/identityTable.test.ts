import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdentityTable } from '~/exchange/mapping/identityTable';

/** What a run of hashes tells: place, how often before, and the row that was first. */
function repeatsOf(hashes: number[], cut: number): number[][] {
  const column = Float64Array.from(hashes);
  const table = createIdentityTable(hashes.length, (row) => column[row]);
  const found: number[][] = [];
  const onRepeat = (i: number, before: number, first: number): unknown => found.push([i, before, first]);
  table.add(column, { from: 0, end: cut, index: 0 }, onRepeat);
  table.add(column, { from: cut, end: hashes.length, index: cut }, onRepeat);
  return found;
}

function repeatsByMap(hashes: number[]): number[][] {
  const first = new Map<number, number>();
  const times = new Map<number, number>();
  return hashes.flatMap((hash, i) => {
    const before = times.get(hash) ?? 0;
    times.set(hash, before + 1);
    const known = first.get(hash);
    if (known === undefined) first.set(hash, i);
    return known === undefined ? [] : [[i, before, known]];
  });
}

describe('identities of rows', () => {
  it('are counted as a map counts them, however the rows are cut into runs', () => {
    // Few places and few tags, so that hashes share either or both without being equal.
    const hash = fc
      .tuple(fc.constantFrom(0, 1, 1023, 1024), fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1), fc.boolean())
      .map(([place, tag, low]) => (tag % 2 ** 31) * 2 ** 21 + place + (low ? 2048 : 0));
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 60 }), fc.nat(60), (hashes, cut) => {
        expect(repeatsOf(hashes, Math.min(cut, hashes.length))).toEqual(repeatsByMap(hashes));
      }),
      { seed: 20, numRuns: 500 },
    );
  });

  it('stay exact in a table that is more than half full', () => {
    const hashes = Array.from({ length: 5000 }, (_, i) => ((i % 3000) * 7919 * 65_537) % 2 ** 53);
    expect(repeatsOf(hashes, 1234)).toEqual(repeatsByMap(hashes));
    expect(repeatsOf(hashes, 1234)).toHaveLength(2000);
  });
});
