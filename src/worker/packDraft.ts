import type { ImportProfile } from '~/domain/importProfile';
import { type Issue, issue } from '~/domain/issue';
import type { PackBatch } from '~/domain/pack';
import type { Certainty, PackTable, TableChoice, TableFormat } from '~/domain/packView';
import { fail, ok, type Result } from '~/domain/result';
import type { OpenedTable } from '~/exchange/sources/openTables';
import type { PackedTable } from '~/exchange/sources/packedTable';
import { profileId } from '~/exchange/sources/profile';
import { proposePack } from '~/exchange/sources/proposePack';
import { byHandOf, rememberedFormat, seenTable } from '~/exchange/sources/readByHand';
import type { PackRead } from '~/exchange/sources/readPack';
import { type TableSource, tableTexts } from '~/exchange/sources/tableSource';
import { WHOLE_BYTES as CLEANED_BYTES } from '~/exchange/sources/wholeBytes';
import type { PackOpened } from './protocol';
import type { ComputePool, TaskControl } from './tasks';

/** Files on their way in, until they are imported or put away. Nothing of them is stored before. */
export interface PackDraft {
  files: Map<string, File>;
  tables: Map<string, PackedTable>;
  /** The last check: what was read, by table and kind, and what would be taken. */
  read: PackRead | null;
  batch: PackBatch | null;
  choices: TableChoice[];
  /** Counts the checks: an older one that ends later is not the last word. */
  checks: number;
}

/** Files up to this size are looked at whole; of larger ones the beginning says how the rest is read. */
const WHOLE_BYTES = 16 * 1024 * 1024;
const HEAD_BYTES = 512 * 1024;
const HEAD_ROWS = 200;

export interface PackTools {
  pool: ComputePool;
  control: TaskControl;
  profiles: ReadonlyMap<string, ImportProfile>;
}

/** Looks into all files: their tables, what each seems to be, and how they go together. Files nobody can read are told. */
export async function openPackDraft(
  id: string,
  files: readonly File[],
  tools: PackTools,
): Promise<Result<{ draft: PackDraft; opened: PackOpened }>> {
  const draft: PackDraft = { files: new Map(), tables: new Map(), read: null, batch: null, choices: [], checks: 0 };
  const issues: Issue[] = [];
  const total = files.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  for (const file of files) {
    if (tools.control.signal.aborted) return fail(issue('import/cancelled'));
    const name = distinctName(file.name, draft.files);
    draft.files.set(name, file);
    const opened = await openFile(name, file, tools);
    if (!opened.ok) issues.push(...opened.issues);
    else {
      for (const table of opened.value) {
        await readAsBefore(
          draft,
          await keepTable(draft, { name, file, opened: table, seen: seenTable(table.table, tools.profiles) }),
          tools,
        );
      }
    }
    done += file.size;
    tools.control.onProgress(done, total);
  }
  if (tools.control.signal.aborted) return fail(issue('import/cancelled'));
  const [first] = issues;
  if (draft.tables.size === 0) return fail(first ?? issue('import/emptyFile'), ...issues.slice(1));
  return ok({ draft, opened: { draft: id, ...proposed(draft, tools.profiles), issues } });
}

/** What had to be said the last time is not asked again, as long as it makes the table a known one. */
async function readAsBefore(draft: PackDraft, packed: PackedTable, tools: PackTools): Promise<void> {
  const { id } = packed.source;
  const format = rememberedFormat(packed.table, tools.profiles);
  if (!format) return;
  await readTableAgain(draft, { table: id, format }, tools);
  const now = tools.profiles.get(profileId(draft.tables.get(id)?.source.headers ?? []));
  if (!now || now.readAs !== undefined) draft.tables.set(id, packed);
}

