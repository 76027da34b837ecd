import type { DimensionId } from '~/domain/dimension';
import type { ImportMapping } from '~/state/protocol';

export type ColumnMapping = ImportMapping['columns'][number];
export type FieldId = ColumnMapping['field'];
export type LookupJoin = ImportMapping['joins'][number];

/** What a column can become, in the order in which people look for it. */
export const FIELD_GROUPS: readonly (readonly FieldId[])[] = [
  ['date', 'amount', 'quantity', 'unitPrice', 'orderNumber', 'orderLine'],
  ['customer', 'sector'],
  ['product', 'series', 'category'],
  ['seller', 'manager', 'office', 'region'],
  ['settlementMethod', 'salesMode'],
];

/** Dimension whose leaves a column of this meaning holds; null for all other meanings. */
const LEAF_OF: Partial<Record<FieldId, DimensionId>> = {
  customer: 'customer',
  product: 'product',
  seller: 'seller',
  region: 'region',
  settlementMethod: 'settlementMethod',
  salesMode: 'salesMode',
};

const dimensionOfColumn = (column: ColumnMapping): DimensionId | null =>
  column.field === 'own' ? (column.dimension ?? null) : (LEAF_OF[column.field] ?? null);

/** Dimensions that have a column in the order file: only those can be completed by a look-up. */
export const mappedDimensions = (mapping: ImportMapping): DimensionId[] =>
  mapping.columns.flatMap((column) => dimensionOfColumn(column) ?? []);

/** An id for a column that makes a dimension of its own, apart from those in use. */
export function ownDimensionOf(mapping: ImportMapping, column: string): DimensionId {
  const slug = column
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const taken = new Set(mapping.columns.filter((other) => other.column !== column).map((other) => other.dimension));
  const id = `own-${slug || 'column'}`;
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? id : `${id}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/**
 * Gives a column another meaning. A standard meaning belongs to one column: the one that had it is not imported then. Joins
 * of a dimension that no column feeds any more go.
 */
export function assignColumn(mapping: ImportMapping, column: string, field: FieldId): ImportMapping {
  const exclusive = field !== 'own' && field !== 'ignore';
  const columns = mapping.columns.map((entry): ColumnMapping => {
    if (entry.column === column) {
      return field === 'own' ? { column, field, dimension: ownDimensionOf(mapping, column) } : { column, field };
    }
    return exclusive && entry.field === field ? { column: entry.column, field: 'ignore' } : entry;
  });
  const next = { ...mapping, columns };
  const dimensions = new Set(mappedDimensions(next));
  return { ...next, joins: mapping.joins.filter((join) => dimensions.has(join.dimension)) };
}

/** Puts the join of one look-up in the place of its old one; null takes it away. A dimension has one look-up at most. */
export function replaceJoin(mapping: ImportMapping, lookup: string, join: LookupJoin | null): ImportMapping {
  const others = mapping.joins.filter(
    (other) => other.lookup !== lookup && (join === null || other.dimension !== join.dimension),
  );
  return { ...mapping, joins: join ? [...others, join] : others };
}

/** A new join with nothing but its key; all other columns come along as facts of the member. */
export const plainJoin = (lookup: string, dimension: DimensionId, headers: readonly string[]): LookupJoin => ({
  dimension,
  lookup,
  key: headers[0] ?? '',
  name: null,
  levels: [],
  price: null,
  attributes: headers.slice(1),
});

/** Changes parts of a join; columns that got a role are no attributes any more, freed ones are again. */
export function changeJoin(join: LookupJoin, part: Partial<LookupJoin>, headers: readonly string[]): LookupJoin {
  const next = { ...join, ...part };
  const used = new Set([next.key, next.name, ...next.levels.map((level) => level.column)]);
  return { ...next, attributes: headers.filter((header) => !used.has(header)) };
}

/** Another name for a member is taken down; an empty `to` takes the correction back. */
export function withAlias(
  mapping: ImportMapping,
  { dimension, from, to }: { dimension: DimensionId; from: string; to: string | null },
): ImportMapping {
  const others = mapping.aliases.filter((alias) => alias.dimension !== dimension || alias.from !== from);
  return { ...mapping, aliases: to === null ? others : [...others, { dimension, from, to }] };
}

/** What is still missing before the files can be read: a date, and an amount or the parts it is computed from. */
export function missingParts(mapping: ImportMapping): ('date' | 'amount')[] {
  const missing: ('date' | 'amount')[] = [];
  if (columnOf(mapping, 'date') === null) missing.push('date');
  if (amountSource(mapping) === null) missing.push('amount');
  return missing;
}

export type AmountSource =
  | { kind: 'column'; column: string }
  | { kind: 'timesColumn'; quantity: string; price: string }
  | { kind: 'timesLookup'; quantity: string; price: string; lookup: string };

/** Where the amount of a row comes from: its own column, else quantity × unit price, else quantity × a joined price. */
export function amountSource(mapping: ImportMapping): AmountSource | null {
  const column = columnOf(mapping, 'amount');
  if (column !== null) return { kind: 'column', column };
  const quantity = columnOf(mapping, 'quantity');
  if (quantity === null) return null;
  const price = columnOf(mapping, 'unitPrice');
  if (price !== null) return { kind: 'timesColumn', quantity, price };
  const join = mapping.joins.find((candidate) => candidate.price !== null);
  return join?.price ? { kind: 'timesLookup', quantity, price: join.price, lookup: join.lookup } : null;
}

export const columnOf = (mapping: ImportMapping, field: FieldId): string | null =>
  mapping.columns.find((column) => column.field === field)?.column ?? null;
