import type { MergeRule, TableChoice } from '~/domain/packView';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { textHash } from '~/domain/textHash';
import { matchFields } from './matchFields';
import type { TableTexts } from './tableSource';

/** What a person would settle about a table of these kinds, as far as its headers and first rows say. */
export function proposeChoice(table: string, head: TableTexts, kinds: readonly SourceKind[]): TableChoice {
  const choice: TableChoice = {
    table,
    use: kinds.length > 0 ? 'source' : 'ignored',
    kinds: [...kinds],
    fields: {},
    key: {},
    merge: {},
    asOf: null,
    fixes: [],
  };
  for (const kind of kinds) {
    choice.merge[kind] = mergeRuleOf(kind);
    if (kind === 'orders') {
      choice.key.orders = [...SOURCES.orders.key];
      continue;
    }
    const { fields } = matchFields(kind, head.headers, head.rows);
    choice.fields[kind] = fields;
    choice.key[kind] = keyOf(kind, fields, head);
  }
  return choice;
}

const mergeRuleOf = (kind: SourceKind): MergeRule => (SOURCES[kind].whole ? 'replace' : 'update');

/** Numbers of their own: where rows share one, they are the same row. */
const OWN_NUMBERS = new Set(['key', 'invoice', 'title']);
const SHARED = 0.01;

/**
 * The key of a kind, but none where more than one row in a hundred of this file would share it without being the same: an
 * account of every expense has many of one month and channel, and all of them count.
 */
function keyOf(kind: SourceKind, fields: Record<string, string>, { headers, rows }: TableTexts): string[] {
  const { key, stored } = SOURCES[kind];
  if (stored !== 'facts' || key.some((field) => OWN_NUMBERS.has(field) && fields[field] !== undefined)) return [...key];
  const at = key.map((field) => headers.indexOf(fields[field] ?? '')).filter((column) => column >= 0);
  const seen = new Map<string, string>();
  let shared = 0;
  for (const row of rows) {
    const id = at.map((column) => row[column]).join('\u0001');
    const whole = textHash(row.join('\u0001'));
    const before = seen.get(id);
    if (before !== undefined && before !== whole) shared += 1;
    seen.set(id, whole);
  }
  return shared > rows.length * SHARED ? [] : [...key];
}
