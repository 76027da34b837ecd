import { type DimensionId, foldKey } from '~/domain/dimension';
import { columnEvidence } from './columnEvidence';
import { FIELDS, type Field, fieldOf } from './fields';
import { headerWords } from './headerWords';
import type { ColumnMapping, LevelColumn, Lookup, LookupJoin } from './mapping';

export interface OrderColumns {
  columns: readonly ColumnMapping[];
  /** First cells of each column, in the same order. */
  cells: readonly string[][];
}

/**
 * Proposes how a look-up file completes a dimension: the key is the column that is unique in the look-up, meets the most
 * cells of a mapped column, and best carries its name. From the other columns come the name (where the key is a number or
 * code), the levels above, the price and the attributes. Null where nothing meets.
 */
export function guessLookupJoin(lookup: Lookup, orders: OrderColumns): LookupJoin | null {
  const pair = bestPair(lookup, orders);
  if (!pair) return null;
  const { dimension, key } = pair;
  const others = lookup.headers.filter((header) => header !== key);
  const name = nameColumn(lookup, others, { key, dimension });
  const levels = levelColumns(lookup, others, dimension);
  const used = new Set([name, ...levels.map((level) => level.column)]);
  const price = priceColumn(lookup, others);
  const attributes = others.filter((header) => !used.has(header));
  return { dimension, lookup: lookup.name, key, name, levels, price, attributes };
}

const cellsOf = (lookup: Lookup, header: string): string[] => {
  const index = lookup.headers.indexOf(header);
  return lookup.rows.map((row) => row[index] ?? '');
};

function bestPair(lookup: Lookup, { columns, cells }: OrderColumns): { dimension: DimensionId; key: string } | null {
  let best: { dimension: DimensionId; key: string } | null = null;
  let bestScore = 0.5;
  for (const header of lookup.headers) {
    const keys = cellsOf(lookup, header).map(foldKey);
    const distinct = new Set(keys.filter((key) => key !== ''));
    if (distinct.size === 0 || distinct.size < keys.length * 0.98) continue;
    columns.forEach((column, i) => {
      const field = fieldOf(column.field);
      const dimension = column.field === 'own' ? column.dimension : field.dimension;
      if (field.kind !== 'member' || dimension === undefined) return;
      const filled = cells[i].map(foldKey).filter((cell) => cell !== '');
      const met = filled.length === 0 ? 0 : filled.filter((cell) => distinct.has(cell)).length / filled.length;
      const sameName = headerWords(header) === headerWords(column.column) ? 0.6 : 0;
      const sameField = field.names.some((known) => foldKey(known) === headerWords(header)) ? 0.3 : 0;
      // Small whole numbers meet any numbered list: without a name they say nothing.
      const numeric = filled.every((cell) => /^\d+$/.test(cell));
      const score = sameName + sameField + (numeric ? 0.3 : 0.7) * met;
      if (met > 0 && score > bestScore) {
        bestScore = score;
        best = { dimension, key: header };
      }
    });
  }
  return best;
}

/** A key that is a number or a code is shown by the column that says name. */
function nameColumn(
  lookup: Lookup,
  others: readonly string[],
  { key, dimension }: { key: string; dimension: DimensionId },
): string | null {
  const codes = / (?:key|id|code|no|number|sku)$|编号|编码|代码/.test(` ${headerWords(key)}`);
  if (!codes && columnEvidence(cellsOf(lookup, key)).whole < 0.9) return null;
  const field = FIELDS.find((candidate) => candidate.id === dimension);
  const says = (header: string): number => {
    const words = headerWords(header);
    const ofField = field?.names.some((known) => known === words) ?? false;
    const named = /(?:^| )name$|名称$|名$/.test(words);
    return (ofField ? 2 : 0) + (named ? 2 : 0) - (/ (?:key|id|code|sku)$/.test(words) ? 3 : 0);
  };
  const [best] = [...others].sort((a, b) => says(b) - says(a));
  return best !== undefined && says(best) > 0 ? best : null;
}

/** Columns that say by name that they group: fewer distinct values stand higher. */
function levelColumns(lookup: Lookup, others: readonly string[], dimension: DimensionId): LevelColumn[] {
  const levels: (LevelColumn & { distinct: number })[] = [];
  for (const header of others) {
    const words = headerWords(header);
    const matches = (field: Field): boolean =>
      field.names.some(
        (known) => foldKey(known) === words || foldKey(known) === words.replace(/ (?:name|key|id)$/, ''),
      );
    const field = FIELDS.find(
      (candidate) => (candidate.kind === 'parent' ? candidate.dimension === dimension : false) && matches(candidate),
    );
    const region = dimension === 'seller' || dimension === 'region' ? FIELDS.find((f) => f.id === 'region') : undefined;
    const other = region && matches(region) ? region : undefined;
    const level = field?.id ?? other?.id ?? (GROUPS.test(words) && dimension === 'region' ? words : null);
    if (level === null || levels.some((known) => known.level === level)) continue;
    const distinct = new Set(cellsOf(lookup, header).map(foldKey)).size;
    if (distinct < lookup.rows.length) levels.push({ level, column: header, distinct });
  }
  levels.sort((a, b) => a.distinct - b.distinct);
  return levels.map(({ level, column }) => ({ level, column }));
}

/** Levels of territories that have no field of their own. */
const GROUPS = /(?:^| )(?:country|continent|group|zone)(?: |$)|国家|大区|战区/;

function priceColumn(lookup: Lookup, others: readonly string[]): string | null {
  const prices = others.filter((header) => {
    const words = headerWords(header);
    return (
      (/(?:^| )price$/.test(words) || /单价|售价|价格/.test(words)) &&
      columnEvidence(cellsOf(lookup, header)).numbers > 0.5
    );
  });
  return prices[0] ?? null;
}
