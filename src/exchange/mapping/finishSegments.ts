import { ORDERS_PER_SEGMENT, type OrderSegment } from '~/domain/order';
import type { Day } from '~/domain/period';
import type { BuiltDimension } from './buildDimension';
import { createFileRows } from './fileRows';
import { createIdentityTable } from './identityTable';
import type { CodedRows } from './orderCoder';
import type { RawSegment } from './orderRows';
import { type HashedColumns, hashOfLine, hashOfValues, keyLanes, ordersOfDays } from './rowHash';
import type { DimensionPlan, SourcePlan } from './sourcePlan';

export type FinishedDimension = BuiltDimension & { plan: DimensionPlan };

export interface FinishedSegments {
  segments: OrderSegment[];
  kept: number;
  amount: number;
  from: Day;
  to: Day;
  duplicates: number;
  /** Rows of a file that an earlier file of the same import has too. */
  again: number;
}

/**
 * Raw columns become order columns, in place: every row gets an identity that is the same whenever it is imported again,
 * codes become members, and amounts and days are summed up.
 */
export function finishSegments(
  segments: RawSegment[],
  { plan, coded, dimensions }: { plan: SourcePlan; coded: CodedRows; dimensions: FinishedDimension[] },
): FinishedSegments {
  const leaves = dimensions.map((built) => coded.columns.indexOf(built.plan.column));
  const keys = leaves.map((leaf) => keyLanes(coded.dictionaries[leaf]));
  const customer = dimensions.findIndex((built) => built.plan.dimension === 'customer');
  const kept = segments.reduce((sum, segment) => sum + segment.count, 0);
  const byLine = plan.orderNumber !== null && plan.orderLine !== null;
  const ofFiles = createFileRows(coded.files, kept);
  const rows: Float64Array[] = [];
  const hashAt = (index: number): number => rows[Math.floor(index / ORDERS_PER_SEGMENT)][index % ORDERS_PER_SEGMENT];
  let identities = createIdentityTable(kept, hashAt);
  const sums: FinishedSegments = {
    segments: [],
    kept,
    amount: 0,
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
    duplicates: 0,
    again: 0,
  };
  let index = 0;
  for (const segment of segments) {
    const { count, day, amount, quantity } = segment;
    const hashed: HashedColumns = { ...segment, cells: leaves.map((leaf) => segment.cells[leaf]), keys };
    const row = identitiesOf(hashed, count, byLine);
    rows.push(row);
    for (let start = 0; start < count; ) {
      const { rows: left, isOther } = ofFiles.next(count - start);
      if (isOther) identities = createIdentityTable(kept, hashAt);
      const run = { from: start, end: start + left, index: index + start };
      identities.add(row, run, (i, before, first) => {
        if (byLine && sameRow(segments, { leaves, i: first, j: index + i })) sums.duplicates++;
        row[i] = identityOf(hashed, { i, before, byLine });
      });
      const days = extentOf(day, run);
      ofFiles.dated(days.from, days.to);
      sums.from = Math.min(sums.from, days.from);
      sums.to = Math.max(sums.to, days.to);
      if (coded.files.length > 1) {
        for (let i = run.from; i < run.end; i++) ofFiles.note(index + i, row[i], amount[i]);
      }
      start = run.end;
    }
    sums.amount = sumOnto(sums.amount, amount, count);
    const order = segment.order ?? ordersOf(hashed, { count, row, customer });
    segment.order = order;
    sums.segments.push({ count, day, codes: {}, amount, quantity, order, row });
    index += count;
  }
  const made = segments.map((segment, s) => withMembers(segment, sums.segments[s], { leaves, dimensions }));
  const { again, amount } = ofFiles;
  return {
    ...sums,
    segments: ofFiles.withoutAgain(made),
    again: again.size,
    kept: kept - again.size,
    amount: sums.amount - amount,
  };
}

function identitiesOf(columns: HashedColumns, count: number, byLine: boolean): Float64Array {
  const row = new Float64Array(ORDERS_PER_SEGMENT);
  const { order, line } = columns;
  if (byLine && order !== null && line !== null) {
    for (let i = 0; i < count; i++) row[i] = hashOfLine(order, line, { i, before: 0 });
  } else {
    for (let i = 0; i < count; i++) row[i] = hashOfValues(columns, { i, before: 0 });
  }
  return row;
}

function identityOf(
  columns: HashedColumns,
  { i, before, byLine }: { i: number; before: number; byLine: boolean },
): number {
  const { order, line } = columns;
  if (byLine && order !== null && line !== null) return hashOfLine(order, line, { i, before });
  return hashOfValues(columns, { i, before });
}

/** Orders of rows without order numbers: a customer's day, or each row its own where there are no customers. */
function ordersOf(
  { day, cells, keys }: HashedColumns,
  { count, row, customer }: { count: number; row: Float64Array; customer: number },
): Float64Array {
  if (customer < 0) return row.slice();
  const order = new Float64Array(ORDERS_PER_SEGMENT);
  ordersOfDays(order, day, { ...keys[customer], codes: cells[customer].subarray(0, count) });
  return order;
}

function extentOf(day: Int32Array, { from, end }: { from: number; end: number }): { from: Day; to: Day } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = from; i < end; i++) {
    if (day[i] < low) low = day[i];
    if (day[i] > high) high = day[i];
  }
  return { from: low, to: high };
}

function sumOnto(start: number, amount: Float64Array, count: number): number {
  let sum = start;
  for (let i = 0; i < count; i++) sum += amount[i];
  return sum;
}

/** Codes become members; a last, shorter segment gives its spare room back. */
function withMembers(
  raw: RawSegment,
  segment: OrderSegment,
  { leaves, dimensions }: { leaves: number[]; dimensions: FinishedDimension[] },
): OrderSegment {
  const { count } = segment;
  const cut = <T extends Int32Array | Uint32Array | Float64Array>(column: T): T =>
    count === ORDERS_PER_SEGMENT ? column : (column.slice(0, count) as T);
  const codes: OrderSegment['codes'] = {};
  dimensions.forEach(({ plan, memberOf }, d) => {
    // Two dimensions may be made of one column: only the last of them may take it over.
    const shared = leaves.lastIndexOf(leaves[d]) !== d;
    const from = raw.cells[leaves[d]];
    const to = shared ? new Uint32Array(ORDERS_PER_SEGMENT) : from;
    for (let i = 0; i < count; i++) to[i] = memberOf[from[i]];
    codes[plan.dimension] = cut(to);
  });
  raw.cells = [];
  return {
    count,
    day: cut(segment.day),
    codes,
    amount: cut(segment.amount),
    quantity: segment.quantity && cut(segment.quantity),
    order: cut(segment.order),
    row: cut(segment.row),
  };
}

/** Rows by running number: the same day, amount, quantity and members. */
function sameRow(segments: RawSegment[], { leaves, i, j }: { leaves: number[]; i: number; j: number }): boolean {
  const first = segments[Math.floor(i / ORDERS_PER_SEGMENT)];
  const second = segments[Math.floor(j / ORDERS_PER_SEGMENT)];
  const f = i % ORDERS_PER_SEGMENT;
  const s = j % ORDERS_PER_SEGMENT;
  return (
    first.day[f] === second.day[s] &&
    first.amount[f] === second.amount[s] &&
    first.quantity?.[f] === second.quantity?.[s] &&
    leaves.every((leaf) => first.cells[leaf][f] === second.cells[leaf][s])
  );
}
