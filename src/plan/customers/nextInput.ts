import type { NextRule } from '~/domain/nextProduct';
import { monthsBefore } from '~/domain/period';
import { MOST_ITEMS, NO_ITEM, type StudyInput } from '~/engine/customers/index';
import { type FactTable, rowsBetween } from '~/engine/kpi/index';
import { membersOf, type PlanDocument } from '../document';
import { hierarchyOf, rowsByLevel } from '../members';
import { orderCoverage } from '../views/orderCoverage';
import { orderFacts, type ViewCache } from '../views/viewCache';
import { customerCodes } from './customerCodes';

/** A level of the product tree as rules may look at it. */
export interface ProductLevel {
  id: string;
  /** Product code → code at this level. */
  of: Uint32Array;
  /** Codes that orders name, in order of code. */
  codes: Uint32Array;
}

/** What rules are learnt from. */
export interface NextSource {
  levels: ProductLevel[];
  level: ProductLevel;
  /** Customer code by number in the input. */
  customers: Uint32Array;
  input: StudyInput;
}

const MOST_ADVISED = 3;
/** Left sides of two products: beyond these they are too rare to matter. */
const PAIRS = 400;
const RULES = { minConfidence: 0.05, minLift: 1.2, mostShare: 0.7, pairs: PAIRS };

/** Order lines as customers × products at a level; null without orders that name both. Merged customers count as one. */
export function nextInput(document: PlanDocument, cache: ViewCache, rule: NextRule): NextSource | null {
  const coverage = orderCoverage(document);
  if (!coverage) return null;
  const facts = orderFacts(document, cache);
  const { customer, product } = facts.codes;
  if (!customer || !product) return null;
  const levels = productLevels(document, product);
  const level = levels.find(({ id }) => id === rule.level) ?? levels.findLast(isNarrow) ?? levels[0];
  if (!level || !isNarrow(level)) return null;
  const customers = customerCodes(document);
  const rowsFrom = (months: number): number =>
    months === 0 ? 0 : rowsBetween(facts, monthsBefore(coverage.asOf, months) + 1, coverage.asOf)[0];
  return {
    levels,
    level,
    customers,
    input: {
      lines: linesOf(facts, {
        customer: numbered(customer, customers, membersOf(document, 'customer').next),
        item: numbered(
          product.map((code) => level.of[code] ?? 0),
          level.codes,
          membersOf(document, 'product').next,
        ),
        end: rowsBetween(facts, facts.from, coverage.asOf)[1],
      }),
      customers: customers.length,
      items: level.codes.length,
      by: rule.by,
      learnFrom: rowsFrom(rule.months),
      yearFrom: rowsFrom(12),
      rules: { ...RULES, least: rule.least },
      most: MOST_ADVISED,
    },
  };
}

/** Whether pairs of so many products still fit into a table. */
export const isNarrow = ({ codes }: ProductLevel): boolean => codes.length <= MOST_ITEMS;

/** Levels from the top to the leaves; products without a tree have one. */
function productLevels(document: PlanDocument, product: Uint32Array): ProductLevel[] {
  const members = membersOf(document, 'product');
  const hierarchy = hierarchyOf(document.records, null, 'product');
  const own = Uint32Array.from({ length: members.next }, (_, code) => code);
  const rows = hierarchy ? rowsByLevel(hierarchy, members) : [own];
  const ids = hierarchy?.levels ?? ['product'];
  const bought = new Uint8Array(members.next);
  for (const code of product) bought[code] = 1;
  return rows.flatMap((of, l) => {
    if (!of) return [];
    const named = new Uint8Array(members.next);
    for (let code = 1; code < members.next; code += 1) if (bought[code] === 1) named[of[code]] = 1;
    const codes = own.filter((code) => code > 0 && named[code] === 1);
    return codes.length < 2 ? [] : [{ id: ids[l], of, codes }];
  });
}

/** Codes as numbers 0, 1, 2 … of a list; `NO_ITEM` for those not in it. */
function numbered(column: Uint32Array, codes: Uint32Array, size: number): Uint32Array {
  const numberOf = new Uint32Array(size).fill(NO_ITEM);
  codes.forEach((code, number) => {
    numberOf[code] = number;
  });
  return column.map((code) => numberOf[code] ?? NO_ITEM);
}

const linesOf = (
  { order, amount }: FactTable,
  { customer, item, end }: { customer: Uint32Array; item: Uint32Array; end: number },
): StudyInput['lines'] => ({
  customer: customer.slice(0, end),
  item: item.slice(0, end),
  order: order.slice(0, end),
  amount: amount.slice(0, end),
});
