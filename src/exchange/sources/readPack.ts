import { type Issue, issue } from '~/domain/issue';
import type { PackBatch, TableBatch } from '~/domain/pack';
import type { MergeRule, TableChoice } from '~/domain/packView';
import { fail, ok, type Result } from '~/domain/result';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { fileChunks } from '../csv/fileChunks';
import { importOrders, type OrderFile } from '../mapping/importOrders';
import type { ImportMapping, Lookup, MemberAlias } from '../mapping/mapping';
import { createFixer } from './cellFixes';
import { profileId, profilesOf, withLookups } from './profile';
import { readDays } from './readDays';
import { readFacts } from './readFacts';
import { readMembers } from './readMembers';
import { readTargets } from './readTargets';
import type { TableRead } from './tableRead';
import { type TableSource, type TableTexts, tableTexts } from './tableSource';
import { utf8Source } from './utf8Source';
import { WHOLE_BYTES } from './wholeBytes';

export interface PackInput {
  tables: { source: TableSource; choice: TableChoice }[];
  orders: ImportMapping | null;
  /** Corrections of names: those that were just made first, then those that members carry already. */
  aliases: MemberAlias[];
  minorUnit: number;
}

/** A pack read whole, before it meets the workspace. */
export interface PackRead {
  batch: PackBatch;
  /** Per table and kind other than orders. */
  tables: { table: string; kind: SourceKind; read: TableRead; from: number | null; to: number | null }[];
  /** What only a person can settle: dates that fit both readings, columns that are missing. */
  issues: Issue[];
}

interface Control {
  signal: { readonly aborted: boolean };
  onProgress(done: number, total: number | null): void;
}

/**
 * Reads every table of a pack as it was settled, orders by the fast path with constant memory, all others whole. Nothing is
 * stored; every row is either kept or reported with its reason. Questions and missing columns come back as issues beside what
 * could be read, and a table too large to be read whole before anything is. Fails only on cancel.
 */
