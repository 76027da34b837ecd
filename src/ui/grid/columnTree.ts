import type { SheetField } from '~/domain/sheet';
import { type Companion, companionOf } from './companions';
import type { Grain } from './gridView';

/** A field and the fields it is made of: a year its halves, a quarter its months. */
export interface ColumnNode {
  field: SheetField;
  parts: ColumnNode[];
}

export interface ColumnTree {
  /** Stands first, apart from its parts: all years together, or the only year there is. */
  lead: SheetField[];
  /** Last year, growth, goal, another version …: beside the lead. */
  beside: SheetField[];
  /** What the lead is divided into, outermost first. */
  nodes: ColumnNode[];
  /** The small line of the row, at the far end. */
  trend: SheetField | null;
}

const DIVIDED: ReadonlySet<SheetField['kind']> = new Set(['year', 'half', 'quarter', 'month', 'member']);

/** Fields that may be opened into their parts. */
export const isGroupKind = ({ kind }: SheetField): boolean =>
  kind === 'year' || kind === 'half' || kind === 'quarter' || kind === 'member';

/** The field a row is judged by: all years together, or the year. */
export const leadField = (fields: readonly SheetField[]): SheetField | null =>
  fields.find(({ kind }) => kind === 'total') ?? fields.find(({ kind }) => kind === 'year') ?? null;

/**
 * Fields of a detail: years alone, down to quarters, or all of them; half years only where they are wanted. Members
 * across have no detail of their own.
 */
export function fieldsAtGrain(
  fields: readonly SheetField[],
  { grain, halves }: { grain: Grain; halves: boolean },
): SheetField[] {
  const hidden: readonly SheetField['kind'][] =
    grain === 'year' ? ['half', 'quarter', 'month'] : grain === 'quarter' ? ['month'] : [];
  return fields.filter(({ kind }) => !hidden.includes(kind) && (halves || kind !== 'half'));
}

/** The columns of a sheet as they stand from left to right, and what lies under what. */
export function columnTree(
  fields: readonly SheetField[],
  { shown, order = [] }: { shown: readonly Companion[]; order?: readonly Companion[] },
): ColumnTree {
  const lead = leadField(fields);
  const divided = fields.filter((field) => DIVIDED.has(field.kind) && field !== lead);
  const beside = fields.filter((field) => {
    const companion = companionOf(field.kind);
    return !divided.includes(field) && field !== lead && field.kind !== 'trend' && isShown(companion, shown);
  });
  const trend = fields.find(({ kind }) => kind === 'trend');
  return {
    lead: lead ? [lead] : [],
    beside: inOrder(beside, order),
    nodes: nodesOf(divided, lead),
    trend: trend && isShown('trend', shown) ? trend : null,
  };
}

/** Ids of the fields that have parts among these, outermost first: what a person can open and close. */
export function groupIds(fields: readonly SheetField[]): string[] {
  const ids: string[] = [];
  const walk = (nodes: readonly ColumnNode[]): void => {
    for (const { field, parts } of nodes) {
      if (parts.length > 0) ids.push(field.id);
      walk(parts);
    }
  };
  walk(columnTree(fields, { shown: [] }).nodes);
  return ids;
}

const isShown = (companion: Companion | null, shown: readonly Companion[]): boolean =>
  companion === null || shown.includes(companion);

function inOrder(fields: SheetField[], order: readonly Companion[]): SheetField[] {
  const placeOf = (field: SheetField): number => {
    const companion = companionOf(field.kind);
    const at = companion === null ? -1 : order.indexOf(companion);
    return at < 0 ? order.length : at;
  };
  return fields
    .map((field, at) => ({ field, at }))
    .sort((a, b) => placeOf(a.field) - placeOf(b.field) || a.at - b.at)
    .map(({ field }) => field);
}

/** A field lies under the one it names, else under the smallest one above its kind that covers its periods. */
function nodesOf(fields: readonly SheetField[], lead: SheetField | null): ColumnNode[] {
  const nodes = new Map(fields.map((field) => [field.id, { field, parts: [] as ColumnNode[] }]));
  const top: ColumnNode[] = [];
  for (const field of fields) {
    const node = nodes.get(field.id);
    if (!node) continue;
    const above = nodes.get(parentOf(field, fields, lead) ?? '');
    (above ? above.parts : top).push(node);
  }
  return top;
}

const ABOVE: Partial<Record<SheetField['kind'], readonly SheetField['kind'][]>> = {
  month: ['quarter', 'half', 'year'],
  quarter: ['half', 'year'],
  half: ['year'],
};

/** Its own word first; a parent that is hidden or leads the sheet hands it on to the one above. */
function parentOf(field: SheetField, fields: readonly SheetField[], lead: SheetField | null): string | null {
  if (field.parent && field.parent !== lead?.id && fields.some(({ id }) => id === field.parent)) return field.parent;
  for (const kind of ABOVE[field.kind] ?? []) {
    const above = fields.find(
      (other) => other.kind === kind && field.periods.every((period) => other.periods.includes(period)),
    );
    if (above) return above.id;
  }
  return null;
}
