import type { OrderBatch, OrderSegment } from '~/domain/order';
import type { MergeRule } from '~/domain/packView';
import { orderSegments, type PlanDocument } from '../document';
import { createHashIndex, type HashIndex } from './hashIndex';
import { pickOrders } from './orderRows';
import type { MergeCounts } from './takeFacts';

/** Rows that go out of a stored segment because an import puts others in their place. */
export interface RowsOut {
  import: string;
  segment: string;
  /** What stays in it; null = nothing. */
  stays: OrderSegment | null;
  goes: OrderSegment;
}

/** What a batch of orders means for those that are there: nothing is changed yet. */
export interface MergedOrders {
  /** Rows to be stored: the new and the changed ones. */
  segments: OrderSegment[];
  merge: MergeCounts;
  /** Rows that the batch has and that are not stored, because they are there or known ones are to stay. */
  left: { rows: number; amount: number };
  out: RowsOut[];
  before: { rows: number; amount: number };
  after: { rows: number; amount: number };
  /** Per file of the batch, in order: its rows that are not stored, and what its rows are. */
  files: { left: number; leftAmount: number; merge: MergeCounts }[];
}

const SAME = 1;
const CHANGED = 2;

/**
 * Lays orders beside those that are there. A row is the same row by its identity; with an order number and line (or an order
 * number that never comes twice) it may say something else now, and then the old row goes. `replace` lets every row go that
 * the batch does not name. The batch speaks in codes of the workspace already.
 */
export function mergeOrders(
  document: PlanDocument,
  batch: Pick<OrderBatch, 'segments' | 'identity' | 'files'>,
  rule: MergeRule,
): MergedOrders {
  const stored = storedRows(document);
  const finder = createFinder(stored, batch);
  const gone = stored.map(({ segment }) => new Uint8Array(segment.count));
  const merge: MergeCounts = { new: 0, changed: 0, same: 0, gone: 0 };
  const before = totalOf(stored.map(({ segment }) => segment));
  const after = { ...before };
  const left = { rows: 0, amount: 0 };
  const tallies = (batch.files ?? [{ kept: Number.POSITIVE_INFINITY }]).map(({ kept }) => ({ kept, ...noCounts() }));
  let file = 0;
  let inFile = 0;
  const segments: OrderSegment[] = [];
  for (const segment of batch.segments) {
    const kept: number[] = [];
    for (let i = 0; i < segment.count; i += 1) {
      while (file < tallies.length - 1 && inFile >= tallies[file].kept) {
        file += 1;
        inFile = 0;
      }
      inFile += 1;
      const tally = tallies[file];
      const place = finder.find(segment, i);
      const known = place >= 0 ? finder.at(place) : null;
      const what = known === null ? 'new' : sameOrder(segment, i, known) ? 'same' : 'changed';
      merge[what] += 1;
      tally.merge[what] += 1;
      if (known) gone[known.stored][known.row] = what === 'same' || rule === 'onlyNew' ? SAME : CHANGED;
      if (what === 'same' || (what === 'changed' && rule === 'onlyNew')) {
        left.rows += 1;
        left.amount += segment.amount[i];
        tally.left += 1;
        tally.leftAmount += segment.amount[i];
        continue;
      }
      kept.push(i);
      after.rows += known ? 0 : 1;
      after.amount += segment.amount[i] - (known ? known.segment.amount[known.row] : 0);
    }
    if (kept.length === segment.count) segments.push(segment);
    else if (kept.length > 0) segments.push(pickOrders(segment, kept));
  }
  const out = rowsOut(stored, gone, rule === 'replace');
  if (rule === 'replace') {
    stored.forEach(({ segment }, s) => {
      for (let i = 0; i < segment.count; i += 1) {
        if (gone[s][i] !== 0) continue;
        merge.gone += 1;
        after.rows -= 1;
        after.amount -= segment.amount[i];
      }
    });
  }
  return { segments, merge, left, out, before, after, files: tallies.map(({ kept: _kept, ...tally }) => tally) };
}

