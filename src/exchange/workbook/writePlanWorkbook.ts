import { planBook } from './planBook';
import type { PlanSheetModel } from './planSheetModel';
import { writeBook } from './writeBook';

/**
 * A plan as an .xlsx file that stays alive outside: months, quarters and year with SUM formulas and cached values that
 * equal a recalculation, rows as an outline, held cells and totals locked, blank leaves empty. Without rows it is a sheet
 * of headings. Equal plans give equal bytes. Only SUM, SUMIFS, IF and ROUND, which Excel, WPS and LibreOffice share.
 */
export function writePlanWorkbook(model: PlanSheetModel): Promise<Uint8Array> {
  return writeBook(planBook(model));
}
