import { foldKey } from '~/domain/dimension';
import type { Issue } from '~/domain/issue';
import {
  type ImportReport,
  ORDERS_PER_SEGMENT,
  type OrderBatch,
  type OrderFileTally,
  type OrderSegment,
} from '~/domain/order';
import { civilOf, type Day, dayOf } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import { createHashIndex } from '~/plan/sources/hashIndex';
import type { ByteDictionary } from '../csv/byteDictionary';
import { closeDate, type DateOrder } from '../csv/calendarDate';
import { hashText, join53, mixA, mixB, SEED_A, SEED_B } from '../csv/hash';
import { type BuiltDimension, buildDimension } from './buildDimension';
import type { DatedRow } from './dateDecision';
import { createFileRows } from './fileRows';
import { createIdentityTable } from './identityTable';
import type { MemberAlias } from './mapping';
import type { CodedRows } from './orderCoder';
import { dropRows, type RawSegment } from './orderRows';
import type { DimensionPlan, SourcePlan } from './sourcePlan';

export interface FinishOptions {
  name: string;
  source: string;
  plan: SourcePlan;
  coded: CodedRows;
  aliases: readonly MemberAlias[];
  dateOrder: DateOrder | null;
  coverage?: { from: Day; to: Day };
}

/**
 * Makes orders of coded rows once all files are read: settles open dates, turns dictionary codes into members, gives each
 * row its identity, and adds up the report. Works in place: the raw columns become the order columns.
 */
export function finishOrders({ name, source, plan, coded, ...options }: FinishOptions): Result<OrderBatch> {
  const { reports } = coded;
  const decision = coded.dates.decide();
  if (!decision.ok && options.dateOrder === null) return fail(decision.issue);
  let { segments } = coded;
  if (decision.ok && decision.order !== null) {
    for (const late of decision.impossible) {
      reports.report(
        late.row,
        { code: 'import/badDate', params: { value: late.value }, file: late.file, column: plan.date },
        () => late.cells,
      );
    }
    uncount(coded.files, segments, decision.impossible);
    segments = dropRows(segments, new Set(decision.impossible.map((late) => late.index)));
    closeDates(segments, decision.order);
  }

  const dimensions = plan.dimensions.map((dimension) => {
    const built = build(dimension, {
      coded,
      segments,
      aliases: options.aliases,
      priced: dimension === plan.priceJoin,
    });
    reports.warn('import/missingValue', built.emptyRows);
    reports.warn('import/unmatchedKey', built.unmatchedRows);
    reports.warn('import/severalParents', built.otherParents);
    return { ...built, plan: dimension };
  });
  const sums = finishSegments(segments, { plan, coded, dimensions });
  reports.warn('import/duplicateRow', sums.duplicates);

  const report: ImportReport = {
    source,
    rowsIn: coded.rowsIn,
    kept: sums.kept,
    reported: reports.reported + sums.again,
    byReason: {
      ...Object.fromEntries(reports.byReason),
      ...(sums.again > 0 ? { 'import/alreadyThere': sums.again } : {}),
    },
    warnings: Object.fromEntries(reports.warnings),
    amount: sums.amount,
    rows: reports.rows,
    headers: coded.headers,
    unmatched: dimensions.flatMap(({ unmatched, dimension }) =>
      unmatched.map((key) => ({ dimension: dimension.dimension, ...key })),
    ),
  };
  if (sums.kept === 0) return fail(...nothingKept(report));
  const first = civilOf(sums.from);
  return ok({
    name,
    dimensions: dimensions.map((built) => built.dimension),
    segments: sums.segments,
    coverage: options.coverage ?? { from: dayOf(first.year, first.month, 1), to: sums.to },
    report,
    files: coded.files,
    identity: identityOf(plan, sums.segments),
  });
}

/** Rows that a later look takes out of their file's count. */
function uncount(files: OrderFileTally[], segments: readonly RawSegment[], rows: readonly DatedRow[]): void {
  for (const { index, file } of rows) {
    const tally = files.find(({ name }) => name === file);
    const amount = segments[Math.floor(index / ORDERS_PER_SEGMENT)]?.amount[index % ORDERS_PER_SEGMENT] ?? 0;
    if (!tally) continue;
    tally.kept--;
    tally.reported++;
    tally.amountKept -= amount;
    tally.amountReported += amount;
  }
}

/** An order number tells a row where none comes twice. */
function identityOf(plan: SourcePlan, segments: readonly OrderSegment[]): NonNullable<OrderBatch['identity']> {
  if (plan.orderNumber === null) return 'values';
  if (plan.orderLine !== null) return 'line';
  const numbers = createHashIndex(segments.reduce((sum, { count }) => sum + count, 0));
  for (const { order, count } of segments) {
    for (let i = 0; i < count; i++) if (!numbers.add(order[i], 0)) return 'values';
  }
  return 'number';
}

function nothingKept(report: ImportReport): Issue[] {
  const reasons = Object.entries(report.byReason).sort((a, b) => b[1] - a[1]);
  const examples = reasons.flatMap(([code]) => report.rows.find((row) => row.issue.code === code)?.issue ?? []);
  return [{ code: 'import/nothingKept', params: { rows: report.rowsIn } }, ...examples];
}

function closeDates(segments: RawSegment[], order: DateOrder): void {
  for (const { day, count } of segments) for (let i = 0; i < count; i++) day[i] = closeDate(day[i], order);
}

interface BuildContext {
  coded: CodedRows;
  segments: RawSegment[];
  aliases: readonly MemberAlias[];
  /** The unit price is joined by this dimension. */
  priced: boolean;
}

