import type { CellRef } from '~/domain/cell';
import { issue } from '~/domain/issue';
import { columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { ROW_OPEN, ROW_PARENT, type SheetField, type SheetQuery, type SheetRows } from '~/domain/sheet';
import { type Accumulator, buildView, isRange, type LineTable, NONE, type Rows } from '~/engine/cube/index';
import type { ColumnEdit } from '../columnEdit';
import { memberName, type OpenPlan, type PlanDocument } from '../document';
import { requirePlan, rowsAt } from '../resolve';
import { columnsOf, type MeasureReading, measureReading } from './measureReading';
import { followEdits, openColumn, type SheetColumn } from './sheetColumn';
import { sheetFields } from './sheetFields';
import { type SheetLevels, sheetLevels } from './sheetLevels';
import { openMembers, type SheetMembers } from './sheetMembers';
import { firstLevel, layRows, type SheetTree } from './sheetTree';

/** An open sheet: the tree of its query, what is open in it, and the sums that edits keep up to date. */
export interface Sheet extends SheetTree {
  id: number;
  query: SheetQuery;
  fields: SheetField[];
  /** Every column that some field reads; the first is the sheet's own. */
  columns: SheetColumn[];
  /** The sums of the sheet's own column. */
  accumulator: Accumulator;
  /** How each field's number comes about, where it is one of a column. */
  readings: (MeasureReading | null)[];
  members: SheetMembers | null;
  /** Rows there would be without filters. */
  allRows: number;
}

/**
 * Opens a sheet over the plan that is open. Dimensions the lines do not have are left out; without any there is only the
 * total where members stand across, else the query is refused. Looking makes no column.
 */
export function createSheet(document: PlanDocument, query: SheetQuery, id: number): Result<Sheet> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const levels = sheetLevels(document, open, query);
  if (levels.rows.length === 0 && !levels.across) return fail(issue('plan/unknown'));
  const mask = filterMask(document, open, query);
  const view = buildView(open.lines, levels.rows, mask);
  const columns: SheetColumn[] = [];
  const take = (key: string): number => {
    const known = columns.findIndex((one) => one.key === key);
    if (known >= 0) return known;
    columns.push(openColumn(view, { key, column: open.columns.get(key) ?? null, periods: plan.periods.length }));
    return columns.length - 1;
  };
  take(columnKey(query.column));
  const own = measureReading(plan, query.column, take);
  const members = membersOf({ document, open, plan, levels, mask, columns: ownColumns(columns, own) });
  const fields = sheetFields(plan, {
    query,
    across: members,
    titleOf: (scenario) => scenarioTitle(document, plan, scenario),
  });
  const readings = fields.map((field) => (field.column ? measureReading(plan, field.column, take) : own));
  const sheet: Sheet = {
    id,
    query,
    version: 0,
    view,
    fields,
    columns,
    accumulator: columns[0].accumulator,
    readings,
    members,
    open: new Set(query.open ?? firstLevel(view)),
    nodes: new Uint32Array(0),
    ids: [],
    isCut: false,
    allRows: mask ? buildView(open.lines, levels.rows).count - 1 : view.count - 1,
  };
  layRows(sheet);
  return ok(sheet);
}

/** Brings an open sheet up to date after lines came, went or moved. */
export function rebuildSheet(document: PlanDocument, sheet: Sheet): Result<Sheet> {
  const fresh = createSheet(document, { ...sheet.query, open: [...sheet.open] }, sheet.id);
  if (fresh.ok) fresh.value.version = sheet.version + 1;
  return fresh;
}

/** Brings the sums of an open sheet up to date after leaf values changed and no line came or went. */
export function followSheet(open: OpenPlan, sheet: Sheet, edits: readonly ColumnEdit[]): void {
  for (const shown of [...sheet.columns, ...(sheet.members?.columns ?? [])]) {
    if (shown) followEdits(shown, open.columns.get(shown.key) ?? null, edits);
  }
}

/** The part of a cell's address that the filters of a sheet are. */
export const withinOf = (query: SheetQuery): Pick<CellRef, 'within'> =>
  query.filters?.length ? { within: query.filters } : {};

/** Labels of the rows that are open. The root and *unassigned* have none: the page names them in its language. */
export function sheetRows(document: PlanDocument, sheet: Sheet): SheetRows {
  const { view, nodes } = sheet;
  const level = new Uint8Array(nodes.length);
  const flags = new Uint8Array(nodes.length);
  const labels = Array.from(nodes, (node, row) => {
    level[row] = view.depth[node];
    if (view.childCount[node] > 0) flags[row] |= ROW_PARENT;
    if (row === 0 || sheet.open.has(sheet.ids[row])) flags[row] |= ROW_OPEN;
    return node === 0 || view.parent[node] === NONE
      ? ''
      : memberName(document, view.levels[view.depth[node] - 1].dimension, view.code[node]);
  });
  return {
    sheet: sheet.id,
    version: sheet.version,
    fields: sheet.fields,
    ids: sheet.ids,
    labels,
    level,
    flags,
    totalRows: view.count - 1,
    allRows: sheet.allRows,
    isCut: sheet.isCut,
    membersLeft: sheet.members?.left ?? 0,
  };
}

/** 1 = shown, by position; nothing where all is shown. */
function filterMask(document: PlanDocument, open: OpenPlan, { filters }: SheetQuery): Uint8Array | undefined {
  if (!filters?.some(({ dimension }) => open.lines.dimensions.includes(dimension))) return undefined;
  return maskOf(open.lines, rowsAt(document, open, {}, filters));
}

function maskOf(lines: LineTable, rows: Rows): Uint8Array {
  const mask = new Uint8Array(lines.count);
  if (isRange(rows)) mask.fill(1, rows.first, rows.end);
  else for (let i = 0; i < rows.length; i += 1) mask[rows[i]] = 1;
  return mask;
}

function membersOf(scene: {
  document: PlanDocument;
  open: OpenPlan;
  plan: Plan;
  levels: SheetLevels;
  mask: Uint8Array | undefined;
  columns: (SheetColumn | null)[];
}): SheetMembers | null {
  const { document, open, plan, levels, mask, columns } = scene;
  const { across } = levels;
  return across ? openMembers(document, open.lines, { plan, rows: levels.rows, across, mask, columns }) : null;
}

/** The columns a reading is made of, at their places. */
function ownColumns(columns: SheetColumn[], reading: MeasureReading): (SheetColumn | null)[] {
  const needed = columnsOf(reading);
  return columns.map((column, place) => (needed.includes(place) ? column : null));
}

/** What people call a scenario; '' for the base. */
export function scenarioTitle({ records }: PlanDocument, plan: Plan, scenario: string): string {
  for (const record of records.scenario.values()) {
    if (record.plan === plan.id && record.scenario === scenario) return record.title;
  }
  return '';
}
