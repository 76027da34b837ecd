import { type Issue, issue } from '~/domain/issue';
import type { ImportReport, OrderBatch } from '~/domain/order';
import { fail, ok, type Result } from '~/domain/result';
import type { ImportFileHead, ImportPreview } from '~/domain/view';
import { type SniffedFile, sniff } from '~/exchange/csv/sniff';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import type { ImportMapping, Lookup } from '~/exchange/mapping/mapping';
import { readLookup } from '~/exchange/mapping/readLookup';
import { withoutKnownRows } from '~/plan/commands/orders';
import type { PlanDocument } from '~/plan/document';
import { knownAliases } from './knownAliases';
import { membersToMean, orderPreview } from './orderPreview';
import type { ImportOpened, ReportWords } from './protocol';
import type { ComputePool, TaskControl } from './tasks';

/** Files somebody chose, until they are imported or put away. Nothing of them is stored before. */
export interface Draft {
  orders: File[];
  lookups: Lookup[];
  batch: OrderBatch | null;
}

const HEAD_BYTES = 256 * 1024;
/** Look-ups are read whole; a larger file must be the orders. */
const LOOKUP_BYTES = 16 * 1024 * 1024;

/** Looks into the chosen files: which hold orders, which are look-ups, and what their columns seem to mean. */
export async function openDraft(id: string, files: File[]): Promise<Result<{ draft: Draft; opened: ImportOpened }>> {
  const heads: { file: File; sniffed: SniffedFile }[] = [];
  const refused: Issue[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    const sniffed = sniff(bytes, { file: file.name, partial: file.size > HEAD_BYTES });
    if (sniffed.ok) heads.push({ file, sniffed: sniffed.value });
    else refused.push(...sniffed.issues);
  }
  if (refused.length > 0) return fail(...refused);
  if (heads.length === 0) return fail(issue('import/emptyFile'));
  const main = orderFileOf(heads);
  const orders = heads.filter(({ sniffed }) => sameHeaders(sniffed.headers, main.sniffed.headers));
  const lookups: Lookup[] = [];
  for (const { file } of heads.filter((head) => !orders.includes(head))) {
    if (file.size > LOOKUP_BYTES) return fail(issue('import/tooLarge', { megabytes: 16 }, { file: file.name }));
    const lookup = await readLookup(file.name, new Uint8Array(await file.arrayBuffer()));
    if (!lookup.ok) return lookup;
    lookups.push(lookup.value);
  }
  const guessed = guessMapping(main.sniffed.headers, main.sniffed.sample, lookups);
  const opened: ImportOpened = {
    draft: id,
    files: heads.map(({ file, sniffed }) =>
      headOf(
        file,
        sniffed,
        orders.some((head) => head.file === file),
      ),
    ),
    mapping: guessed.mapping,
    guesses: guessed.columns,
    issues: [...heads.flatMap(({ sniffed }) => sniffed.issues), ...guessed.issues],
  };
  return ok({ draft: { orders: orders.map(({ file }) => file), lookups, batch: null }, opened });
}

/** The file whose columns read most like order lines: a date and an amount or a quantity; the largest of those. */
function orderFileOf(heads: { file: File; sniffed: SniffedFile }[]): { file: File; sniffed: SniffedFile } {
  const scored = heads.map((head) => {
    const { mapping } = guessMapping(head.sniffed.headers, head.sniffed.sample);
    const has = (field: string): boolean => mapping.columns.some((column) => column.field === field);
    const score = (has('date') ? 2 : 0) + (has('amount') || has('quantity') ? 1 : 0) + (has('customer') ? 1 : 0);
    return { head, score };
  });
  scored.sort((a, b) => b.score - a.score || b.head.file.size - a.head.file.size);
  return scored[0].head;
}

const sameHeaders = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((header, index) => header === b[index]);

const headOf = (file: File, sniffed: SniffedFile, isOrders: boolean): ImportFileHead => ({
  name: file.name,
  size: file.size,
  role: isOrders ? 'orders' : 'lookup',
  encoding: sniffed.format.encoding,
  delimiter: sniffed.format.delimiter,
  headerRow: sniffed.format.headerRow,
  headers: sniffed.headers,
  sample: sniffed.sample,
  issues: sniffed.issues,
});

/** Reads the whole files as mapped, without storing anything: what would be kept, what not, and why. */
export async function previewDraft(
  draft: Draft,
  options: {
    /** Null before the first import: the workspace is made when it is confirmed. */
    document: PlanDocument | null;
    minorUnit: number;
    mapping: ImportMapping;
    pool: ComputePool;
    control: TaskControl;
  },
): Promise<Result<ImportPreview>> {
  draft.batch = null;
  const result = await options.pool.run(
    'import',
    {
      files: draft.orders,
      names: draft.orders.map((file) => file.name),
      lookups: draft.lookups,
      mapping: options.mapping,
      aliases: options.document ? knownAliases(options.document) : [],
      minorUnit: options.minorUnit,
    },
    options.control,
  );
  if (!result.ok) return result;
  if (options.control.signal.aborted) return fail(issue('import/cancelled'));
  const fresh = options.document ? withoutKnownRows(options.document, result.value) : result.value;
  draft.batch = result.value;
  const known = membersToMean(draft.lookups, options.mapping, fresh.report);
  const downloadable = result.value.report.rows.length;
  return ok(orderPreview({ batch: fresh, mapping: options.mapping, known, downloadable }));
}

/** The reported rows as a file to download, with reasons in the words of the page. */
export async function reportedRowsOf(report: ImportReport, words: ReportWords): Promise<string> {
  const { reportedRowsCsv } = await import('~/exchange/mapping/reportedRowsCsv');
  return reportedRowsCsv(report, {
    ...words,
    reasonText: (row) => words.reasons[row.issue.code] ?? row.issue.code,
  });
}
