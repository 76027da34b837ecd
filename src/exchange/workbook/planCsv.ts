import { guarded } from '../csv/formulaGuard';
import type { PlanColumn } from './planColumns';
import type { PlanSheetModel } from './planSheetModel';
import { planTable } from './planTable';

/**
 * The plan sheet as CSV: a byte-order mark so that Excel reads UTF-8, row id and level before the name, then the columns
 * of the sheet as plain numbers with all decimals of the currency; blank stays empty. Lines end in CR LF.
 * Text that a spreadsheet could run as a formula gets an apostrophe in front (OWASP, and the full-width signs); an import
 * takes it off again. Numbers are never touched.
 */
export function planCsv(model: PlanSheetModel): string {
  const table = planTable(model);
  const columns = table.columns.filter(({ kind }) => kind !== 'leaf');
  const header = ['id', 'level', model.headings.name, ...columns.map(({ heading }) => heading)].map(csvText);
  const lines = table.rows.map(({ row, amounts }) => [
    csvText(row.id),
    String(row.level),
    csvText(row.name),
    ...columns.map((column, i) => amountText(column, amounts[i], model)),
  ]);
  return `\uFEFF${[header, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

function csvText(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function amountText({ kind }: PlanColumn, amount: number | null, { minorUnit, isShare }: PlanSheetModel): string {
  if (amount === null) return '';
  return kind === 'growth' || (isShare && kind !== 'lastYear') ? String(amount) : decimalText(amount, minorUnit);
}

/** An integer of minor units as decimal text, by moving the point: no division, so no rounding. */
function decimalText(amount: number, minorUnit: number): string {
  const digits = String(Math.abs(amount)).padStart(minorUnit + 1, '0');
  const sign = amount < 0 ? '-' : '';
  const point = digits.length - minorUnit;
  return minorUnit === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
