import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Book, BookSheet, BookStyle } from './book';
import { cellAddress, columnLetters } from './cellAddress';
import { closeParts, openParts, type PackageParts } from './packageParts';
import { sheetBody } from './sheetBody';

/**
 * A book as the bytes of an .xlsx file; equal books give equal bytes. The package hucre writes everything but the rows:
 * each sheet goes through it with one empty cell per style, and the rows take that cell's place afterwards. So a plan is
 * deflated once, costs no map of cells, and the outline depth, which the package cannot say, gets into its element.
 */
export async function writeBook(book: Book): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const createdAt = new Date(book.createdAt);
  const frame = await writeXlsx({
    sheets: book.sheets.map(frameOf),
    namedRanges: book.names.map(({ name, range, sheet }) => ({ name, range, ...(sheet ? { scope: sheet } : {}) })),
    properties: { title: book.title, created: createdAt, modified: createdAt, custom: book.properties },
  });
  const opened = await openParts(frame);
  const parts: PackageParts = new Map(opened);
  book.sheets.forEach((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const part = opened.get(path);
    if (!part) throw new TypeError(`the package wrote no ${path}`);
    parts.set(path, filled(new TextDecoder().decode(part), sheet));
  });
  return closeParts(parts);
}

const EMPTY = { value: null, type: 'empty' } as const;

function frameOf(sheet: BookSheet): WriteSheet {
  return {
    name: sheet.name,
    veryHidden: sheet.veryHidden,
    columns: sheet.columns.map(({ width, hidden, outline }) => ({
      width,
      hidden,
      ...(outline ? { outlineLevel: outline } : {}),
    })),
    cells: new Map<string, Partial<Cell>>([
      ...sheet.styles.map((style, i) => [`0,${i}`, { ...EMPTY, style: packageStyle(style) }] as const),
      // Notes are parts of their own and stay when the rows take the place of these cells.
      ...(sheet.notes ?? []).map(
        ({ row, column, text, author }) => [`${row - 1},${column}`, { ...EMPTY, comment: { text, author } }] as const,
      ),
    ]),
    ...(sheet.frozen ? { freezePane: sheet.frozen } : {}),
    outlineProperties: { summaryBelow: false, summaryRight: true },
    ...(sheet.isProtected
      ? {
          protection: {
            sheet: true,
            formatColumns: true,
            formatRows: true,
            selectLockedCells: true,
            selectUnlockedCells: true,
          },
        }
      : {}),
    ...(sheet.mustBeZero
      ? {
          conditionalRules: [
            {
              type: 'cellIs',
              operator: 'notEqual',
              formula: '0',
              priority: 1,
              range: sheet.mustBeZero,
              style: {
                font: { bold: true, color: { rgb: '9C0006' } },
                fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FFC7CE' } },
              },
            },
          ],
        }
      : {}),
    ...(sheet.lists
      ? {
          dataValidations: sheet.lists.map(({ range, values }) => ({
            type: 'list' as const,
            values,
            range,
            allowBlank: true,
            showErrorMessage: true,
            errorStyle: 'warning' as const,
          })),
        }
      : {}),
    ...(sheet.landscape
      ? { pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } }
      : {}),
  };
}

/** Always says whether the cell is locked: a style without it would be the default one, which a reader may drop. */
function packageStyle(style: BookStyle): CellStyle {
  const solid = style.hatch ?? style.fill;
  return {
    font: {
      name: 'Calibri',
      size: style.size ?? 11,
      bold: style.bold,
      ...(style.ink ? { color: { rgb: style.ink } } : {}),
    },
    ...(solid
      ? {
          fill: {
            type: 'pattern',
            pattern: style.hatch ? 'lightUp' : 'solid',
            fgColor: { rgb: solid },
            bgColor: { rgb: style.fill ?? 'FFFFFF' },
          },
        }
      : {}),
    ...(style.lineBelow ? { border: { bottom: { style: 'thin', color: { rgb: style.lineBelow } } } } : {}),
    alignment: { vertical: 'center', horizontal: style.align, wrapText: style.wrap, indent: style.indent },
    ...(style.format ? { numFmt: style.format } : {}),
    protection: { locked: !style.unlocked },
  };
}

/** The package's sheet with our rows in the place of its own: head, rows in pieces, tail. */
function* filled(frame: string, sheet: BookSheet): Generator<Uint8Array> {
  const known = new Map<string, number>();
  for (const [, letters, style] of frame.matchAll(/<c r="([A-Z]+)1" s="(\d+)"\/>/g)) known.set(letters, Number(style));
  const styleOf = sheet.styles.map((_, i) => known.get(columnLetters(i)) ?? 0);
  const outline = sheet.rows.reduce((deepest, row) => Math.max(deepest, row.outline ?? 0), 0);
  const right = sheet.rows.reduce((most, row) => Math.max(most, row.cells.at(-1)?.column ?? 0), 0);
  const bottom = sheet.rows.at(-1)?.row ?? 1;
  const [head, tail] = cut(frame, /<sheetData>.*<\/sheetData>|<sheetData\/>/s);
  const [front, back] = cut(head, /<dimension ref="[^"]*"\/>/);
  const [views, columns] = cut(back, /<sheetFormatPr /);
  const across = sheet.columns.reduce((deepest, column) => Math.max(deepest, column.outline ?? 0), 0);
  const depth = `<sheetFormatPr ${outline > 0 ? `outlineLevelRow="${outline}" ` : ''}${across > 0 ? `outlineLevelCol="${across}" ` : ''}`;
  const encoder = new TextEncoder();
  yield encoder.encode(
    `${front}<dimension ref="A1:${cellAddress(right, bottom)}"/>${views}${depth}${columns}<sheetData>`,
  );
  for (const piece of sheetBody(sheet.rows, styleOf)) yield encoder.encode(piece);
  yield encoder.encode(`</sheetData>${tail}`);
}

/** What stands before and after the only place of a pattern. */
function cut(text: string, pattern: RegExp): [string, string] {
  const found = pattern.exec(text);
  if (!found) throw new TypeError(`the package wrote no ${pattern.source}`);
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}
