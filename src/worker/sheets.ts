import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { SheetBlock, SheetQuery, SheetRows } from '~/domain/sheet';
import { openedPlan } from '~/plan/document';
import { createSheet, type Sheet, sheetRows } from '~/plan/views/sheet';
import { type BlockContext, sheetBlock } from '~/plan/views/sheetBlock';
import { sheetFacts } from '~/plan/views/sheetFacts';
import { toggleRow } from '~/plan/views/sheetTree';
import type { SheetWindow } from './protocol';
import type { Session } from './session';

/** Sheets kept open at once; the page shows one, and the one before may still be asked about. */
const OPEN_SHEETS = 3;

export function openSheet(session: Session, query: SheetQuery, id: number): Result<SheetRows> {
  const sheet = createSheet(session.document, query, id);
  if (!sheet.ok) return sheet;
  session.sheets.set(id, sheet.value);
  for (const old of [...session.sheets.keys()].slice(0, -OPEN_SHEETS)) session.sheets.delete(old);
  return ok(sheetRows(session.document, sheet.value));
}

export function toggleSheetRow(session: Session, id: number, row: { id: string; open: boolean }): Result<SheetRows> {
  const sheet = session.sheets.get(id);
  if (!sheet) return fail(issue('plan/notOpen'));
  toggleRow(sheet, row.id, row.open);
  return ok(sheetRows(session.document, sheet));
}

/** The numbers of a window of an open sheet, as they are now. */
export function blockOf(session: Session, window: SheetWindow): Result<SheetBlock> {
  const sheet: Sheet | undefined = session.sheets.get(window.sheet);
  const plan = openedPlan(session.document);
  if (!sheet || !plan) return fail(issue('plan/notOpen'));
  const { first, count } = window;
  return ok(sheetBlock(session.document, sheet, { first, count, context: blockContext(session, plan, sheet) }));
}

/** What the numbers of a sheet are read from. */
export const blockContext = (session: Session, plan: Plan, sheet: Sheet): BlockContext => ({
  plan,
  facts: sheetFacts(session.document, plan, sheet, session.facts),
  revision: session.revision,
  inputs: session.inputs,
});
