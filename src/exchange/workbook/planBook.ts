import { type Book, type BookCell, type BookNote, type BookRow, type BookSheet, quotedSheet } from './book';
import { cellAddress, columnLetters } from './cellAddress';
import { definedName } from './definedName';
import { moneyFormat } from './moneyFormat';
import type { PlanColumn } from './planColumns';
import { META_REVISION_ROW, META_SHEET, metaSheet, planMeta } from './planMeta';
import type { PlanSheetModel, PlanSums } from './planSheetModel';
import { nameStyle, PLAN_STYLE, planStyles } from './planStyles';
import { GROWTH_DECIMALS, type PlanTable, type PlanTableRow, planTable } from './planTable';
import { rowIdText } from './rowId';
import { sheetName } from './sheetName';
import { sumFormula } from './sumFormula';

const KEY_ROW = 4;
const HEADER_ROW = 5;
export const FIRST_DATA_ROW = 6;
const NAME_COLUMN = 3;
const DEEPEST_OUTLINE = 7;
const GROWTH_WIDTH = 10;
const NARROWEST = 12;
const SHARE_FORMAT = '0.00%';
/** Bold digits over the plain ones that widths are counted in. */
const BOLD = 1.1;

/**
 * The plan sheet and its meta sheet as a book: leaves as open numbers, every total as a live formula with the cached
 * value of the integer sums, and below the data one check per level (nodes minus their parts, which must be 0).
 */
export function planBook(model: PlanSheetModel): Book {
  const table = planTable(model);
  const meta = planMeta(model, table);
  const name = sheetName(model.headings.sheet);
  const last = FIRST_DATA_ROW + Math.max(table.rows.length, 1) - 1;
  const range = (column: number, to = column): string =>
    `${quotedSheet(name)}!$${columnLetters(column)}$${FIRST_DATA_ROW}:$${columnLetters(to)}$${last}`;
  const shown = table.columns.filter(({ kind }) => kind !== 'leaf');
  return {
    sheets: [planSheet(model, table, name), metaSheet(meta)],
    names: [
      { name: definedName(model.headings.dataName), range: range(NAME_COLUMN, NAME_COLUMN + shown.length) },
      { name: definedName(model.headings.revisionName), range: `${quotedSheet(META_SHEET)}!$B$${META_REVISION_ROW}` },
      ...table.columns.map(({ key, column }) => ({ name: definedName(`_sp_${key}`), range: range(column) })),
      {
        name: '_xlnm.Print_Titles',
        range: `${quotedSheet(name)}!$D:$D,${quotedSheet(name)}!$${HEADER_ROW}:$${HEADER_ROW}`,
        sheet: name,
      },
    ],
    title: model.title,
    createdAt: model.exportedAt,
    properties: { quotagridSchema: meta.schema, quotagridPlan: meta.planId, quotagridRevision: meta.revision },
  };
}

function planSheet(model: PlanSheetModel, table: PlanTable, name: string): BookSheet {
  const { columns } = table;
  const rows = [...headRows(model, columns), ...dataRows(model, table)];
  const checks = checkRows(model, table);
  const span = columns.filter(isChecked(model));
  const firstCheck = checks[0]?.row;
  const lastCheck = checks.at(-1)?.row;
  const isCheckable = firstCheck !== undefined && lastCheck !== undefined && span.length > 0;
  return {
    name,
    columns: [
      ...[18, 18, 6].map((width) => ({ width, hidden: true })),
      { width: 30 },
      ...columns.map(({ kind }, i) => ({
        width: kind === 'growth' ? GROWTH_WIDTH : amountWidth(model, table, i),
        hidden: kind === 'leaf',
        outline: outlineOf(kind, model.years.length > 1),
      })),
    ],
    rows: [...rows, ...checks],
    styles: planStyles(model.isShare ? SHARE_FORMAT : moneyFormat(model.currency.symbol, model.minorUnit)),
    frozen: { rows: HEADER_ROW, columns: NAME_COLUMN + 1 },
    isProtected: true,
    landscape: true,
    notes: notesOf(table),
    ...(isCheckable
      ? {
          mustBeZero: `${cellAddress(span[0].column, firstCheck)}:${cellAddress(span[span.length - 1].column, lastCheck)}`,
        }
      : {}),
  };
}

