import type { PlanDocument } from '../document';
import { columnsOf } from './measureReading';
import type { Sheet } from './sheet';

/** Per node how many periods before each one hold a difference: entry `node * (periods + 1) + period`. */
interface Differing {
  before: Uint32Array;
  revision: number;
  document: PlanDocument;
}

const kept = new WeakMap<Sheet, Differing>();

/**
 * Where the sheet's own column and the compared one differ, as far down as the sheet goes: a node differs in a period
 * when one of its cells does, even if its sum does not. Blank and 0 are different. Null without a comparison.
 */
export function differing(document: PlanDocument, sheet: Sheet, revision: number): Uint32Array | null {
  const compared = sheet.fields.findIndex(({ kind }) => kind === 'compare');
  const own = sheet.readings[0];
  const other = sheet.readings[compared];
  if (compared < 0 || !own || !other) return null;
  const known = kept.get(sheet);
  if (known && known.revision === revision && known.document === document) return known.before;
  const theirs = columnsOf(other);
  const pairs = columnsOf(own).map((place, index) => [place, theirs[index] ?? place] as const);
  const before = countDiffering(sheet, pairs);
  kept.set(sheet, { before, revision, document });
  return before;
}

function countDiffering({ view, columns }: Sheet, pairs: (readonly [number, number])[]): Uint32Array {
  const periods = columns[0].accumulator.sum.length;
  const width = periods + 1;
  const before = new Uint32Array(view.count * width);
  for (const [a, b] of pairs) {
    for (let p = 0; p < periods; p += 1) {
      const left = { sum: columns[a].accumulator.sum[p], spoken: columns[a].accumulator.spoken[p] };
      const right = { sum: columns[b].accumulator.sum[p], spoken: columns[b].accumulator.spoken[p] };
      for (let cell = 0; cell < view.cells; cell += 1) {
        const same = left.sum[cell] === right.sum[cell] && (left.spoken[cell] === 0) === (right.spoken[cell] === 0);
        if (!same) before[(view.firstLeaf + cell) * width + p + 1] = 1;
      }
    }
  }
  for (let node = view.count - 1; node > 0; node -= 1) {
    const to = view.parent[node] * width;
    const from = node * width;
    for (let p = 1; p < width; p += 1) before[to + p] |= before[from + p];
  }
  for (let node = 0; node < view.count; node += 1) {
    const row = node * width;
    for (let p = 1; p < width; p += 1) before[row + p] += before[row + p - 1];
  }
  return before;
}
