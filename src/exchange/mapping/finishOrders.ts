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
import { closeDate, type DateOrder } from '../csv/calendarDate';
import { type BuiltDimension, buildDimension } from './buildDimension';
import type { DatedRow } from './dateDecision';
import { finishSegments } from './finishSegments';
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
