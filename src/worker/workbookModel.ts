import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import { columnKey, type Measure, type Plan } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import { fail, ok, type Result } from '~/domain/result';
import {
  ALL_ROWS,
  atOfRow,
  CELL_BLANK,
  CELL_FROZEN,
  CELL_HELD_ALL,
  CELL_NONE,
  CELL_PARTIAL,
  CELL_TOTAL_HELD,
  CELL_UNKNOWN,
  type SheetField,
} from '~/domain/sheet';
import type { PlanSheetModel, PlanSheetRow, PlanSums } from '~/exchange/workbook/planSheetModel';
import { memberName, openedPlan, type PlanDocument } from '~/plan/document';
import { measureLook } from '~/plan/measureEdit';
import { measureOf } from '~/plan/measureValue';
import { createSheet, type Sheet, scenarioTitle } from '~/plan/views/sheet';
import { sheetBlock } from '~/plan/views/sheetBlock';
import { MAX_OPEN_ROWS, openLevel } from '~/plan/views/sheetTree';
import type { WorkbookRequest } from './protocol';
import type { Session } from './session';
import { blockContext } from './sheets';

/** A last year that is known in part only would make every growth of the sheet wrong. */
const NO_LAST_YEAR = CELL_BLANK | CELL_UNKNOWN | CELL_PARTIAL;
const HELD = CELL_HELD_ALL | CELL_FROZEN | CELL_TOTAL_HELD;

/**
 * One column of the open plan as one sheet for the workbook: every row of the tree in the order shown, open or not, for
 * every leaf period, quarter and year. Where the tree has more rows than a sheet holds, its deepest levels are left out as a
 * whole and the note says so: a node with half of its parts would be a wrong sum.
 */
export function workbookModel(session: Session, request: WorkbookRequest): Result<PlanSheetModel> {
  const { document } = session;
  const plan = openedPlan(document);
  if (!plan) return fail(issue('plan/notOpen'));
  // All lines as they are, whatever the screen filters or puts across.
  const { dimensions, column, hierarchies } = request.sheet;
  const made = createSheet(document, { dimensions, column, hierarchies, open: [] }, 0);
  if (!made.ok) return made;
  const measure = measureOf(plan.groups[0].measures, column.measure);
  if (!measure) return fail(issue('measure/unknown', { measure: column.measure }));
  const sheet = made.value;
  const depth = depthThatFits(sheet);
  openLevel(sheet, depth - 1);
  const { headings } = request;
  const money = { ...measureLook(measure), isMoney: 'unit' in measure && measure.unit === plan.currency };
  const sums = sumsOf(measure);
  return ok({
    title: [plan.name, scenarioTitle(document, plan, column.scenario), headings.column].filter(Boolean).join(' · '),
    unitNote: headings.unitNote,
    filterNote: depth < sheet.view.levels.length ? headings.cutNote : headings.filterNote,
    planId: `${session.id}/${plan.id}/${columnKey(column)}`,
    revision: session.revision,
    exportedAt: request.exportedAt,
    currency: { code: plan.currency, symbol: money.isMoney ? headings.currencySymbol : '' },
    minorUnit: money.scale,
    sums,
    isShare: money.isRatio,
    periods: plan.periods.map(({ id }) => id),
    years: planYears(plan),
    headings: {
      sheet: headings.sheet,
      name: headings.name,
      check: headings.check,
      dataName: headings.dataName,
      revisionName: headings.revisionName,
      columns: Object.fromEntries(sheet.fields.map((field) => [field.id, headings[field.id] ?? field.id])),
    },
    rows: rowsOf(session, { plan, sheet, measure, sums, headings }),
  });
}

interface Scene {
  plan: Plan;
  sheet: Sheet;
  measure: Measure;
  sums: PlanSums;
  headings: Record<string, string>;
}

