import type { At } from '~/domain/cell';
import { type Day, monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { customerOwners } from '../customers/customerOwners';
import type { PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { nodeFilters } from '../views/nodeFilters';
import { holds } from './eventsAt';
import { regionOfSellers } from './regionOfSellers';

/** What somebody expects of a calendar month (since 1970-01), for what he named. Minor units. */
export interface OwnRow {
  key: string;
  month: number;
  seller: number;
  /** The members that were named, the seller among them. */
  scope: At;
  amount: number;
  /** The day it was said; null = nobody knows. */
  said: Day | null;
}

const DIMENSIONS = ['seller', 'region', 'customer', 'product'] as const;

/** Everything sellers have said, as they said it. */
export function ownRows(document: PlanDocument): OwnRow[] {
  const facts = factsOf(document, 'forecasts');
  if (facts.count === 0) return [];
  const [month, amount, day] = [facts.number('month'), facts.number('amount'), facts.number('day')];
  const codes = DIMENSIONS.map((dimension) => facts.code(dimension));
  return Array.from({ length: facts.count }, (_, row) => ({
    key: facts.keys[row],
    month: month[row],
    seller: codes[0][row],
    scope: Object.fromEntries(
      DIMENSIONS.flatMap((dimension, d) => (codes[d][row] === 0 ? [] : [[dimension, codes[d][row]]])),
    ),
    amount: amount[row],
    said: Number.isNaN(day[row]) ? null : day[row],
  })).filter((row) => Number.isFinite(row.month) && Number.isFinite(row.amount));
}

/**
 * The rows that speak of a node or of a part of it. Whoever names no region speaks of his own (`regionOfSellers`), a customer
 * stands for its seller and region; what names no product says nothing of one.
 */
export function ownRowsAt(document: PlanDocument, plan: Plan | null, { at, on }: { at: At; on: Day }): OwnRow[] {
  const rows = ownRows(document);
  if (rows.length === 0) return rows;
  const regions = at.region === undefined ? null : regionOfSellers(document, plan);
  const owners = new Map<string, Uint32Array>();
  const ownerOf = (dimension: string, customer: number): number => {
    const known = owners.get(dimension) ?? customerOwners(document, dimension, on);
    owners.set(dimension, known);
    return known[customer] ?? 0;
  };
  const codeOf = ({ scope, seller }: OwnRow, dimension: string): number => {
    if (scope[dimension]) return scope[dimension];
    if (dimension !== 'region' && dimension !== 'seller') return 0;
    const byCustomer = scope.customer ? ownerOf(dimension, scope.customer) : 0;
    return byCustomer || (dimension === 'region' ? (regions?.get(seller) ?? 0) : 0);
  };
  const filters = nodeFilters(document, plan, at);
  return rows.filter((row) => filters.every(({ dimension, inside }) => inside[codeOf(row, dimension)] === 1));
}

/**
 * What was said of each month, added up: of every seller and part the newest word, of a part inside another one that the same
 * seller spoke of as well only the whole. `onlyBefore` counts what was said before its month began, and of which that is known.
 */
export function wordsByMonth(
  document: PlanDocument,
  plan: Plan | null,
  { rows, onlyBefore }: { rows: readonly OwnRow[]; onlyBefore: boolean },
): Map<number, { amount: number; said: Day | null; parts: number }> {
  const newest = new Map<string, OwnRow>();
  for (const row of rows) {
    if (onlyBefore && (row.said === null || row.said >= monthPeriodAt(row.month).from)) continue;
    const key = `${row.month}|${DIMENSIONS.map((dimension) => row.scope[dimension] ?? 0).join()}`;
    const known = newest.get(key);
    if (!known || (row.said ?? Number.NEGATIVE_INFINITY) >= (known.said ?? Number.NEGATIVE_INFINITY)) {
      newest.set(key, row);
    }
  }
  const byAuthor = new Map<string, OwnRow[]>();
  for (const row of newest.values()) {
    const author = `${row.month}|${row.seller}`;
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), row]);
  }
  const words = new Map<number, { amount: number; said: Day | null; parts: number }>();
  for (const said of byAuthor.values()) {
    for (const row of said) {
      if (said.some((other) => other !== row && holds(document, plan, other.scope, row.scope))) continue;
      const sum = words.get(row.month) ?? { amount: 0, said: row.said, parts: 0 };
      words.set(row.month, {
        amount: sum.amount + row.amount,
        said: sum.said === null || row.said === null ? null : Math.max(sum.said, row.said),
        parts: sum.parts + 1,
      });
    }
  }
  return words;
}
