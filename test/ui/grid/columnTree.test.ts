import { describe, expect, test } from 'vitest';
import { fiscalYear, ISO_WEEKS } from '~/domain/calendar';
import type { SheetField } from '~/domain/sheet';
import { type ColumnNode, columnTree, fieldsAtGrain, groupIds, leadField } from '~/ui/grid/columnTree';
import { COMPANIONS } from '~/ui/grid/companions';

/** The fields of fiscal years as the worker sends them, in any calendar. */
function yearFields(calendar: Parameters<typeof fiscalYear>[0], years: number[]): SheetField[] {
  const fields = years.flatMap((no): SheetField[] => {
    const { periods, quarters, halves } = fiscalYear(calendar, no);
    const ids = (first: number, last: number) => periods.slice(first, last + 1).map(({ id }) => id);
    const part = (kind: SheetField['kind'], id: string, within: string[], parent?: string): SheetField => ({
      id,
      kind,
      periods: within,
      editable: true,
      ...(parent ? { parent } : {}),
    });
    return [
      part('year', `y:${no}`, ids(0, periods.length - 1)),
      ...halves.map((half) => part('half', `h:${half.id}`, ids(half.first, half.last), `y:${no}`)),
      ...quarters.map((q) =>
        part('quarter', `q:${q.id}`, ids(q.first, q.last), `h:${no}-H${q.first * 2 < periods.length - 1 ? 1 : 2}`),
      ),
      ...quarters.flatMap((q) => ids(q.first, q.last).map((id) => part('month', `m:${id}`, [id], `q:${q.id}`))),
    ];
  });
  const all = fields.filter(({ kind }) => kind === 'month').flatMap(({ periods }) => periods);
  return years.length > 1 ? [{ id: 't', kind: 'total', periods: all, editable: true }, ...fields] : fields;
}

const beside = (kind: SheetField['kind'], id: string = kind): SheetField => ({
  id,
  kind,
  periods: [],
  editable: false,
});
const shape = (nodes: readonly ColumnNode[]): unknown[] =>
  nodes.map(({ field, parts }) => (parts.length > 0 ? [field.id, shape(parts)] : field.id));
const leaves = (nodes: readonly ColumnNode[]): string[] =>
  nodes.flatMap(({ field, parts }) => (parts.length > 0 ? leaves(parts) : [field.id]));
const depth = (nodes: readonly ColumnNode[]): number =>
  nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ parts }) => depth(parts)));

const MONTHS = { kind: 'months', startMonth: 4, nameBy: 'end' } as const;
const CALENDARS = [
  ['months', MONTHS, 12],
  [
    '4-4-5',
    { kind: 'pattern', pattern: '445', startMonth: 2, nameBy: 'start', weekRule: { weekday: 6, end: 'nearest' } },
    12,
  ],
  ['weeks', ISO_WEEKS, 53],
] as const;

describe('the columns of a sheet', () => {
  test.each(CALENDARS)('hold every leaf period of %s exactly once, in order', (_, calendar, count) => {
    const fields = yearFields(calendar, [2026]);
    const { nodes, lead } = columnTree(fields, { shown: [] });
    expect(lead.map(({ id }) => id)).toEqual(['y:2026']);
    expect(leaves(nodes)).toEqual(fields.filter(({ kind }) => kind === 'month').map(({ id }) => id));
    expect(leaves(nodes)).toHaveLength(count);
  });

  test('group year > half > quarter > month over several years, and lead with all years together', () => {
    const { lead, nodes } = columnTree(yearFields(MONTHS, [2026, 2027]), { shown: [] });
    expect(lead.map(({ id }) => id)).toEqual(['t']);
    expect(nodes.map(({ field }) => field.id)).toEqual(['y:2026', 'y:2027']);
    expect(depth(nodes)).toBe(4);
  });

  test('hang quarters under the year where nobody wants halves', () => {
    const fields = fieldsAtGrain(yearFields(MONTHS, [2027]), { grain: 'month', halves: false });
    const { nodes } = columnTree(fields, { shown: [] });
    expect(nodes.map(({ field }) => field.id)).toEqual(['q:2027-Q1', 'q:2027-Q2', 'q:2027-Q3', 'q:2027-Q4']);
    expect(depth(nodes)).toBe(2);
  });

  test('find the parent by its periods where no field names it', () => {
    const fields = yearFields(MONTHS, [2027]).map(({ parent: _, ...field }) => field);
    expect(shape(columnTree(fields, { shown: [] }).nodes)).toEqual(
      shape(columnTree(yearFields(MONTHS, [2027]), { shown: [] }).nodes),
    );
  });

  test('show only what a detail asks for', () => {
    const fields = yearFields(MONTHS, [2027]);
    const kinds = (grain: 'year' | 'quarter' | 'month', halves = true) => [
      ...new Set(fieldsAtGrain(fields, { grain, halves }).map(({ kind }) => kind)),
    ];
    expect(kinds('year')).toEqual(['year']);
    expect(kinds('quarter')).toEqual(['year', 'half', 'quarter']);
    expect(kinds('month')).toEqual(['year', 'half', 'quarter', 'month']);
    expect(kinds('month', false)).toEqual(['year', 'quarter', 'month']);
  });

  test('stand members across beside their total, groups of members over theirs', () => {
    const member = (id: string, parent?: string): SheetField => ({
      id,
      kind: 'member',
      periods: ['2027-01'],
      editable: true,
      at: { product: 1 },
      ...(parent ? { parent } : {}),
    });
    const fields = [beside('total', 't'), member('a'), member('a1', 'a'), member('a2', 'a'), member('b')];
    expect(shape(columnTree(fields, { shown: [] }).nodes)).toEqual([['a', ['a1', 'a2']], 'b']);
    expect(groupIds(fields)).toEqual(['a']);
  });

  test('put companions in the order somebody chose, keep the rest where it was, and the line at the far end', () => {
    const fields = [
      ...yearFields(MONTHS, [2027]),
      ...(['lastYear', 'growth', 'goal', 'unallocated', 'compare', 'trend'] as const).map((kind) => beside(kind)),
    ];
    const ids = (order: readonly (typeof COMPANIONS)[number][]) =>
      columnTree(fields, { shown: COMPANIONS, order }).beside.map(({ id }) => id);
    expect(ids([])).toEqual(['lastYear', 'growth', 'goal', 'unallocated', 'compare']);
    expect(ids(['goal', 'growth'])).toEqual(['goal', 'unallocated', 'growth', 'lastYear', 'compare']);
    expect(columnTree(fields, { shown: COMPANIONS }).trend?.id).toBe('trend');
    expect(columnTree(fields, { shown: ['growth'] }).trend).toBeNull();
    expect(columnTree(fields, { shown: ['growth'] }).beside.map(({ id }) => id)).toEqual(['growth', 'compare']);
  });

  test('lead with nothing where there is nothing', () => {
    expect(leadField([])).toBeNull();
    expect(columnTree([], { shown: COMPANIONS })).toEqual({ lead: [], beside: [], nodes: [], trend: null });
  });
});
