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

/** Facts that contradict themselves, and sources that are far behind the orders. */
export function factFindings({ document }: QualityScene): QualityFinding[] {
  return [...contradictions(document), ...stale(document)];
}

function contradictions(document: PlanDocument): QualityFinding[] {
  const byKind = new Map<FactKind, QualityItem[]>();
  for (const { kind, because, test } of TESTS) {
    const facts = factsOf(document, kind);
    if (facts.count === 0) continue;
    const isWrong = test(document);
    const customer = customerColumn(document, kind);
    for (let row = 0; row < facts.count; row += 1) {
      if (!isWrong(row)) continue;
      const name = customer ? memberName(document, 'customer', customer[row]) : '';
      const items = byKind.get(kind) ?? [];
      items.push(item({ names: [facts.keys[row], name].filter((word) => word !== ''), because, source: kind }));
      byKind.set(kind, items);
    }
  }
  return [...byKind].map(([kind, items]) => finding({ kind: 'badFacts', severity: 'warn', what: kind, items }));
}

/** Customers of the rows; null where the kind names none. */
const customerColumn = (document: PlanDocument, kind: FactKind): Uint32Array | null =>
  SOURCES[kind].fields.some(({ id }) => id === 'customer') ? factsOf(document, kind).code('customer') : null;

function stale(document: PlanDocument): QualityFinding[] {
  const coverage = orderCoverage(document);
  if (!coverage) return [];
  const items = SOURCE_KINDS.flatMap((kind) => {
    if (!isFactKind(kind)) return [];
    const { count, asOf } = factsOf(document, kind);
    return count > 0 && asOf !== null && coverage.asOf - asOf > STALE_DAYS
      ? [item({ source: kind, day: asOf, lines: coverage.asOf - asOf })]
      : [];
  });
  return items.length > 0 ? [finding({ kind: 'stale', severity: 'warn', items })] : [];
}
