import { sniff } from '~/exchange/csv/sniff';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { importOrders } from '~/exchange/mapping/importOrders';
import { orderFile } from './importCsv';

const MEGABYTE = 1024 * 1024;
const LIMIT_MB = 250;
const LINES = 1_000_000;
const PART = 50_000;

/**
 * The most memory an import of 80 MB takes beside the file: the file comes part by part as a stream does, and is never held as
 * a whole. Heap and buffers at every chunk, garbage that was not yet collected included.
 */
export async function runImportMemoryBench() {
  const [head] = orderFile(PART);
  const sniffed = sniff(head.subarray(0, 256 * 1024), { partial: true });
  if (!sniffed.ok) throw new Error(JSON.stringify(sniffed.issues));
  const { mapping } = guessMapping(sniffed.value.headers, sniffed.value.sample);
  const before = used();
  let peak = 0;
  const start = performance.now();
  const result = await importOrders({
    files: [{ name: 'orders.csv', chunks: parts() }],
    mapping,
    minorUnit: 2,
    onProgress: () => {
      peak = Math.max(peak, used() - before);
    },
  });
  const ms = performance.now() - start;
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  if (result.value.report.rowsIn !== LINES) throw new Error(JSON.stringify(result.value.report));
  return {
    id: 'import-csv-memory',
    ms,
    reference: `${Math.round(peak / MEGABYTE)} MB beside the file at the peak, of ${LIMIT_MB} MB`,
    ratio: peak / MEGABYTE / LIMIT_MB,
    must: 1,
    aim: 120 / LIMIT_MB,
    higherIsBetter: false,
  };
}

function* parts(): Generator<Uint8Array> {
  for (let from = 0; from < LINES; from += PART) {
    const chunks = orderFile(PART, 20_250_101 + from);
    for (const [i, chunk] of chunks.entries()) {
      // The header stands in the first part only.
      yield from > 0 && i === 0 ? chunk.subarray(chunk.indexOf(0x0a) + 1) : chunk;
    }
  }
}

const used = (): number => {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
};
