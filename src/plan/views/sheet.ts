import { issue } from '~/domain/issue';
import { columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import {
  ALL_ROWS,
  ROW_OPEN,
  ROW_PARENT,
  rowPart,
  type SheetField,
  type SheetQuery,
  type SheetRows,
} from '~/domain/sheet';
import { type Accumulator, accumulate, buildView, type ColumnData, NONE, type View } from '~/engine/cube/index';
import { columnOf } from '../commands/targets';
import { memberName, type PlanDocument } from '../document';
import { requirePlan, viewLevels } from '../resolve';

/** An open sheet: the tree of its query, what is open in it, and the sums that edits keep up to date. */
export interface Sheet {
  id: number;
  query: SheetQuery;
  version: number;
  view: View;
  accumulator: Accumulator;
  column: ColumnData;
  fields: SheetField[];
  open: Set<string>;
  /** Node per visible row; row 0 is the root. */
  nodes: Uint32Array;
  /** Row id per visible row. */
  ids: string[];
}

/** The most rows that are open at once; beyond it levels stay closed. */
export const MAX_OPEN_ROWS = 50_000;

/** Opens a sheet over the plan that is open. Dimensions the lines do not have are left out. */
export function createSheet(document: PlanDocument, query: SheetQuery, id: number): Result<Sheet> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const dimensions = query.dimensions
    .map((dimension) => ({ dimension, column: open.lines.dimensions.indexOf(dimension) }))
    .filter(({ column }) => column >= 0);
  if (dimensions.length === 0) return fail(issue('plan/unknown'));
  const view = buildView(open.lines, viewLevels(document, plan.id, dimensions));
  const column = columnOf(open, plan, columnKey(query.column));
  const sheet: Sheet = {
    id,
    query,
    version: 0,
    view,
    accumulator: accumulate(view, column),
    column,
    fields: sheetFields(plan),
    open: new Set(query.open ?? firstLevel(view)),
    nodes: new Uint32Array(0),
    ids: [],
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

export function sheetFields(plan: Plan): SheetField[] {
  const ids = plan.periods.map((period) => period.id);
  const year = `y:${plan.fiscalYear}`;
  const fields: SheetField[] = plan.periods.map((period) => ({
    id: `m:${period.id}`,
    kind: 'month',
    periods: [period.id],
    editable: true,
  }));
  const perQuarter = 3;
  for (let q = 0; q * perQuarter < ids.length; q += 1) {
    fields.push({
      id: `q:${plan.fiscalYear}-Q${q + 1}`,
      kind: 'quarter',
      periods: ids.slice(q * perQuarter, (q + 1) * perQuarter),
      editable: true,
    });
  }
  fields.push({ id: year, kind: 'year', periods: ids, editable: true });
  const companions: SheetField['kind'][] = ['lastYear', 'growth', 'goal', 'unallocated', 'overAssignment'];
  for (const kind of companions) fields.push({ id: kind, kind, periods: ids, editable: kind === 'goal' });
  return fields;
}

function firstLevel(view: View): string[] {
  const open = [ALL_ROWS];
  if (view.levels.length < 2) return open;
  for (let child = 0; child < view.childCount[0]; child += 1) {
    open.push(rowPart(view.levels[0].dimension, view.code[view.firstChild[0] + child]));
  }
  return open;
}

/** Lists the visible rows, depth first, stopping at the limit. */
function layRows(sheet: Sheet): void {
  const { view, open } = sheet;
  const nodes: number[] = [0];
  const ids: string[] = [ALL_ROWS];
  const visit = (node: number, path: string): void => {
    const first = view.firstChild[node];
    for (let child = first; child < first + view.childCount[node]; child += 1) {
      if (nodes.length >= MAX_OPEN_ROWS) return;
      const part = rowPart(view.levels[view.depth[child] - 1].dimension, view.code[child]);
      const id = path === ALL_ROWS ? part : `${path}/${part}`;
      nodes.push(child);
      ids.push(id);
      if (view.childCount[child] > 0 && open.has(id)) visit(child, id);
    }
  };
  visit(0, ALL_ROWS);
  sheet.nodes = Uint32Array.from(nodes);
  sheet.ids = ids;
  sheet.version += 1;
}

export function toggleRow(sheet: Sheet, row: string, isOpen: boolean): void {
  if (isOpen) sheet.open.add(row);
  else sheet.open.delete(row);
  layRows(sheet);
}

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
  };
}
