import type { OrderBatch } from '~/domain/order';
import { sniff } from '~/exchange/csv/sniff';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { importOrders } from '~/exchange/mapping/importOrders';
import { lookupOf, salesBytes } from '../../exchange/mapping/salesFiles';

/** Real order files as an import with the guessed mapping hands them over. */
export async function realOrders(files: string[], lookupFiles: string[]): Promise<OrderBatch> {
  const lookups = await Promise.all(lookupFiles.map((file) => lookupOf(file, salesBytes(file))));
  const sniffed = sniff(salesBytes(files[files.length - 1]).subarray(0, 256 * 1024), { partial: true });
  if (!sniffed.ok) throw new Error(JSON.stringify(sniffed.issues));
  const { mapping } = guessMapping(sniffed.value.headers, sniffed.value.sample, lookups);
  const chunks = files.map((name) => ({ name, chunks: [salesBytes(name)] }));
  const batch = await importOrders({ files: chunks, mapping, lookups, minorUnit: 2 });
  if (!batch.ok) throw new Error(JSON.stringify(batch.issues));
  return batch.value;
}