/** Reads one table again in another way. */
export async function readTableAgain(
  draft: PackDraft,
  { table, format }: { table: string; format: Partial<TableFormat> },
  tools: PackTools,
): Promise<Result<PackTable>> {
  const packed = draft.tables.get(table);
  const file = packed && draft.files.get(packed.table.file);
  if (!packed || !file) return fail(issue('import/cancelled'));
  const { sheet, file: name } = packed.table;
  // What was set before stays set.
  const given = { ...packed.given, ...format };
  const opened = await openFile(name, file, tools, { format: given, ...(sheet === null ? {} : { sheet }) });
  if (!opened.ok) return opened;
  const again = opened.value.find((candidate) => candidate.table.sheet === sheet) ?? opened.value[0];
  const kept = await keepTable(draft, { name, file, opened: again, id: table, given, seen: packed.seen });
  draft.checks += 1;
  draft.read = null;
  draft.batch = null;
  return ok(kept.table);
}

function proposed(
  draft: PackDraft,
  profiles: ReadonlyMap<string, ImportProfile>,
): Omit<PackOpened, 'draft' | 'issues'> & { certainty: Record<string, Certainty> } {
  const packed = [...draft.tables.values()];
  const { choices, certainty, leftOut, orders, guesses, issues } = proposePack(packed, profiles);
  const tables = packed.map(({ table }) => {
    const because = leftOut[table.id];
    return {
      ...table,
      issues: [...table.issues, ...(issues[table.id] ?? [])],
      ...(because ? { leftOutBecause: because } : {}),
    };
  });
  draft.choices = choices;
  return { tables, choices, certainty, orders, guesses };
}

async function openFile(
  name: string,
  file: File,
  { pool, control }: PackTools,
  given: { format?: Partial<TableFormat>; sheet?: string } = {},
): Promise<Result<OpenedTable[]>> {
  const quiet = { signal: control.signal, onProgress: () => undefined };
  const options = { name, size: file.size, ...given };
  if (file.size <= WHOLE_BYTES) return pool.run('openTables', { file, ...options }, quiet);
  const head = await pool.run('openTables', { file: file.slice(0, HEAD_BYTES), ...options, partial: true }, quiet);
  if (head.ok || file.size > CLEANED_BYTES) return head;
  return pool.run('openTables', { file, ...options }, quiet);
}

async function keepTable(
  draft: PackDraft,
  {
    name,
    file,
    opened,
    id,
    given,
    seen,
  }: {
    name: string;
    file: File;
    opened: OpenedTable;
    id?: string;
    given?: Partial<TableFormat>;
    seen: PackedTable['seen'];
  },
): Promise<PackedTable> {
  const { sheet } = opened.table;
  const own = id ?? distinctName(sheet === null ? name : `${name} / ${sheet}`, draft.tables);
  const { clean } = opened;
  const source: TableSource = {
    id: own,
    file: name,
    blob: clean ? new Blob([new Uint8Array(clean.bytes)]) : file,
    csv: opened.csv,
    headers: opened.table.headers,
    rowNumbers: clean?.rowNumbers ?? null,
    reported: opened.reported,
    byHand: byHandOf(given ?? {}, seen),
    seenAs: seen.signature,
    // A clean copy has single units, a point, and days in full already.
    unit: clean ? 1 : (given?.unit ?? 1),
    // Only a person settles what fits two readings; the proposal of the whole table is none for its columns.
    dateOrder: given?.dateOrder ?? null,
    decimalMark: clean ? '.' : (given?.decimalMark ?? null),
  };
  const isWhole = source.blob.size <= WHOLE_BYTES;
  const head = await tableTexts(source, { rows: HEAD_ROWS });
  const whole = isWhole && file.size <= WHOLE_BYTES ? await tableTexts(source) : null;
  const table = { id: own, ...opened.table };
  const packed: PackedTable = { source, table, head, whole, seen, ...(given ? { given } : {}) };
  draft.tables.set(own, packed);
  return packed;
}

function distinctName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let distinct = name;
  for (let n = 2; taken.has(distinct); n += 1) distinct = `${name} (${n})`;
  return distinct;
}
