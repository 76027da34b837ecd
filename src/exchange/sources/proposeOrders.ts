import type { ImportProfile } from '~/domain/importProfile';
import { type ColumnGuess, guessMapping } from '../mapping/guessMapping';
import type { ImportMapping } from '../mapping/mapping';
import { lookupOf, type PackedTable } from './packedTable';
import { isRemembered, profileId, withLookups } from './profile';

/** What a table is for the orders of its pack. */
export interface OrderRole {
  table: string;
  isOrders: boolean;
  /** It may be joined to them. */
  isLookup: boolean;
}

/**
 * How the orders of a pack are read: by what was settled for the same headers before, else by names and cells, joined to the
 * lists that meet them. Lists whose name says that they are a draft or a copy come last. No orders, no mapping.
 */
export function proposeOrders(
  tables: readonly PackedTable[],
  roles: readonly OrderRole[],
  profiles: ReadonlyMap<string, ImportProfile>,
): { mapping: ImportMapping | null; guesses: ColumnGuess[] } {
  const roleOf = new Map(roles.map((role) => [role.table, role]));
  const orders = tables.filter(({ source }) => roleOf.get(source.id)?.isOrders);
  const main = [...orders].sort((a, b) => b.table.size - a.table.size)[0];
  if (!main) return { mapping: null, guesses: [] };
  const lists = tables
    .filter((packed) => roleOf.get(packed.source.id)?.isLookup && !roleOf.get(packed.source.id)?.isOrders)
    .sort((a, b) => Number(isDraft(a.source.id)) - Number(isDraft(b.source.id)));
  const guessed = guessMapping(main.head.headers, main.head.rows, lists.map(lookupOf));
  const remembered = profiles.get(profileId(main.source.headers))?.orders;
  const mapping = isRemembered(remembered) ? knownMapping(remembered, lists, guessed.mapping) : guessed.mapping;
  // What a list says of its members comes in with the list; the join needs no second copy of it.
  const joins = mapping.joins.map((join) => ({ ...join, attributes: [] }));
  return { mapping: { ...mapping, joins }, guesses: guessed.columns };
}

const isDraft = (name: string): boolean =>
  /unclean|raw|backup|copy|old|dirty|draft|副本|备份|旧|草稿|未清洗/i.test(name);

function knownMapping(
  remembered: Omit<ImportMapping, 'aliases'>,
  lists: readonly PackedTable[],
  guessed: ImportMapping,
): ImportMapping {
  const byProfile = new Map(lists.map(({ source }) => [profileId(source.headers), source.id]));
  const known = withLookups(remembered, (signature) => byProfile.get(signature) ?? null);
  const others = guessed.joins.filter(({ dimension }) => !known.joins.some((join) => join.dimension === dimension));
  return { ...known, joins: [...known.joins, ...others], aliases: [] };
}
