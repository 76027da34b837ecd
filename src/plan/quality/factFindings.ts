import type { FactKind } from '~/domain/fact';
import type { QualityFinding, QualityItem } from '~/domain/quality';
import { SOURCE_KINDS } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { memberName, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { orderCoverage } from '../views/orderCoverage';
import { isFactKind } from './isFactKind';
import { finding, item, type QualityScene } from './scene';

/** Days a source may be behind the orders before somebody should ask for it. */
const STALE_DAYS = 45;

/** A row of facts that cannot be right: which kind, which code of the dictionary says why, and the test. */
interface RowTest {
  kind: FactKind;
  because: string;
  test: (document: PlanDocument) => (row: number) => boolean;
}

const after = (kind: FactKind, because: string, early: string, late: string): RowTest => ({
  kind,
  because,
  test: (document) => {
    const facts = factsOf(document, kind);
    const [first, second] = [facts.number(early), facts.number(late)];
    return (row) => second[row] < first[row];
  },
});

const below = (kind: FactKind, because: string, field: string): RowTest => ({
  kind,
  because,
  test: (document) => {
    const column = factsOf(document, kind).number(field);
    return (row) => column[row] < 0;
  },
});

const TESTS: readonly RowTest[] = [
  after('contracts', 'endsBefore', 'day', 'until'),
  after('promotions', 'endsBefore', 'day', 'until'),
  after('leave', 'endsBefore', 'day', 'until'),
  after('complaints', 'closedBefore', 'day', 'closed'),
  after('complaints', 'dueBefore', 'day', 'deadline'),
  after('receivables', 'dueBefore', 'day', 'due'),
  after('opportunities', 'closedBefore', 'created', 'closed'),
  below('costs', 'negative', 'amount'),
  below('listPrices', 'negative', 'amount'),
  below('marketSize', 'negative', 'amount'),
  below('channelStock', 'negative', 'quantity'),
  {
    kind: 'surveys',
    because: 'outsideScale',
    test: (document) => {
      const facts = factsOf(document, 'surveys');
      const [score, scale, kind] = [facts.number('score'), facts.number('scale'), facts.text('kind')];
      return (row) => {
        const most = kind[row] === 'nps' ? 10 : Number.isNaN(scale[row]) ? 5 : scale[row];
        return score[row] < 0 || score[row] > most;
      };
    },
  },
  {
    kind: 'opportunities',
    because: 'noAmount',
    test: (document) => {
      const facts = factsOf(document, 'opportunities');
      const [amount, result] = [facts.number('amount'), facts.text('result')];
      return (row) => result[row] === 'won' && !(amount[row] > 0);
    },
  },
];

/** What happens all the time: where it ends long before the orders, a file is missing. A price or a contract is dated by its start. */
const FLOWING: ReadonlySet<FactKind> = new Set([
  'opportunities',
  'collections',
  'receivables',
  'channelSpend',
  'channelStock',
  'sellThrough',
  'visits',
  'complaints',
  'surveys',
]);

/** Facts that contradict themselves, that nobody can be asked about, and sources that are far behind the orders. */
export function factFindings({ document }: QualityScene): QualityFinding[] {
  return [...contradictions(document), ...withoutCustomer(document), ...stale(document)];
}

/** Rows that should name a customer and do not: what spends for a region or a channel need not. */
function withoutCustomer(document: PlanDocument): QualityFinding[] {
  return SOURCE_KINDS.flatMap((kind) => {
    if (!isFactKind(kind)) return [];
    const { fields } = SOURCES[kind];
    const isAsked =
      kind === 'opportunities' || fields.some(({ id, required }) => id === 'customer' && required === true);
    const facts = factsOf(document, kind);
    if (!isAsked || facts.count === 0) return [];
    const customer = facts.code('customer');
    const amounts = fields.some(({ id }) => id === 'amount') ? facts.number('amount') : null;
    const nameOf = rowNames(document, kind);
    const items: QualityItem[] = [];
    let sum = 0;
    for (let row = 0; row < facts.count; row += 1) {
      if (customer[row] !== 0) continue;
      const amount = amounts && Number.isFinite(amounts[row]) ? amounts[row] : null;
      sum += amount ?? 0;
      items.push(item({ names: [nameOf(row)].filter((word) => word !== ''), amount }));
    }
    if (items.length === 0) return [];
    items.sort((a, b) => Math.abs(b.amount ?? 0) - Math.abs(a.amount ?? 0));
    const dimension = 'customer';
    return [finding({ kind: 'unassignedFacts', severity: 'warn', dimension, what: kind, items, amount: sum })];
  });
}

function contradictions(document: PlanDocument): QualityFinding[] {
  const byKind = new Map<FactKind, QualityItem[]>();
  for (const { kind, because, test } of TESTS) {
    const facts = factsOf(document, kind);
    if (facts.count === 0) continue;
    const isWrong = test(document);
    const nameOf = rowNames(document, kind);
    const customer = customerColumn(document, kind);
    for (let row = 0; row < facts.count; row += 1) {
      if (!isWrong(row)) continue;
      const name = customer ? memberName(document, 'customer', customer[row]) : '';
      const items = byKind.get(kind) ?? [];
      items.push(item({ names: [nameOf(row), name].filter((word) => word !== ''), because, source: kind }));
      byKind.set(kind, items);
    }
  }
  return [...byKind].map(([kind, items]) => finding({ kind: 'badFacts', severity: 'warn', what: kind, items }));
}

/** What people call a row by: its own number or title as written, else the folded key that tells it apart. */
function rowNames(document: PlanDocument, kind: FactKind): (row: number) => string {
  const facts = factsOf(document, kind);
  const field = SOURCES[kind].fields.find(({ id }) => id === 'key' || id === 'invoice' || id === 'title');
  const texts = field ? facts.text(field.id) : null;
  return (row) => texts?.[row] || facts.keys[row];
}

/** Customers of the rows; null where the kind names none. */
const customerColumn = (document: PlanDocument, kind: FactKind): Uint32Array | null =>
  SOURCES[kind].fields.some(({ id }) => id === 'customer') ? factsOf(document, kind).code('customer') : null;

function stale(document: PlanDocument): QualityFinding[] {
  const coverage = orderCoverage(document);
  if (!coverage) return [];
  const items = SOURCE_KINDS.flatMap((kind) => {
    if (!isFactKind(kind) || !FLOWING.has(kind)) return [];
    const { count, asOf } = factsOf(document, kind);
    return count > 0 && asOf !== null && coverage.asOf - asOf > STALE_DAYS
      ? [item({ source: kind, day: asOf, lines: coverage.asOf - asOf })]
      : [];
  });
  return items.length > 0 ? [finding({ kind: 'stale', severity: 'warn', items })] : [];
}