function rowsOf(session: Session, { plan, sheet, measure, sums, headings }: Scene): PlanSheetRow[] {
  const { document } = session;
  const { view, fields } = sheet;
  const block = sheetBlock(document, sheet, {
    first: 0,
    count: sheet.nodes.length,
    context: blockContext(session, plan, sheet),
  });
  const width = fields.length;
  const whole = measure.kind === 'ratio' && measureLook(measure).isRatio;
  const shown = (cell: number): number | null => {
    if ((block.flags[cell] & (CELL_BLANK | CELL_NONE)) !== 0) return null;
    return whole ? block.values[cell] : Math.round(block.values[cell]);
  };
  const leafPeriods = placesOf(fields, ['month']);
  const spans = sums === 'all' ? [] : placesOf(fields, ['quarter', 'year', 'total']);
  // Facts are sales: no other measure has a year before to grow from.
  const lastYear = measure.id === 'sales' ? fields.findIndex(({ kind }) => kind === 'lastYear') : -1;
  const notesAt = notesByRow(document, plan, sheet);
  return Array.from(sheet.nodes, (node, row) => {
    const offset = row * width;
    const id = sheet.ids[row];
    const slash = id.lastIndexOf('/');
    const level = view.levels[view.depth[node] - 1];
    const name = node === 0 ? headings.total : memberName(document, level.dimension, view.code[node]);
    const notes = notesAt?.(id);
    return {
      id,
      parentId: node === 0 ? null : slash < 0 ? ALL_ROWS : id.slice(0, slash),
      level: view.depth[node],
      name: name || headings.unassigned,
      isLeaf: view.childCount[node] === 0,
      heldCells: fields.flatMap((field, f) => ((block.flags[offset + f] & HELD) !== 0 ? [field.id] : [])),
      values: leafPeriods.map((f) => shown(offset + f)),
      ...(spans.length > 0
        ? { spans: Object.fromEntries(spans.map((f) => [fields[f].id, shown(offset + f)] as const)) }
        : {}),
      lastYear:
        lastYear < 0 || (block.flags[offset + lastYear] & NO_LAST_YEAR) !== 0 ? null : block.values[offset + lastYear],
      ...(notes && notes.length > 0 ? { notes } : {}),
    };
  });
}

/** A balance closes over time; ratios and distinct counts add up nowhere. */
const sumsOf = ({ kind }: Measure): PlanSums =>
  kind === 'additive' ? 'all' : kind === 'balance' ? 'members' : 'nothing';

/** The deepest level down to which the whole tree fits; the total and the first level are always there. */
function depthThatFits({ view }: Sheet): number {
  const rows = new Array<number>(view.levels.length + 1).fill(0);
  for (let node = 0; node < view.count; node += 1) rows[view.depth[node]] += 1;
  let fitting = rows[0] + rows[1];
  let depth = 1;
  while (depth < view.levels.length && fitting + rows[depth + 1] <= MAX_OPEN_ROWS) {
    depth += 1;
    fitting += rows[depth];
  }
  return depth;
}

const placesOf = (fields: readonly SheetField[], kinds: readonly SheetField['kind'][]): number[] =>
  fields.flatMap(({ kind }, f) => (kinds.includes(kind) ? [f] : []));

/** Notes at the cells of a row that the sheet shows; null where the plan has none in this column. */
function notesByRow(
  { records }: PlanDocument,
  plan: Plan,
  { query, fields }: Sheet,
): ((row: string) => NonNullable<PlanSheetRow['notes']>) | null {
  const column = columnKey(query.column);
  const keys = new Map(fields.flatMap(({ id, kind, periods }) => (ADDRESSED.has(kind) ? [[periods.join(), id]] : [])));
  const byAt = new Map<string, { key: string; text: string; author: string }[]>();
  for (const { plan: id, cell, text, who } of records.note.values()) {
    const key = keys.get(cell.periods.join());
    if (id !== plan.id || key === undefined || columnKey(cell.column) !== column || cell.within?.length) continue;
    const at = atText(cell.at);
    byAt.set(at, [...(byAt.get(at) ?? []), { key, text, author: who }]);
  }
  return byAt.size === 0 ? null : (row) => byAt.get(atText(atOfRow(row))) ?? [];
}

/** Fields that are told apart by their periods alone. */
const ADDRESSED = new Set<SheetField['kind']>(['month', 'quarter', 'year', 'total']);

const atText = (at: At): string =>
  Object.entries(at)
    .map(([dimension, code]) => `${dimension}:${code}`)
    .sort()
    .join();