const noCounts = (): MergedOrders['files'][number] => ({
  left: 0,
  leftAmount: 0,
  merge: { new: 0, changed: 0, same: 0, gone: 0 },
});

interface Stored {
  import: string;
  id: string;
  segment: OrderSegment;
}

function storedRows(document: PlanDocument): Stored[] {
  return [...document.records.import.values()].flatMap((imported) =>
    imported.segments.flatMap((id) => {
      const segment = document.orders.get(id);
      return segment ? [{ import: imported.id, id, segment }] : [];
    }),
  );
}

interface Found {
  stored: number;
  segment: OrderSegment;
  row: number;
}

/** Finds the stored row that a row of the batch is; each is found once. */
function createFinder(
  stored: readonly Stored[],
  batch: Pick<OrderBatch, 'segments' | 'identity'>,
): { find(segment: OrderSegment, row: number): number; at(place: number): Found } {
  const starts: number[] = [];
  let size = 0;
  for (const { segment } of stored) {
    starts.push(size);
    size += segment.count;
  }
  const at = (place: number): Found => {
    let s = starts.length - 1;
    while (s > 0 && starts[s] > place) s -= 1;
    return { stored: s, segment: stored[s].segment, row: place - starts[s] };
  };
  if (size === 0) return { find: () => -1, at };
  const rows = createHashIndex(size);
  stored.forEach(({ segment }, s) => {
    for (let i = 0; i < segment.count; i += 1) rows.add(segment.row[i], starts[s] + i);
  });
  const numbers = batch.identity === 'number' ? numberIndex(stored, starts, size) : null;
  return {
    find(segment, row) {
      const place = rows.get(segment.row[row]);
      return place >= 0 || !numbers ? place : numbers.get(segment.order[row]);
    },
    at,
  };
}

/** Rows by the number of their order; null where one number has several rows, so that it does not tell a row. */
function numberIndex(stored: readonly Stored[], starts: readonly number[], size: number): HashIndex | null {
  const numbers = createHashIndex(size);
  for (const [s, { segment }] of stored.entries()) {
    for (let i = 0; i < segment.count; i += 1) if (!numbers.add(segment.order[i], starts[s] + i)) return null;
  }
  return numbers;
}

/** What the batch does not say (a dimension, quantities) cannot differ. */
function sameOrder(segment: OrderSegment, i: number, known: Found): boolean {
  const { segment: other, row } = known;
  if (segment.day[i] !== other.day[row] || segment.amount[i] !== other.amount[row]) return false;
  if (segment.quantity && !Object.is(segment.quantity[i], other.quantity?.[row] ?? Number.NaN)) return false;
  for (const dimension in segment.codes) {
    const codes = other.codes[dimension];
    if (codes && codes[row] !== segment.codes[dimension][i]) return false;
  }
  return true;
}

function rowsOut(stored: readonly Stored[], gone: readonly Uint8Array[], replace: boolean): RowsOut[] {
  return stored.flatMap(({ import: imported, id, segment }, s) => {
    const goes: number[] = [];
    const stays: number[] = [];
    for (let i = 0; i < segment.count; i += 1) {
      const leaves = gone[s][i] === CHANGED || (replace && gone[s][i] !== SAME);
      (leaves ? goes : stays).push(i);
    }
    if (goes.length === 0) return [];
    const rest = stays.length > 0 ? pickOrders(segment, stays) : null;
    return [{ import: imported, segment: id, stays: rest, goes: pickOrders(segment, goes) }];
  });
}

function totalOf(segments: readonly OrderSegment[]): { rows: number; amount: number } {
  const total = { rows: 0, amount: 0 };
  for (const { count, amount } of segments) {
    total.rows += count;
    for (let i = 0; i < count; i += 1) total.amount += amount[i];
  }
  return total;
}

/** All rows of orders in the workspace and what they come to. */
export const ordersThere = (document: PlanDocument): { rows: number; amount: number } =>
  totalOf(orderSegments(document));
