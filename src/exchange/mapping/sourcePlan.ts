import type { DimensionId } from '~/domain/dimension';
import { type Issue, issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type FieldId, fieldOf } from './fields';
import { createLookupIndex, type LookupIndex } from './lookupIndex';
import type { ImportMapping, Lookup, LookupJoin, MemberAlias } from './mapping';
import { ownDimension } from './ownDimension';

/** One dimension to be filled: which columns its leaves and their parents stand in. */
export interface DimensionPlan {
  dimension: DimensionId;
  leafLevel: string;
  /** Column of the leaves. */
  column: string;
  /** Parents from the top, each from a column of the order file or a level of the look-up. */
  parents: ParentPlan[];
  join: JoinPlan | null;
}

export type ParentPlan = { level: string; rank: number } & ({ column: string } | { lookupLevel: number });

export interface JoinPlan {
  join: LookupJoin;
  index: LookupIndex;
}

/** A mapping that was checked: what to read from each row. */
export interface SourcePlan {
  date: string;
  amount: string | null;
  quantity: string | null;
  /** Column with the unit price, where the amount is computed from it. */
  unitPrice: string | null;
  /** Dimension whose look-up gives the unit price, where the amount is computed from that. */
  priceJoin: DimensionPlan | null;
  orderNumber: string | null;
  orderLine: string | null;
  filter: { column: string; keep: string[] } | null;
  dimensions: DimensionPlan[];
}

/** Checks a mapping and brings it into the order of work, or says which columns are missing. */
export function resolveMapping(
  mapping: ImportMapping,
  lookups: readonly Lookup[],
  aliases: readonly MemberAlias[],
): Result<SourcePlan> {
  const columnOf = (id: FieldId): string | null => mapping.columns.find((c) => c.field === id)?.column ?? null;
  const dimensions = planDimensions(mapping, lookups, aliases);
  const date = columnOf('date');
  const amount = columnOf('amount');
  const quantity = columnOf('quantity');
  const unitPrice = amount === null ? columnOf('unitPrice') : null;
  const priceJoin =
    amount === null && unitPrice === null ? (dimensions.find((plan) => plan.join?.join.price != null) ?? null) : null;

  const issues: Issue[] = [];
  if (date === null) issues.push(issue('import/missingColumn', { field: 'date' }));
  if (amount === null && (quantity === null || (unitPrice === null && priceJoin === null))) {
    issues.push(issue('import/missingColumn', { field: 'amount' }));
  }
  if (date === null || issues.length > 0) return fail(...issues);
  return ok({
    date,
    amount,
    quantity,
    unitPrice,
    priceJoin,
    orderNumber: columnOf('orderNumber'),
    orderLine: columnOf('orderLine'),
    filter: mapping.filter,
    dimensions,
  });
}

/** All columns of the order file that a plan reads. */
export function columnsOf(plan: SourcePlan): string[] {
  const parents = plan.dimensions.flatMap((d) => d.parents.flatMap((p) => ('column' in p ? [p.column] : [])));
  const single = [plan.date, plan.amount, plan.quantity, plan.unitPrice, plan.orderNumber, plan.orderLine];
  const all = [...single, plan.filter?.column ?? null, ...plan.dimensions.map((d) => d.column), ...parents];
  return [...new Set(all.filter((column) => column !== null))];
}

interface Candidate {
  column: string;
  level: string;
  rank: number;
}

function planDimensions(
  mapping: ImportMapping,
  lookups: readonly Lookup[],
  aliases: readonly MemberAlias[],
): DimensionPlan[] {
  const candidates = new Map<DimensionId, Candidate[]>();
  for (const { column, field, dimension } of mapping.columns) {
    const { kind, dimension: standard, rank = 0 } = fieldOf(field);
    const id = field === 'own' ? (dimension ?? ownDimension(column)) : standard;
    if ((kind !== 'member' && kind !== 'parent') || id === undefined) continue;
    const list = candidates.get(id) ?? [];
    if (!list.some((other) => other.rank === rank)) list.push({ column, level: field === 'own' ? id : field, rank });
    candidates.set(id, list);
  }
  return [...candidates].map(([dimension, list]) => {
    // A dimension known only by its upper level (a category column, no product column) has that level as its leaves.
    const [leaf, ...above] = list.sort((a, b) => a.rank - b.rank);
    const join = joinOf(dimension);
    const taken = new Set(join?.join.levels.map((level) => level.level));
    const parents: ParentPlan[] = [
      ...(join?.join.levels ?? []).map((level, i, all) => ({
        level: level.level,
        rank: FIELD_RANK.get(level.level) ?? all.length - i,
        lookupLevel: i,
      })),
      ...above.filter((candidate) => !taken.has(candidate.level)),
    ];
    parents.sort((a, b) => b.rank - a.rank);
    return { dimension, leafLevel: leaf.level, column: leaf.column, parents, join };
  });

  function joinOf(dimension: DimensionId): JoinPlan | null {
    const join = mapping.joins.find((candidate) => candidate.dimension === dimension);
    const lookup = lookups.find((candidate) => candidate.name === join?.lookup);
    if (!join || !lookup) return null;
    const { decimalMark } = mapping;
    return { join, index: createLookupIndex(lookup, join, { aliases, decimalMark }) };
  }
}

const FIELD_RANK = new Map<string, number>(
  (['sector', 'series', 'category', 'manager', 'office'] as const).map((id) => [id, fieldOf(id).rank ?? 0]),
);
