import type { DimensionId } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import { buildView, type ColumnData, type LineTable, type View, type ViewLevel } from '~/engine/cube/index';
import { memberName, type PlanDocument } from '../document';
import { openColumn, type SheetColumn } from './sheetColumn';
import type { AcrossMember } from './sheetFields';

/** Beyond so many members a row of columns can no longer be read; the rest counts in the total only. */
export const MAX_MEMBERS_ACROSS = 200;

/**
 * Members that stand across. `view` is the tree of the rows with one level more, so its nodes above the cells are the
 * rows' own, by the same numbers; its cells are row × member.
 */
export interface SheetMembers {
  dimension: DimensionId;
  periods: string[];
  /** Leaf periods that are shown together, by index. */
  indexes: number[];
  members: AcrossMember[];
  /** Members that found no column. */
  left: number;
  view: View;
  /** Sums by cell of its view, at the places of the sheet's columns; null where members need none. */
  columns: (SheetColumn | null)[];
  /** Per cell of the view the place of its member among the columns. */
  placeOf: Uint32Array;
}

export function openMembers(
  document: PlanDocument,
  lines: LineTable,
  options: {
    plan: Plan;
    rows: ViewLevel[];
    across: { level: ViewLevel; query: { periods: string[] } };
    mask: Uint8Array | undefined;
    /** Columns the members' numbers are made of. */
    columns: ({ key: string; column: ColumnData | null } | null)[];
  },
): SheetMembers {
  const { plan, across } = options;
  const view = buildView(lines, [...options.rows, across.level], options.mask);
  const { dimension } = across.level;
  const codes = [...new Set(view.code.subarray(view.firstLeaf))].sort((a, b) => a - b);
  const place = new Map(codes.map((code, index) => [code, index]));
  const indexes = plan.periods.flatMap(({ id }, p) => (across.query.periods.includes(id) ? [p] : []));
  const asked = indexes.length > 0 ? indexes : plan.periods.map((_, p) => p);
  return {
    dimension,
    periods: asked.map((p) => plan.periods[p].id),
    indexes: asked,
    members: codes.slice(0, MAX_MEMBERS_ACROSS).map((code) => ({ code, label: memberName(document, dimension, code) })),
    left: Math.max(0, codes.length - MAX_MEMBERS_ACROSS),
    view,
    columns: options.columns.map((read) => (read ? openColumn(view, { ...read, periods: plan.periods.length }) : null)),
    placeOf: Uint32Array.from(view.code.subarray(view.firstLeaf), (code) => place.get(code) ?? 0),
  };
}

/** The cells of the view of members that lie under a row. */
export function memberCells({ view }: SheetMembers, node: number): { first: number; end: number } {
  if (view.count === 1) return { first: 0, end: 0 };
  return { first: view.firstCell[node], end: view.endCell[node] };
}
