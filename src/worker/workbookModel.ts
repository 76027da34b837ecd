import { fiscalYear } from '~/domain/calendar';
import { issue } from '~/domain/issue';
import { columnKey } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import {
  ALL_ROWS,
  CELL_BLANK,
  CELL_FROZEN,
  CELL_HELD_ALL,
  CELL_PARTIAL,
  CELL_TOTAL_HELD,
  CELL_UNKNOWN,
  rowPart,
} from '~/domain/sheet';
import type { PlanSheetModel, PlanSheetRow } from '~/exchange/workbook/planSheetModel';
import { memberName, openedPlan } from '~/plan/document';
import { createSheet } from '~/plan/views/sheet';
import { sheetBlock } from '~/plan/views/sheetBlock';
import { sheetFacts } from '~/plan/views/sheetFacts';
import { MAX_OPEN_ROWS } from '~/plan/views/sheetTree';
import type { WorkbookRequest } from './protocol';
import type { Session } from './session';

/** A last year that is known in part only would make every growth of the sheet wrong. */
const NO_LAST_YEAR = CELL_BLANK | CELL_UNKNOWN | CELL_PARTIAL;

/** The open plan as one sheet for the workbook: every row of the tree in the order shown, open or not. */
export function workbookModel(session: Session, request: WorkbookRequest): Result<PlanSheetModel> {
  const { document } = session;
  const plan = openedPlan(document);
  if (!plan) return fail(issue('plan/notOpen'));
  // All lines as they are, whatever the screen filters or puts across.
  const { dimensions, column } = request.sheet;
  const made = createSheet(document, { dimensions, column, open: everyRow(session, request) }, 0);
  if (!made.ok) return made;
  const sheet = made.value;
  const context = {
    plan,
    facts: sheetFacts(document, plan, sheet, session.facts),
    revision: session.revision,
    inputs: session.inputs,
  };
  const block = sheetBlock(document, sheet, { first: 0, count: sheet.nodes.length, context });
  const width = sheet.fields.length;
  const months = sheet.fields.flatMap((field, index) => (field.kind === 'month' ? [index] : []));
  const lastYear = sheet.fields.findIndex((field) => field.kind === 'lastYear');
  const rows: PlanSheetRow[] = Array.from(sheet.nodes, (node, row) => {
    const offset = row * width;
    const id = sheet.ids[row];
    const slash = id.lastIndexOf('/');
    const depth = sheet.view.depth[node];
    const level = sheet.view.levels[depth - 1];
    const name = node === 0 ? request.headings.total : memberName(document, level.dimension, sheet.view.code[node]);
    const held = sheet.fields.filter(
      (_, f) => (block.flags[offset + f] & (CELL_HELD_ALL | CELL_FROZEN | CELL_TOTAL_HELD)) !== 0,
    );
    return {
      id,
      parentId: node === 0 ? null : slash < 0 ? ALL_ROWS : id.slice(0, slash),
      level: depth,
      name: name || request.headings.unassigned,
      isLeaf: sheet.view.childCount[node] === 0,
      heldCells: held.map((field) => field.id),
      values: months.map((f) => ((block.flags[offset + f] & CELL_BLANK) !== 0 ? null : block.values[offset + f])),
      lastYear: (block.flags[offset + lastYear] & NO_LAST_YEAR) !== 0 ? null : block.values[offset + lastYear],
    };
  });
  const { headings } = request;
  return ok({
    title: plan.name,
    unitNote: headings.unitNote,
    filterNote: headings.filterNote,
    planId: `${session.id}/${plan.id}/${columnKey(request.sheet.column)}`,
    revision: session.revision,
    exportedAt: request.exportedAt,
    currency: { code: plan.currency, symbol: headings.currencySymbol },
    minorUnit: plan.minorUnit,
    fiscalYear: fiscalYear(plan.calendar, plan.fiscalYear),
    headings: {
      sheet: headings.sheet,
      name: headings.name,
      check: headings.check,
      dataName: headings.dataName,
      revisionName: headings.revisionName,
      columns: Object.fromEntries(sheet.fields.map((field) => [field.id, headings[field.id] ?? field.id])),
    },
    rows,
  });
}

/** Ids of all rows with parts, so that the sheet shows the whole tree. */
function everyRow(session: Session, request: WorkbookRequest): string[] {
  const { dimensions, column } = request.sheet;
  const made = createSheet(session.document, { dimensions, column, open: [] }, 0);
  if (!made.ok) return [];
  const { view } = made.value;
  const ids: string[] = new Array(view.count).fill('');
  ids[0] = ALL_ROWS;
  const open = [ALL_ROWS];
  for (let node = 0; node < view.firstLeaf && open.length < MAX_OPEN_ROWS; node += 1) {
    for (let child = view.firstChild[node]; child < view.firstChild[node] + view.childCount[node]; child += 1) {
      const part = rowPart(view.levels[view.depth[child] - 1].dimension, view.code[child]);
      ids[child] = node === 0 ? part : `${ids[node]}/${part}`;
      if (view.childCount[child] > 0) open.push(ids[child]);
    }
  }
  return open;
}
