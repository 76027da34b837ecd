import { foldKey } from '~/domain/dimension';
import type { ImportProfile, ReadByHand } from '~/domain/importProfile';
import type { TableChoice } from '~/domain/packView';
import { textHash } from '~/domain/textHash';
import type { ImportMapping } from '../mapping/mapping';

/** Files with the same headers, in whatever order and width, are read alike. */
export const profileId = (headers: readonly string[]): string =>
  textHash([...headers].map(foldKey).sort().join('\u0001'));

/** What is remembered of the mapping of orders: look-ups by their headers, as their files have another name next month. */
export type RememberedOrders = Omit<ImportMapping, 'aliases'>;

/** How a table was read, to be kept for the next one like it. Names that were mended stay with their members. */
export function profileOf(
  { headers, byHand }: { headers: readonly string[]; byHand?: ReadByHand },
  choice: TableChoice,
  orders: RememberedOrders | null,
): Omit<ImportProfile, 'usedAt'> {
  const fields = Object.entries(choice.fields).map(([kind, byField]) => [
    kind,
    Object.fromEntries(Object.entries(byField).map(([field, header]) => [field, header])),
  ]);
  const mends = choice.fixes.flatMap((fix) => ('row' in fix ? [] : [fix]));
  return {
    id: profileId(headers),
    kinds: choice.kinds,
    fields: Object.fromEntries(fields),
    key: choice.key,
    merge: choice.merge,
    ...(byHand && Object.keys(byHand).length > 0 ? { format: byHand } : {}),
    ...(mends.length > 0 ? { mends } : {}),
    ...(orders && choice.kinds.includes('orders') ? { orders } : {}),
  };
}

/** What a person settled the last time about a file like this one, in the spelling of its own headers. */
export function remindedChoice(choice: TableChoice, profile: ImportProfile, headers: readonly string[]): TableChoice {
  const spelt = new Map(headers.map((header) => [foldKey(header), header]));
  const own = (header: string): string => spelt.get(foldKey(header)) ?? header;
  const fields = Object.entries(profile.fields).map(([kind, byField]) => [
    kind,
    Object.fromEntries(Object.entries(byField).map(([field, header]) => [field, own(header)])),
  ]);
  return {
    ...choice,
    fields: { ...choice.fields, ...Object.fromEntries(fields) },
    key: { ...choice.key, ...profile.key },
    merge: { ...choice.merge, ...profile.merge },
    fixes: (profile.mends ?? []).map((mend) => ({ ...mend, column: own(mend.column) })),
  };
}

/** What is remembered of a table: how it was read, and under the headers it showed at first how to come there. */
export function profilesOf(
  source: { headers: readonly string[]; byHand?: ReadByHand; seenAs?: string },
  choice: TableChoice,
  orders: RememberedOrders | null,
): Omit<ImportProfile, 'usedAt'>[] {
  const profile = profileOf(source, choice, orders);
  const { seenAs } = source;
  if (seenAs === undefined || seenAs === profile.id || !profile.format) return [profile];
  return [profile, { id: seenAs, kinds: [], fields: {}, key: {}, format: profile.format, readAs: profile.id }];
}

/** The mapping with the signature of each look-up in place of its name, or back. Joins without a partner are left out. */
export function withLookups(mapping: RememberedOrders, nameOf: (lookup: string) => string | null): RememberedOrders {
  return {
    ...mapping,
    joins: mapping.joins.flatMap((join) => {
      const lookup = nameOf(join.lookup);
      return lookup === null ? [] : [{ ...join, lookup }];
    }),
  };
}

/** Whether something that was stored is a mapping of orders as this version reads it. */
export function isRemembered(stored: unknown): stored is RememberedOrders {
  if (typeof stored !== 'object' || stored === null) return false;
  const mapping = stored as Partial<RememberedOrders>;
  return Array.isArray(mapping.columns) && Array.isArray(mapping.joins) && 'decimalMark' in mapping;
}