export async function readPack(input: PackInput, control: Control): Promise<Result<PackRead>> {
  const used = input.tables.filter(({ choice }) => choice.use === 'source' && choice.kinds.length > 0);
  const total = used.reduce((sum, { source, choice }) => sum + source.blob.size * choice.kinds.length, 0);
  const pack: PackRead = { batch: { orders: null, tables: [], profiles: [] }, tables: [], issues: [] };
  const refused = tooLarge(input);
  // Said before anything is read.
  if (refused.length > 0) return ok({ ...pack, issues: refused });
  let done = 0;
  if (input.orders && used.some(({ choice }) => choice.kinds.includes('orders'))) {
    const read = await readOrders(input, input.orders, (bytes) => control.onProgress(bytes, total), control.signal);
    if (control.signal.aborted) return fail(issue('import/cancelled'));
    if (read.ok) pack.batch.orders = read.value;
    else pack.issues.push(...read.issues);
  }
  for (const { source, choice } of used) {
    const kinds = choice.kinds.filter((kind) => kind !== 'orders');
    if (choice.kinds.includes('orders')) done += source.blob.size;
    if (kinds.length > 0) {
      const texts = mended(await tableTexts(source, { signal: control.signal }), choice);
      for (const kind of kinds) {
        if (control.signal.aborted) return fail(issue('import/cancelled'));
        readTable(pack, { texts, source, choice, kind, input });
        done += source.blob.size;
        control.onProgress(done, total);
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    pack.batch.profiles.push(...profilesOf(source, choice, rememberedOrders(input)));
  }
  return control.signal.aborted ? fail(issue('import/cancelled')) : ok(pack);
}

/** Tables that would have to be read whole, and are too large for it: of all kinds but plain orders. */
function tooLarge({ tables, orders }: PackInput): Issue[] {
  return tables.flatMap(({ source, choice }) => {
    if (source.blob.size <= WHOLE_BYTES) return [];
    const joined = orders?.joins.some(({ lookup }) => lookup === source.id) ?? false;
    const whole = choice.use === 'source' && choice.kinds.some((kind) => kind !== 'orders');
    if (!joined && !whole) return [];
    return [issue('import/tooLarge', { megabytes: WHOLE_BYTES / 1024 / 1024 }, { file: source.file })];
  });
}

async function readOrders(
  { tables, aliases, minorUnit }: PackInput,
  mapping: ImportMapping,
  onBytes: (bytes: number) => void,
  signal: Control['signal'],
): Promise<Result<NonNullable<PackBatch['orders']>>> {
  const lookups: Lookup[] = [];
  for (const { source, choice } of tables) {
    if (!mapping.joins.some(({ lookup }) => lookup === source.id)) continue;
    const { headers, rows } = mended(await tableTexts(source, { signal }), choice);
    lookups.push({ name: source.id, headers, rows });
  }
  const files: OrderFile[] = [];
  let rule: MergeRule = 'update';
  let asOf: number | null = null;
  for (const { source, choice } of tables) {
    if (choice.use !== 'source' || !choice.kinds.includes('orders')) continue;
    const fixer = createFixer(choice.fixes, source.headers);
    const plain = fixer.isEmpty ? source : await utf8Source(source);
    files.push({
      name: source.id,
      chunks: fileChunks(plain.blob),
      format: plain.csv,
      rowNumbers: plain.rowNumbers,
      broken: source.reported,
      fixer,
    });
    rule = choice.merge.orders ?? rule;
    if (choice.asOf !== null) asOf = Math.max(asOf ?? choice.asOf, choice.asOf);
  }
  const batch = await importOrders({
    files,
    mapping: withHandSet(mapping, tables),
    minorUnit,
    lookups,
    aliases,
    signal,
    onProgress: ({ bytes }) => onBytes(bytes),
  });
  if (!batch.ok) return batch;
  const { coverage } = batch.value;
  return ok({ batch: asOf === null ? batch.value : { ...batch.value, coverage: { ...coverage, to: asOf } }, rule });
}

/** What a person said of the cells of a plain file of orders; a clean copy has days in full and a point already. */
function withHandSet(mapping: ImportMapping, tables: PackInput['tables']): ImportMapping {
  const said = tables.find(({ source, choice }) => choice.kinds.includes('orders') && source.rowNumbers === null);
  const { dateOrder = null, decimalMark = null } = said?.source.byHand ?? {};
  return {
    ...mapping,
    dateOrder: mapping.dateOrder ?? dateOrder,
    decimalMark: decimalMark ?? mapping.decimalMark,
  };
}

function mended(texts: TableTexts, choice: TableChoice): TableTexts {
  const fixer = createFixer(choice.fixes, texts.headers);
  if (fixer.isEmpty) return texts;
  return { ...texts, rows: texts.rows.map((cells, i) => fixer.mend(texts.numbers[i], cells).cells) };
}

function readTable(
  pack: PackRead,
  given: { texts: TableTexts; source: TableSource; choice: TableChoice; kind: SourceKind; input: PackInput },
): void {
  const { texts, source, choice, kind, input } = given;
  const options = {
    kind,
    fields: choice.fields[kind] ?? {},
    source,
    minorUnit: input.minorUnit,
    aliases: input.aliases,
  };
  const rule = choice.merge[kind] ?? 'update';
  const rest = { dimensions: [], segments: [], rows: new Uint32Array() };
  let read: TableRead;
  let span: { from: number | null; to: number | null } = { from: null, to: null };
  let parts: Partial<TableBatch>;
  switch (SOURCES[kind].stored) {
    case 'members': {
      const members = readMembers(texts, options);
      read = members.read;
      parts = { dimensions: members.dimensions };
      break;
    }
    case 'targets': {
      const targets = readTargets(texts, options);
      read = targets.read;
      parts = { targets: targets.targets };
      break;
    }
    case 'holidays': {
      const days = readDays(texts, options);
      read = days.read;
      parts = { days: days.days };
      break;
    }
    default: {
      const facts = readFacts(texts, options);
      read = facts.read;
      span = { from: facts.from, to: facts.to };
      parts = { segments: [facts.segment], rows: facts.rows, dimensions: facts.dimensions };
    }
  }
  pack.issues.push(...read.questions);
  pack.tables.push({ table: source.id, kind, read, ...span });
  const { rowsIn, kept, reported, byReason, amountKept } = read;
  pack.batch.tables.push({
    ...rest,
    ...parts,
    table: source.id,
    rule,
    key: choice.key[kind] ?? [...SOURCES[kind].key],
    report: {
      kind: kind as TableBatch['report']['kind'],
      name: source.id,
      asOf: choice.asOf,
      ...span,
      rowsIn,
      kept,
      reported,
      byReason,
      amount: amountKept,
      whole: rule === 'replace',
    },
  });
}

/** The mapping with look-ups by their signature, so that it fits files of another name. */
function rememberedOrders({ orders, tables }: PackInput): ReturnType<typeof withLookups> | null {
  if (!orders) return null;
  const { aliases: _aliases, ...mapping } = orders;
  const signatures = new Map(tables.map(({ source }) => [source.id, profileId(source.headers)]));
  return withLookups(mapping, (lookup) => signatures.get(lookup) ?? null);
}
