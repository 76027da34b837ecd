import type { MemberCode } from '~/domain/dimension';
import { CUSTOMER_FACTS, type CustomerFactKind, type FactPart } from '~/domain/oneCustomer';
import type { Day } from '~/domain/period';
import type { SourceField } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { memberName, type PlanDocument } from '../document';
import { mergedMembers } from '../mergedMembers';
import { type Facts, factsOf } from '../sources/facts';

/** Newest rows that one page shows of a source. */
const MOST = 20;

/** What every source that names customers says of one, newest first; a source without any row is told as unknown. */
export const customerFactParts = (document: PlanDocument, customer: MemberCode, today: Day): FactPart[] =>
  CUSTOMER_FACTS.map((kind) => factPart(document, { kind, customer, today }));

/** What a page about one customer need not say, so that dates and amounts have the room. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'customer',
  'key',
  'receivables/seller',
  'receivables/day',
  'collections/seller',
]);

function factPart(
  document: PlanDocument,
  { kind, customer, today }: { kind: CustomerFactKind; customer: MemberCode; today: Day },
): FactPart {
  const facts = factsOf(document, kind);
  const { dated } = SOURCES[kind];
  const fields = SOURCES[kind].fields.filter(({ id }) => !LEFT_OUT.has(id) && !LEFT_OUT.has(`${kind}/${id}`));
  const merged = mergedMembers(document, 'customer');
  const codes = facts.code('customer');
  const rows: number[] = [];
  for (let row = 0; row < facts.count; row += 1) {
    if ((merged?.[codes[row]] ?? codes[row]) === customer) rows.push(row);
  }
  const day = dated === null ? null : facts.number(dated);
  if (day) rows.sort((a, b) => (day[b] || 0) - (day[a] || 0) || a - b);
  const amount = fields.some(({ id }) => id === 'amount') ? facts.number('amount') : null;
  const shown = fields.filter((field) => rows.some((row) => cellOf(document, facts, { field, row }) !== null));
  return {
    kind,
    known: facts.count > 0,
    asOf: facts.asOf,
    count: rows.length,
    fields: shown.map(({ id, type }) => ({ id, type })),
    rows: rows.slice(0, MOST).map((row) => shown.map((field) => cellOf(document, facts, { field, row }))),
    amount: amount && rows.reduce((sum, row) => sum + (amount[row] || 0), 0),
    open: openOf(facts, rows, today),
  };
}

/** Complaints that are not closed, receivables past their due date in minor units, neither credited nor disputed; 0 for the others. */
function openOf(facts: Facts, rows: readonly number[], today: Day): number {
  if (facts.kind === 'complaints') {
    const state = facts.text('state');
    const closed = facts.number('closed');
    return rows.filter((row) => state[row] !== 'closed' && Number.isNaN(closed[row])).length;
  }
  if (facts.kind !== 'receivables') return 0;
  const due = facts.number('due');
  const amount = facts.number('amount');
  const disputed = facts.number('disputed');
  const asOf = facts.asOf ?? today;
  const isLate = (row: number) => due[row] < asOf && amount[row] > 0 && disputed[row] !== 1;
  return rows.reduce((sum, row) => sum + (isLate(row) ? amount[row] : 0), 0);
}

function cellOf(
  document: PlanDocument,
  facts: Facts,
  { field, row }: { field: SourceField; row: number },
): string | number | null {
  if (field.type === 'member') {
    const code = facts.code(field.id)[row];
    return code === 0 || field.dimension === undefined ? null : memberName(document, field.dimension, code);
  }
  if (field.type === 'text' || field.type === 'choice') return facts.text(field.id)[row] || null;
  const value = facts.number(field.id)[row];
  return Number.isNaN(value) ? null : value;
}
