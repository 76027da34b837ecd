import type { CellFix, MergeRule, TableChoice } from '~/domain/packView';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';

/** What a table is in the list: one kind, only a look-up, or left out. */
export type TableRole = SourceKind | 'lookup' | 'ignored';

export function roleOf(choice: TableChoice): TableRole {
  if (choice.use === 'ignored') return 'ignored';
  return choice.kinds[0] ?? (choice.use === 'lookup' ? 'lookup' : 'ignored');
}

/** Gives a table another meaning. As a kind it is that kind alone; a second one is added by `withKind`. */
export function withRole(choice: TableChoice, role: TableRole): TableChoice {
  if (role === 'ignored') return { ...choice, use: 'ignored', kinds: [] };
  if (role === 'lookup') return { ...choice, use: 'lookup', kinds: [] };
  return { ...choice, use: 'source', kinds: [role] };
}

/** One table may be orders and opportunities at once; taking its last kind away leaves it out, unless it is a look-up. */
export function withKind(choice: TableChoice, kind: SourceKind, wanted: boolean): TableChoice {
  const others = choice.kinds.filter((other) => other !== kind);
  const kinds = wanted ? [...others, kind] : others;
  if (kinds.length > 0) return { ...choice, use: choice.use === 'ignored' ? 'source' : choice.use, kinds };
  return { ...choice, use: choice.use === 'lookup' ? 'lookup' : 'ignored', kinds };
}

/**
 * Whether another meaning of a table changes how the orders of its pack are read: it became orders or is none any more, or it
 * comes to or leaves those that complete them. A second kind beside the orders changes nothing about them.
 */
export function touchesOrders(before: TableChoice, after: TableChoice, isJoined: boolean): boolean {
  const isOrders = (choice: TableChoice): boolean => choice.use !== 'ignored' && choice.kinds.includes('orders');
  if (isOrders(before) !== isOrders(after)) return true;
  if ((before.use === 'lookup') !== (after.use === 'lookup')) return true;
  return isJoined && (before.use === 'ignored') !== (after.use === 'ignored');
}

export const fieldsOf = (choice: TableChoice, kind: SourceKind): Record<string, string> => choice.fields[kind] ?? {};

/** The field a column feeds; null where the kind makes nothing of it. */
export const fieldOfColumn = (choice: TableChoice, kind: SourceKind, header: string): string | null =>
  Object.entries(fieldsOf(choice, kind)).find(([, column]) => column === header)?.[0] ?? null;

/** A column feeds one field of a kind, and a field takes one column: whoever had either gives it up. */
export function withField(
  choice: TableChoice,
  { kind, header, field }: { kind: SourceKind; header: string; field: string | null },
): TableChoice {
  const kept = Object.entries(fieldsOf(choice, kind)).filter(([id, column]) => column !== header && id !== field);
  const fields = Object.fromEntries(field === null ? kept : [...kept, [field, header]]);
  // A key of a column that is read no more would make every row the same row.
  const key = (choice.key[kind] ?? []).filter((id) => id in fields);
  return { ...choice, fields: { ...choice.fields, [kind]: fields }, key: { ...choice.key, [kind]: key } };
}

/** Fields without which no row of the kind can be taken, and that no column feeds yet. */
export const missingFields = (choice: TableChoice, kind: SourceKind): string[] =>
  kind === 'orders'
    ? []
    : SOURCES[kind].fields
        .filter((field) => field.required && !(field.id in fieldsOf(choice, kind)))
        .map((field) => field.id);

export const keyOf = (choice: TableChoice, kind: SourceKind): readonly string[] =>
  choice.key[kind] ?? SOURCES[kind].key;

export function withKeyField(
  choice: TableChoice,
  { kind, field, wanted }: { kind: SourceKind; field: string; wanted: boolean },
): TableChoice {
  const others = keyOf(choice, kind).filter((id) => id !== field);
  const named = wanted ? [...others, field] : others;
  // In the order of the kind, so that the same choice is always the same key.
  const order = SOURCES[kind].fields.map(({ id }) => id);
  const key = [...named].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return { ...choice, key: { ...choice.key, [kind]: key } };
}

/**
 * What may happen to rows that are there. A list of members never takes one away that it leaves out, as he may have orders
 * and targets; targets are written as they are said.
 */
export function rulesOf(kind: SourceKind): readonly MergeRule[] {
  const { stored } = SOURCES[kind];
  if (stored === 'targets') return ['update'];
  return stored === 'members' ? ['update', 'onlyNew'] : ['update', 'onlyNew', 'replace'];
}

export function mergeOf(choice: TableChoice, kind: SourceKind): MergeRule {
  const rule = choice.merge[kind] ?? (SOURCES[kind].whole ? 'replace' : 'update');
  return rulesOf(kind).includes(rule) ? rule : 'update';
}

export const withMerge = (choice: TableChoice, kind: SourceKind, rule: MergeRule): TableChoice => ({
  ...choice,
  merge: { ...choice.merge, [kind]: rule },
});

const sameTarget = (one: CellFix, other: CellFix): boolean =>
  one.column === other.column &&
  ('row' in one ? 'row' in other && one.row === other.row : !('row' in other) && one.from === other.from);

/** Mends a cell, or all cells of a column that say the same; a newer mend of the same takes the place of the older. */
export const withFix = (choice: TableChoice, fix: CellFix): TableChoice => {
  const before = choice.fixes.find((other) => sameTarget(other, fix));
  // Mended twice: what the file says is what stood there before the first time.
  const kept = before && 'row' in before && before.from !== undefined ? { ...fix, from: before.from } : fix;
  return { ...choice, fixes: [...choice.fixes.filter((other) => other !== before), kept] };
};

/** Mends what one cell said wherever its column says so; null where it is not known or the cell was blank. */
export function withFixEverywhere(choice: TableChoice, fix: CellFix): TableChoice | null {
  if (!('row' in fix) || !fix.from) return null;
  const { column, from, to } = fix;
  // What the cell said may be a mend of the column already: the file says what that one was made from.
  const earlier = choice.fixes.find((other) => !('row' in other) && other.column === column && other.to === from);
  return withFix(withoutFix(choice, fix), { column, from: earlier?.from ?? from, to });
}

export const withoutFix = (choice: TableChoice, fix: CellFix): TableChoice => ({
  ...choice,
  fixes: choice.fixes.filter((other) => !sameTarget(other, fix)),
});
