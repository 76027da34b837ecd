import { type Issue, issue } from '~/domain/issue';
import type { OrderBatch } from '~/domain/order';
import type { Day } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import type { CsvFormat } from '../csv/csvFormat';
import { createCsvScanner } from '../csv/scanner';
import { type SniffedFile, sniff } from '../csv/sniff';
import { type Chunks, delimiterByte, scanEncoding, textBytes } from '../csv/textBytes';
import type { CellFixer } from '../sources/cellFixes';
import { finishOrders } from './finishOrders';
import type { ImportMapping, Lookup, MemberAlias } from './mapping';
import { mendedRows } from './mendedRows';
import { type BrokenRow, createOrderCoder, type OrderCoder } from './orderCoder';
import { resolveMapping } from './sourcePlan';

export interface OrderFile {
  name: string;
  chunks: Chunks;
  /** What a person has set against the proposal of `sniff`. */
  format?: Partial<CsvFormat>;
  /** Row a person counts per record behind the header, where the bytes are a clean copy of what was found. */
  rowNumbers?: ArrayLike<number> | null;
  /** Rows of the file that the clean copy does not hold, because they could not be cut into cells. */
  broken?: readonly BrokenRow[];
  /** Mends cells before they are read; only for bytes in UTF-8. */
  fixer?: CellFixer;
}

export interface ImportOrdersOptions {
  /** One import may come in several files (2017, 2018), in this order. */
  files: OrderFile[];
  mapping: ImportMapping;
  minorUnit: number;
  lookups?: Lookup[];
  /** Corrections remembered from earlier imports; the mapping's own come first. */
  aliases?: MemberAlias[];
  /** Name of the import; the file names otherwise. */
  name?: string;
  /** Where the file is complete, if that differs from first of the first month … last day seen. */
  coverage?: { from: Day; to: Day };
  maxRows?: number;
  signal?: { readonly aborted: boolean };
  onProgress?(progress: ImportProgress): void;
}

export interface ImportProgress {
  bytes: number;
  rows: number;
}

const HEAD_BYTES = 256 * 1024;
const MAX_ROWS = 10_000_000;

/**
 * Reads order lines out of one or more CSV files in one pass: what it keeps, and a report on every row it does not keep
 * (rowsIn = kept + reported). Amounts are minor units, rounded once per line, half away from zero. Fails with every reason
 * for files that cannot be read, columns that are missing, dates only a person can order, nothing kept, or on cancel;
 * then nothing is left behind. Memory is the coded columns plus the distinct texts.
 */
export async function importOrders(options: ImportOrdersOptions): Promise<Result<OrderBatch>> {
  const { files, mapping, minorUnit, lookups = [], maxRows = MAX_ROWS, signal } = options;
  const aliases = [...(options.aliases ?? []), ...mapping.aliases];
  const plan = resolveMapping(mapping, lookups, aliases);
  if (!plan.ok) return plan;
  const { dateOrder, decimalMark } = mapping;
  const coder = createOrderCoder({ plan: plan.value, minorUnit, dateOrder, decimalMark });
  const progress: ImportProgress = { bytes: 0, rows: 0 };
  for (const file of files) {
    const issues = await readFile(file, { coder, progress, maxRows, signal, onProgress: options.onProgress });
    if (issues.length > 0) return fail(...issues);
  }
  const source = files.map((file) => file.name).join(' + ');
  const { name = source, coverage } = options;
  if (signal?.aborted) return fail(issue('import/cancelled'));
  if (coder.rowsIn === 0) return fail(issue(files.length === 0 ? 'import/emptyFile' : 'import/headerOnly'));
  return finishOrders({ name, source, plan: plan.value, coded: coder.coded, aliases, dateOrder, coverage });
}

interface ReadContext extends Pick<ImportOrdersOptions, 'signal' | 'onProgress'> {
  coder: OrderCoder;
  progress: ImportProgress;
  maxRows: number;
}

async function readFile(file: OrderFile, context: ReadContext): Promise<Issue[]> {
  const { coder, progress, maxRows, signal, onProgress } = context;
  const source = await openSource(file);
  if (!source.ok) return source.issues;
  const { sniffed, chunks } = source.value;
  const { format } = sniffed;
  const encoding = scanEncoding(format);
  const { headerRow } = format;
  const { rowNumbers = null, fixer } = file;
  const missing = coder.openFile({ name: file.name, headers: sniffed.headers, encoding, headerRow, rowNumbers });
  if (missing.length > 0) return missing;
  for (const row of file.broken ?? []) coder.onBroken(row);

  const mends = fixer && !fixer.isEmpty ? mendedRows(coder.onRow, { fixer, headerRow, rowNumbers }) : coder.onRow;
  const scanner = createCsvScanner({ delimiter: delimiterByte(format.delimiter), onRow: mends });
  const counted = countBytes(chunks, progress);
  for await (const bytes of textBytes(counted, format)) {
    for (let from = 0; from < bytes.length; from += HEAD_BYTES) {
      if (signal?.aborted) return [issue('import/cancelled')];
      scanner.push(bytes.subarray(from, from + HEAD_BYTES));
      if (coder.rowsIn > maxRows) return [issue('import/tooLarge', { rows: maxRows }, { file: file.name })];
    }
    progress.rows = coder.rowsIn;
    onProgress?.({ ...progress });
  }
  scanner.end();
  progress.rows = coder.rowsIn;
  onProgress?.({ ...progress });
  return [];
}

/** Looks at the first bytes, then hands the whole stream on. */
async function openSource(
  file: OrderFile,
): Promise<Result<{ sniffed: SniffedFile; chunks: AsyncIterable<Uint8Array> }>> {
  const head: Uint8Array[] = [];
  let length = 0;
  const iterator =
    Symbol.asyncIterator in file.chunks ? file.chunks[Symbol.asyncIterator]() : file.chunks[Symbol.iterator]();
  let ended = false;
  while (length < HEAD_BYTES && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else {
      head.push(next.value);
      length += next.value.length;
    }
  }
  // The whole file may have come as one chunk: its beginning is enough.
  const bytes = concat(head, length);
  const partial = !ended || length > HEAD_BYTES;
  const sniffed = sniff(bytes.subarray(0, HEAD_BYTES), { file: file.name, partial, format: file.format });
  if (!sniffed.ok) return sniffed;
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield* head;
    while (!ended) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  }
  return ok({ sniffed: sniffed.value, chunks: rest() });
}

async function* countBytes(chunks: AsyncIterable<Uint8Array>, progress: ImportProgress): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    progress.bytes += chunk.length;
    yield chunk;
  }
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1) return chunks[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
