import type { OrderBatch } from '~/domain/order';
import type { Result } from '~/domain/result';
import { sniff } from '~/exchange/csv/sniff';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { type ImportOrdersOptions, importOrders } from '~/exchange/mapping/importOrders';
import type { ImportMapping, Lookup } from '~/exchange/mapping/mapping';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The mapping as it is proposed for this text, with changes. */
export function mappingOf(text: string, lookups: Lookup[] = [], changes: Partial<ImportMapping> = {}): ImportMapping {
  const sniffed = sniff(utf8(text));
  if (!sniffed.ok) throw new Error(JSON.stringify(sniffed.issues));
  return { ...guessMapping(sniffed.value.headers, sniffed.value.sample, lookups).mapping, ...changes };
}

/** Imports one text as proposed, with changes. */
export function importText(
  text: string,
  {
    mapping = {},
    ...options
  }: Partial<Omit<ImportOrdersOptions, 'mapping'>> & { mapping?: Partial<ImportMapping> } = {},
): Promise<Result<OrderBatch>> {
  return importOrders({
    files: [{ name: 'orders.csv', chunks: [utf8(text)] }],
    minorUnit: 2,
    mapping: mappingOf(text, options.lookups, mapping),
    ...options,
  });
}

export function batchOf(result: Result<OrderBatch>): OrderBatch {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

export const codesOf = (result: Result<unknown>): string[] => (result.ok ? [] : result.issues.map((i) => i.code));

/** Names along the way from the top to the member of one row. */
export function pathOf(batch: OrderBatch, dimension: string, row: number): string {
  const found = batch.dimensions.find((d) => d.dimension === dimension);
  if (!found) throw new Error(`no dimension ${dimension}`);
  const names: string[] = [];
  for (let m = batch.segments[0].codes[dimension][row]; m !== 0; m = found.members[m].parent)
    names.unshift(found.members[m].name);
  return names.join(' > ');
}
