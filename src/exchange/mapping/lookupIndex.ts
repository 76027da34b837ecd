import { type Decimal, toMinorUnits } from '~/domain/decimal';
import { foldKey } from '~/domain/dimension';
import { amountFromText, type DecimalMark } from '../csv/amountText';
import type { Lookup, LookupJoin, MemberAlias } from './mapping';

/** One row of a look-up as members are made from it. */
export interface LookupEntry {
  key: string;
  name: string;
  /** One per level of the join, from the top; empty where the look-up says nothing. */
  parents: string[];
  price: Decimal | null;
  attributes: Record<string, string | number>;
}

/** Answers which row of a look-up a text in the order file means. */
export interface LookupIndex {
  find(text: string): LookupEntry | null;
}

/**
 * A look-up ready to be joined: keys folded (case, width and spaces do not count), aliases of this dimension applied.
 * Of rows with the same key the first counts. Columns the look-up does not have read as empty.
 */
export function createLookupIndex(
  lookup: Lookup,
  join: LookupJoin,
  { aliases, decimalMark }: { aliases: readonly MemberAlias[]; decimalMark: DecimalMark },
): LookupIndex {
  const column = (name: string | null): number => (name === null ? -1 : lookup.headers.indexOf(name));
  const key = column(join.key);
  const name = column(join.name);
  const price = column(join.price);
  const levels = join.levels.map((level) => column(level.column));
  const attributes = join.attributes.filter((header) => column(header) >= 0);
  const rows = new Map<string, string[]>();
  for (const row of lookup.rows) {
    const folded = foldKey(row[key] ?? '');
    if (folded !== '' && !rows.has(folded)) rows.set(folded, row);
  }
  const meant = aliasTable(aliases, join.dimension);
  const entries = new Map<string, LookupEntry>();

  const entryOf = (folded: string, row: string[]): LookupEntry => {
    const keyText = row[key].trim();
    const value = price < 0 ? null : amountFromText(row[price] ?? '', decimalMark);
    const entry: LookupEntry = {
      key: folded,
      name: (name < 0 ? '' : (row[name] ?? '').trim()) || keyText,
      parents: levels.map((level) => (row[level] ?? '').trim()),
      // A price that no amount could hold is no price.
      price: value && toMinorUnits(value, 0) === null ? null : value,
      attributes: Object.fromEntries(
        attributes.map((header) => [safeName(header), plainValue((row[column(header)] ?? '').trim())]),
      ),
    };
    entries.set(folded, entry);
    return entry;
  };

  return {
    find(text) {
      const said = foldKey(text);
      const folded = rows.has(said) ? said : (meant.get(said) ?? said);
      const row = rows.get(folded);
      if (!row) return null;
      return entries.get(folded) ?? entryOf(folded, row);
    },
  };
}

/** Folded text → folded key that is meant. */
export const aliasTable = (aliases: readonly MemberAlias[], dimension: string): Map<string, string> =>
  new Map(
    aliases.filter((alias) => alias.dimension === dimension).map((alias) => [foldKey(alias.from), foldKey(alias.to)]),
  );

/** The one name that would not be a plain property. */
const safeName = (header: string): string => (header === '__proto__' ? 'proto' : header);

/** A number only where the text is exactly that number: "007" and "1e3" stay text. */
function plainValue(text: string): string | number {
  const number = Number(text);
  return text !== '' && String(number) === text && Number.isFinite(number) ? number : text;
}
