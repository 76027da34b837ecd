import { foldKey } from '~/domain/dimension';
import type { BatchDimension, BatchMember } from '~/domain/order';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import type { MemberAlias } from '../mapping/mapping';
import { createNameTable } from './memberNamesOf';
import { type ColumnOptions, type ReadColumn, readColumns } from './readColumns';
import { sieveRows, type TableRead } from './tableRead';
import type { TableTexts } from './tableSource';

/** Fields that are levels above the members, from the top; the name of the level as orders know it. */
const PARENTS: Partial<Record<SourceKind, readonly { field: string; level: string }[]>> = {
  customers: [{ field: 'industry', level: 'sector' }],
  products: [
    { field: 'category', level: 'category' },
    { field: 'series', level: 'series' },
  ],
  sellers: [
    { field: 'office', level: 'office' },
    { field: 'manager', level: 'manager' },
  ],
};

export interface MembersRead {
  read: TableRead;
  /** The members first, then the dimensions their attributes name. */
  dimensions: BatchDimension[];
}

/**
 * A list of members: who they are, what stands above them, and what is said of them. A row is one member by its key; where it
 * has a name beside, the name is shown and the key is another spelling. Two of one name are told apart by their keys. Columns
 * that are no field stay as attributes under their own headers. Of two rows with one key the first counts.
 */
export function readMembers(
  texts: TableTexts,
  options: ColumnOptions & { aliases: readonly MemberAlias[] },
): MembersRead {
  const { kind } = options;
  const dimension = SOURCES[kind].dimension ?? kind;
  const { columns, questions } = readColumns(texts, options);
  const sieve = sieveRows(texts, { columns, kind, amount: null });
  sieve.read.questions = questions;
  const column = (id: string): ReadColumn | undefined => columns.find(({ field }) => field.id === id);
  const keys = column('key')?.texts ?? [];
  const names = column('name')?.texts ?? null;
  const parents = (PARENTS[kind] ?? []).flatMap(({ field, level }) => {
    const cells = column(field)?.texts;
    return cells && groups(cells) ? [{ level, cells }] : [];
  });
  const others = otherColumns(texts, options);
  const members: BatchMember[] = [{ name: '', level: dimension, parent: 0 }];
  const inner = new Map<string, number>();
  const seen = new Set<string>();
  const taken = new Set<string>();
  const meant = new Map(
    options.aliases.filter((alias) => alias.dimension === dimension).map((alias) => [foldKey(alias.to), alias.from]),
  );
  for (const row of [...sieve.kept]) {
    const key = keys[row];
    const folded = foldKey(key);
    if (seen.has(folded)) {
      sieve.refuse(row, 'import/duplicateRow', column('key')?.header ?? '');
      continue;
    }
    seen.add(folded);
    let parent = 0;
    for (const { level, cells } of parents) {
      const name = cells[row];
      if (name === '') continue;
      const at = `${parent}\n${level}\n${foldKey(name)}`;
      const known = inner.get(at);
      if (known === undefined) members.push({ name, level, parent });
      parent = known ?? members.length - 1;
      inner.set(at, parent);
    }
    const said = names?.[row] || key;
    const name = taken.has(foldKey(said)) ? `${said} (${key})` : said;
    taken.add(foldKey(name));
    const spelt = [foldKey(name) === folded ? null : key, meant.get(folded), meant.get(foldKey(name))];
    const aliases = spelt.filter((text): text is string => typeof text === 'string');
    members.push({
      name,
      level: dimension,
      parent,
      ...(aliases.length > 0 ? { aliases: [...new Set(aliases)] } : {}),
      attributes: attributesOf(row, {
        columns,
        others,
        cells: texts.rows[row],
        key: foldKey(name) === folded ? null : key,
      }),
    });
  }
  const levels = [...parents.map(({ level }) => level), dimension];
  return {
    read: sieve.read,
    dimensions: [{ dimension, levels, members }, ...namedDimensions(columns, sieve.kept, options)],
  };
}

/** A column groups where its values come again: a level of one member each would say nothing. */
const groups = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && (new Set(filled.map(foldKey)).size < filled.length || filled.length === 1);
};

interface OtherColumn {
  name: string;
  at: number;
}

function otherColumns({ headers }: TableTexts, { fields }: ColumnOptions): OtherColumn[] {
  const used = new Set(Object.values(fields));
  return headers.flatMap((header, at) =>
    used.has(header) || /^#\d+$/.test(header) ? [] : [{ name: header === '__proto__' ? 'proto' : header, at }],
  );
}

const IDENTITY = new Set(['key', 'name']);

function attributesOf(
  row: number,
  {
    columns,
    key,
    others,
    cells,
  }: { columns: readonly ReadColumn[]; others: readonly OtherColumn[]; cells: readonly string[]; key: string | null },
): Record<string, string | number> {
  const attributes: Record<string, string | number> = {};
  if (key !== null) attributes.key = key;
  for (const { field, numbers, texts } of columns) {
    if (IDENTITY.has(field.id)) continue;
    const value = texts ? texts[row] : (numbers?.[row] ?? Number.NaN);
    if (typeof value === 'number' ? !Number.isNaN(value) : value !== '') attributes[field.id] = value;
  }
  for (const { name, at } of others) {
    const text = (cells[at] ?? '').trim();
    if (text !== '' && !(name in attributes)) attributes[name] = plainValue(text);
  }
  return attributes;
}

/** A number only where the text is exactly that number: "007" and "1e3" stay text. */
function plainValue(text: string): string | number {
  const number = Number(text);
  return String(number) === text && Number.isFinite(number) ? number : text;
}

function namedDimensions(
  columns: readonly ReadColumn[],
  kept: readonly number[],
  { aliases }: { aliases: readonly MemberAlias[] },
): BatchDimension[] {
  return columns.flatMap(({ field, texts }) => {
    if (field.type !== 'member' || !texts) return [];
    const table = createNameTable(field.dimension ?? field.id, aliases);
    for (const row of kept) table.indexOf(texts[row]);
    return [table.batch()];
  });
}