/** Counts how often each cell is used and which parent stands beside it first, then makes members of them. */
function build(
  plan: DimensionPlan,
  { coded, segments, aliases, priced }: BuildContext,
): BuiltDimension & { otherParents: number } {
  const { columns, dictionaries } = coded;
  const leaf = columns.indexOf(plan.column);
  const dictionary = dictionaries[leaf];
  const rows = new Uint32Array(dictionary.size);
  const parents = plan.parents.map((parent) => ('column' in parent ? columns.indexOf(parent.column) : -1));
  /** First parent's code + 1 per parent column and leaf code. */
  const firstParent = parents.map((column) => new Uint32Array(column < 0 ? 0 : dictionary.size));
  let otherParents = 0;
  for (const segment of segments) {
    const codes = segment.cells[leaf];
    for (let i = 0; i < segment.count; i++) rows[codes[i]]++;
    parents.forEach((column, p) => {
      if (column < 0) return;
      const first = firstParent[p];
      const parentCodes = segment.cells[column];
      for (let i = 0; i < segment.count; i++) {
        const code = codes[i];
        if (first[code] === 0) first[code] = parentCodes[i] + 1;
        else if (first[code] !== parentCodes[i] + 1) otherParents++;
      }
    });
  }
  const refused = priced ? coded.unpriced : [];
  const parentText = (p: number, code: number): string => dictionaries[parents[p]].text(firstParent[p][code] - 1);
  return { ...buildDimension({ plan, dictionary, rows, refused, parentText, aliases }), otherParents };
}

type Finished = BuiltDimension & { plan: DimensionPlan };

interface Sums {
  segments: OrderSegment[];
  kept: number;
  amount: number;
  from: Day;
  to: Day;
  duplicates: number;
  /** Rows of a file that an earlier file of the same import has too. */
  again: number;
}

function finishSegments(
  segments: RawSegment[],
  { plan, coded, dimensions }: { plan: SourcePlan; coded: CodedRows; dimensions: Finished[] },
): Sums {
  const leaves = dimensions.map((built) => coded.columns.indexOf(built.plan.column));
  const keys = leaves.map((leaf) => keyLanes(coded.dictionaries[leaf]));
  const customer = dimensions.findIndex((built) => built.plan.dimension === 'customer');
  const kept = segments.reduce((sum, segment) => sum + segment.count, 0);
  const ofFiles = createFileRows(coded.files, kept);
  let identities = createIdentityTable(kept);
  const byLine = plan.orderNumber !== null && plan.orderLine !== null;
  const sums: Sums = { segments: [], kept, amount: 0, from: Infinity, to: -Infinity, duplicates: 0, again: 0 };
  let index = 0;
  for (const segment of segments) {
    const { count, day, amount, quantity, line } = segment;
    const order = segment.order ?? new Float64Array(ORDERS_PER_SEGMENT);
    const row = new Float64Array(ORDERS_PER_SEGMENT);
    for (let i = 0; i < count; i++, index++) {
      if (ofFiles.next(day[i])) identities = createIdentityTable(kept);
      if (day[i] < sums.from) sums.from = day[i];
      if (day[i] > sums.to) sums.to = day[i];
      sums.amount += amount[i];
      let a = SEED_A;
      let b = SEED_B;
      if (byLine && line !== null) {
        a = mixA(mixA(a, order[i]), line[i]);
        b = mixB(mixB(b, order[i] / TWO_32), line[i] / TWO_32);
      } else {
        a = mixA(mixA(a, day[i]), amount[i]);
        b = mixB(mixB(b, day[i]), amount[i] / TWO_32);
        if (quantity !== null) {
          a = mixA(a, quantity[i] * 1024);
          b = mixB(b, quantity[i]);
        }
        if (segment.order !== null) {
          a = mixA(a, order[i]);
          b = mixB(b, order[i] / TWO_32);
        }
        for (let d = 0; d < leaves.length; d++) {
          const code = segment.cells[leaves[d]][i];
          a = mixA(a, keys[d].a[code]);
          b = mixB(b, keys[d].b[code]);
        }
      }
      const identity = join53(a, b);
      const before = identities.add(identity, index);
      if (before > 0 && byLine && sameRow(segments, { leaves, i: identities.firstRow(), j: index })) sums.duplicates++;
      row[i] = before === 0 ? identity : join53(mixA(a, before), mixB(b, before));
      ofFiles.note(row[i], amount[i]);
      if (segment.order === null) {
        if (customer < 0) order[i] = row[i];
        else {
          const code = segment.cells[leaves[customer]][i];
          order[i] = join53(mixA(keys[customer].a[code], day[i]), mixB(keys[customer].b[code], day[i]));
        }
      }
    }
    segment.order = order;
    sums.segments.push({ count, day, codes: {}, amount, quantity, order, row });
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

const TWO_32 = 4294967296;

/** Codes become members; a last, shorter segment gives its spare room back. */
function withMembers(
  raw: RawSegment,
  segment: OrderSegment,
  { leaves, dimensions }: { leaves: number[]; dimensions: Finished[] },
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

interface KeyLanes {
  a: Int32Array;
  b: Int32Array;
}

/** Two hash lanes per distinct cell, of its folded text: a row is the same row however its names are spelt. */
function keyLanes(dictionary: ByteDictionary): KeyLanes {
  const a = new Int32Array(dictionary.size);
  const b = new Int32Array(dictionary.size);
  for (let code = 0; code < dictionary.size; code++) {
    const hash = hashText(foldKey(dictionary.text(code)));
    a[code] = hash | 0;
    b[code] = (hash / TWO_32) | 0;
  }
  return { a, b };
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