/** The column after a group is its sum: periods hang under quarters, quarters under years, years under the total. */
function outlineOf(kind: PlanColumn['kind'], hasTotal: boolean): number {
  const top = hasTotal ? 1 : 0;
  return kind === 'month' ? top + 2 : kind === 'quarter' ? top + 1 : kind === 'year' ? top : 0;
}

function notesOf({ columns, rows }: PlanTable): BookNote[] {
  const placeOf = new Map(columns.map(({ key, column }) => [key, column]));
  return rows.flatMap(({ row }, index) =>
    (row.notes ?? []).flatMap(({ key, text, author }) => {
      const column = placeOf.get(key);
      return column === undefined ? [] : [{ row: FIRST_DATA_ROW + index, column, text, author }];
    }),
  );
}

/** Wide enough for the longest amount of the column in bold: a spreadsheet shows a number that does not fit as ####. */
function amountWidth(model: PlanSheetModel, table: PlanTable, column: number): number {
  const largest = table.rows.reduce((most, { amounts }) => Math.max(most, Math.abs(amounts[column] ?? 0)), 0);
  const digits = String(Math.trunc(largest / 10 ** model.minorUnit)).length;
  const commas = Math.floor((digits - 1) / 3);
  return Math.max(NARROWEST, Math.ceil((digits + commas + model.minorUnit + model.currency.symbol.length + 3) * BOLD));
}

function headRows(model: PlanSheetModel, columns: readonly PlanColumn[]): BookRow[] {
  const note = (row: number, value: string, style: number): BookRow => ({
    row,
    cells: [{ column: NAME_COLUMN, style, value }],
    ...(row === 1 ? { height: 22 } : {}),
  });
  const machine = ['id', 'parent', 'level', 'name'];
  return [
    note(1, model.title, PLAN_STYLE.title),
    note(2, model.unitNote, PLAN_STYLE.note),
    note(3, model.filterNote, PLAN_STYLE.note),
    {
      row: KEY_ROW,
      hidden: true,
      cells: [
        ...machine.map((value, column) => ({ column, style: PLAN_STYLE.key, value })),
        ...columns.map(({ key, column }) => ({ column, style: PLAN_STYLE.key, value: key })),
      ],
    },
    {
      row: HEADER_ROW,
      height: 30,
      cells: [
        { column: NAME_COLUMN, style: PLAN_STYLE.headerLeft, value: model.headings.name },
        ...columns
          .filter(({ kind }) => kind !== 'leaf')
          .map(({ heading, column }) => ({ column, style: PLAN_STYLE.header, value: heading })),
      ],
    },
  ];
}

function dataRows(model: PlanSheetModel, table: PlanTable): BookRow[] {
  const unit = model.isShare ? 1 : 10 ** model.minorUnit;
  const sums = model.sums ?? 'all';
  return table.rows.map((line, index) => {
    const row = FIRST_DATA_ROW + index;
    const sum = sumFormula({
      parts: line.parts.map((part) => FIRST_DATA_ROW + part),
      row,
      last: FIRST_DATA_ROW + line.end,
    });
    return {
      row,
      outline: Math.min(line.row.level, DEEPEST_OUTLINE),
      cells: [
        { column: 0, style: PLAN_STYLE.plain, value: rowIdText(line.row.id) },
        { column: 1, style: PLAN_STYLE.plain, value: line.row.parentId === null ? null : rowIdText(line.row.parentId) },
        { column: 2, style: PLAN_STYLE.plain, value: line.row.level },
        { column: NAME_COLUMN, style: nameStyle(line.row.level, line.kind === 'sum'), value: line.row.name },
        ...table.columns.map((column, i) =>
          amountCell(column, line, { row, unit, sum, sums, amount: line.amounts[i] }),
        ),
      ],
    };
  });
}

