import type { DimensionId } from '~/domain/dimension';
import type { OrderSegment } from '~/domain/order';
import { monthIndexOf } from '~/domain/period';
import type { QualityFinding, QualityItem } from '~/domain/quality';
import { linesByMonth, outlyingLines } from '~/engine/quality/index';
import { memberName, orderSegments, type PlanDocument } from '../document';
import { orderCoverage, wholeMonths } from '../views/orderCoverage';
import { finding, ITEMS, item, type QualityScene } from './scene';

/** A month with less than this share of the usual number of lines is a drop. */
const DROP = 0.2;
/** Months that say what is usual. */
const USUAL = 12;

/** What is doubtful in the order lines: blanks, figures far off, zeros, returns of nothing, days to come, holes in time. */
export function orderFindings(scene: QualityScene): QualityFinding[] {
  const { document } = scene;
  const segments = orderSegments(document);
  if (segments.length === 0) return [];
  const sources = sourceNames(document);
  return [
    ...unassigned(segments),
    ...outlying(document, segments, sources),
    ...zeroAmounts(document, segments, sources),
    ...returnsAlone(document, segments, sources),
    ...future(scene, segments, sources),
    ...holes(document, segments),
    ...severalSellers(document, segments),
  ];
}

/** File name per segment of `orderSegments`. */
function sourceNames(document: PlanDocument): string[] {
  return [...document.records.import.values()].flatMap(({ name, segments }) =>
    segments.flatMap((id) => (document.orders.has(id) ? [name] : [])),
  );
}

function unassigned(segments: readonly OrderSegment[]): QualityFinding[] {
  const dimensions = new Set(segments.flatMap(({ codes }) => Object.keys(codes)));
  return [...dimensions].flatMap((dimension: DimensionId) => {
    let lines = 0;
    let amount = 0;
    let all = 0;
    for (const segment of segments) {
      const codes = segment.codes[dimension];
      all += segment.count;
      for (let i = 0; i < segment.count; i += 1) {
        if (codes && codes[i] !== 0) continue;
        lines += 1;
        amount += segment.amount[i];
      }
    }
    if (lines === 0 || lines === all) return [];
    const severity = dimension === 'customer' || dimension === 'product' ? 'bad' : 'warn';
    return [
      finding({ kind: 'unassigned', severity, dimension, items: [item({ lines, amount })], amount, count: lines }),
    ];
  });
}

function outlying(
  document: PlanDocument,
  segments: readonly OrderSegment[],
  sources: readonly string[],
): QualityFinding[] {
  const { lines, all } = outlyingLines(segments, ITEMS);
  if (all === 0) return [];
  const items = lines.map(({ segment, row, odd, value, usual }) => ({
    ...lineItem(document, segments[segment], { row, source: sources[segment] }),
    because: odd,
    amount: odd === 'amount' ? value : Math.round(value),
    usual: Math.round(usual),
  }));
  const severity = lines.some(({ odd }) => odd === 'unit') ? 'bad' : 'warn';
  return [finding({ kind: 'outlying', severity, items, count: all })];
}

function zeroAmounts(
  document: PlanDocument,
  segments: readonly OrderSegment[],
  sources: readonly string[],
): QualityFinding[] {
  return linesWhere('zeroAmount', { document, segments, sources }, (segment, i) => segment.amount[i] === 0);
}

function future(scene: QualityScene, segments: readonly OrderSegment[], sources: readonly string[]): QualityFinding[] {
  const given = { document: scene.document, segments, sources };
  return linesWhere('future', given, (segment, i) => segment.day[i] > scene.today, 'bad');
}

/** Returns of a customer that never bought the product before: often a sign or a name mixed up. */
function returnsAlone(
  document: PlanDocument,
  segments: readonly OrderSegment[],
  sources: readonly string[],
): QualityFinding[] {
  const width = 1 << 24;
  const first = new Map<number, number>();
  const keyOf = ({ codes }: OrderSegment, i: number): number =>
    (codes.customer?.[i] ?? 0) * width + (codes.product?.[i] ?? 0);
  for (const segment of segments) {
    for (let i = 0; i < segment.count; i += 1) {
      if (!(segment.amount[i] > 0)) continue;
      const key = keyOf(segment, i);
      const known = first.get(key);
      if (known === undefined || segment.day[i] < known) first.set(key, segment.day[i]);
    }
  }
  return linesWhere('returnAlone', { document, segments, sources }, (segment, i) => {
    if (!(segment.amount[i] < 0)) return false;
    const bought = first.get(keyOf(segment, i));
    return bought === undefined || bought > segment.day[i];
  });
}

function linesWhere(
  kind: 'zeroAmount' | 'future' | 'returnAlone',
  given: { document: PlanDocument; segments: readonly OrderSegment[]; sources: readonly string[] },
  test: (segment: OrderSegment, i: number) => boolean,
  severity: QualityFinding['severity'] = 'note',
): QualityFinding[] {
  const { document, segments, sources } = given;
  const items: QualityItem[] = [];
  let count = 0;
  let amount = 0;
  segments.forEach((segment, no) => {
    for (let i = 0; i < segment.count; i += 1) {
      if (!test(segment, i)) continue;
      count += 1;
      amount += segment.amount[i];
      if (items.length < ITEMS) items.push(lineItem(document, segment, { row: i, source: sources[no] }));
    }
  });
  return count === 0 ? [] : [finding({ kind, severity, items, count, amount })];
}

function lineItem(
  document: PlanDocument,
  { codes, day, amount }: OrderSegment,
  { row, source }: { row: number; source: string },
): QualityItem {
  const named = (['customer', 'product', 'seller'] as const).map((dimension) =>
    memberName(document, dimension, codes[dimension]?.[row] ?? 0),
  );
  return item({ names: named.filter((name) => name !== ''), day: day[row], amount: amount[row], source });
}

/** Months between the first and the last order that no import covers, that are covered and empty, or far below what is usual. */
function holes(document: PlanDocument, segments: readonly OrderSegment[]): QualityFinding[] {
  const coverage = orderCoverage(document);
  if (!coverage) return [];
  const { firstMonth, lines } = linesByMonth(segments);
  const whole = wholeMonths(coverage, firstMonth, lines.length);
  const gaps: QualityItem[] = [];
  const drops: QualityItem[] = [];
  lines.forEach((count, i) => {
    const month = firstMonth + i;
    const isLast = month === monthIndexOf(coverage.asOf);
    if (whole[i] === 0 && !isLast && i > 0) gaps.push(item({ month, lines: count, because: 'unknown' }));
    else if (count === 0) gaps.push(item({ month, lines: 0, because: 'empty' }));
    else if (whole[i] === 1 && i >= 3) {
      const before = Array.from(lines.subarray(Math.max(0, i - USUAL), i)).sort((a, b) => a - b);
      const usual = before[before.length >> 1];
      if (count < usual * DROP && usual >= 5) drops.push(item({ month, lines: count, usual }));
    }
  });
  return [
    ...(gaps.length > 0 ? [finding({ kind: 'gap', severity: 'warn', items: gaps })] : []),
    ...(drops.length > 0 ? [finding({ kind: 'drop', severity: 'warn', items: drops })] : []),
  ];
}

/** Customers that several sellers sold to in one month: shared on purpose, or a seller's name mixed up. */
function severalSellers(document: PlanDocument, segments: readonly OrderSegment[]): QualityFinding[] {
  const sellerOf = new Map<string, number>();
  const shared = new Map<number, { month: number; sellers: Set<number> }>();
  for (const { count, day, codes } of segments) {
    const { customer, seller } = codes;
    if (!customer || !seller) continue;
    let month = 0;
    let known = Number.NaN;
    for (let i = 0; i < count; i += 1) {
      if (customer[i] === 0 || seller[i] === 0) continue;
      if (day[i] !== known) {
        known = day[i];
        month = monthIndexOf(known);
      }
      const key = `${customer[i]}/${month}`;
      const first = sellerOf.get(key);
      if (first === undefined) sellerOf.set(key, seller[i]);
      else if (first !== seller[i]) {
        const one = shared.get(customer[i]) ?? { month, sellers: new Set([first]) };
        one.sellers.add(seller[i]);
        shared.set(customer[i], one);
      }
    }
  }
  // Where most customers are shared, that is how the company sells.
  const customers = new Set([...sellerOf.keys()].map((key) => key.slice(0, key.indexOf('/')))).size;
  if (shared.size === 0 || shared.size > customers / 5) return [];
  const items = [...shared].map(([customer, { month, sellers }]) =>
    item({
      names: [
        memberName(document, 'customer', customer),
        ...[...sellers].map((one) => memberName(document, 'seller', one)),
      ],
      codes: [customer],
      month,
    }),
  );
  return [finding({ kind: 'severalSellers', severity: 'note', items })];
}