interface AmountPlace {
  row: number;
  unit: number;
  sum: (column: number) => string;
  sums: PlanSums;
  amount: number | null;
}

/** An amount in major units is the integer divided once: the nearest double, which is also what its decimal text reads as. */
function amountCell(column: PlanColumn, line: PlanTableRow, { row, unit, sum, sums, amount }: AmountPlace): BookCell {
  const at = column.column;
  const value = amount === null ? null : amount / unit;
  const isHeld = line.row.heldCells.includes(column.key);
  const totalStyle = isHeld ? PLAN_STYLE.totalHeld : PLAN_STYLE.total;
  switch (column.kind) {
    case 'month': {
      if (line.kind === 'sum') {
        return { column: at, style: totalStyle, value, ...(sums === 'nothing' ? {} : { formula: sum(at) }) };
      }
      const open = line.kind === 'leaf' && sums !== 'nothing' ? PLAN_STYLE.leaf : PLAN_STYLE.closed;
      return { column: at, style: isHeld ? PLAN_STYLE.leafHeld : open, value };
    }
    case 'quarter': {
      if (sums !== 'all') return { column: at, style: totalStyle, value };
      const from = cellAddress(column.parts[0], row);
      return {
        column: at,
        style: totalStyle,
        value,
        formula: `SUM(${from}:${cellAddress(column.parts[column.parts.length - 1], row)})`,
      };
    }
    case 'year':
    case 'total':
      if (sums !== 'all') return { column: at, style: totalStyle, value };
      return {
        column: at,
        style: totalStyle,
        value,
        formula: column.parts.map((part) => cellAddress(part, row)).join('+'),
      };
    case 'lastYear':
      return { column: at, style: PLAN_STYLE.lastYear, value };
    case 'growth': {
      const base = cellAddress(column.base, row);
      const formula = `IF(${base}>0,ROUND(${cellAddress(column.year, row)}/${base}-1,${GROWTH_DECIMALS}),"")`;
      return { column: at, style: PLAN_STYLE.growth, value: amount ?? '', formula };
    }
    case 'leaf':
      return { column: at, style: PLAN_STYLE.plain, value: amount };
  }
}

/** Columns in which every node is the sum of its parts. */
const isChecked =
  ({ sums = 'all' }: PlanSheetModel) =>
  ({ kind }: PlanColumn): boolean =>
    kind === 'month'
      ? sums !== 'nothing'
      : sums === 'all' && (kind === 'quarter' || kind === 'year' || kind === 'total');

/** Per level: all nodes with parts minus everything one level below. The hidden mark keeps leaves of a ragged tree out. */
function checkRows(model: PlanSheetModel, table: PlanTable): BookRow[] {
  if (model.sums === 'nothing') return [];
  const last = FIRST_DATA_ROW + table.rows.length - 1;
  const range = (column: number): string =>
    `${columnLetters(column)}$${FIRST_DATA_ROW}:${columnLetters(column)}$${last}`;
  const fixed = (letters: string): string => `$${letters}$${FIRST_DATA_ROW}:$${letters}$${last}`;
  const mark = table.columns.find(({ kind }) => kind === 'leaf');
  if (!mark) throw new TypeError('the plan sheet has no leaf mark');
  const isLeaf = fixed(columnLetters(mark.column));
  return Array.from({ length: table.deepestSum + 1 }, (_, level) => ({
    row: last + 2 + level,
    cells: [
      { column: 0, style: PLAN_STYLE.plain, value: `_check.${level}` },
      { column: NAME_COLUMN, style: PLAN_STYLE.checkName, value: `${model.headings.check} ${level + 1}` },
      ...table.columns.filter(isChecked(model)).map(({ column }) => ({
        column,
        style: PLAN_STYLE.check,
        value: 0,
        formula: `ROUND(SUMIFS(${range(column)},${fixed('C')},${level},${isLeaf},0)-SUMIFS(${range(column)},${fixed('C')},${level + 1}),${model.minorUnit})`,
      })),
    ],
  }));
}
