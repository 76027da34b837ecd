import { issue } from '~/domain/issue';
import { Refusal } from '../../archive/refusal';
import type { GridCell, MergedCells } from '../../table/sheetGrid';
import { createGrid, type GridBudget, type GridBuilder } from '../gridBuilder';
import { attribute } from '../xml/attribute';
import { scanPart } from '../xml/scanPart';
import { xmlText } from '../xml/xmlText';
import type { CellFormats } from './cellFormats';
import { plainText } from './plainText';

/** What a sheet needs from the rest of its book. */
export interface SheetSurroundings {
  texts: readonly string[];
  formats: CellFormats;
  budget: GridBudget;
}

/**
 * The cells of one sheet: numbers, days by their serial, texts joined from their runs. A formula gives the value that was
 * stored beside it; an error gives a blank.
 */
export async function readSheet(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { texts, formats, budget }: SheetSurroundings,
): Promise<GridBuilder> {
  const grid = createGrid(budget);
  let row = -1;
  let column = -1;
  let isRow = false;
  let isCell = false;
  let isValue = false;
  let isReading = false;
  let kind: string | null = null;
  let style = 0;
  let raw = '';

  await scanPart(pieces, {
    open(name, tag) {
      switch (name) {
        case 'c': {
          if (!isRow) return;
          const place = attribute(tag, 'r');
          column = place === null ? column + 1 : columnAt(place);
          kind = attribute(tag, 't');
          style = Number(attribute(tag, 's') ?? 0);
          raw = '';
          isCell = true;
          return;
        }
        case 'v':
        case 't':
          isValue = isCell && !isReading;
          return;
        case 'row': {
          const told = attribute(tag, 'r');
          row = told === null ? row + 1 : Number(told) - 1;
          if (!Number.isInteger(row)) throw new Refusal(issue('workbook/unsafe', { what: 'row' }));
          column = -1;
          isRow = true;
          return;
        }
        case 'rPh':
          isReading = true;
          return;
        case 'mergeCell': {
          const block = mergedBlock(attribute(tag, 'ref') ?? '');
          if (block) grid.merge(block);
        }
      }
    },
    text(piece) {
      if (isValue) raw += piece;
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          isValue = false;
          return;
        case 'c':
          if (isCell && raw !== '') grid.put(row, column, cellValue());
          isCell = false;
          return;
        case 'row':
          isRow = false;
          return;
        case 'rPh':
          isReading = false;
      }
    },
  });
  return grid;

  function cellValue(): GridCell {
    switch (kind) {
      case 's':
        return texts[Number(raw)] ?? null;
      case 'str':
      case 'inlineStr':
        return plainText(xmlText(raw));
      case 'b':
        return raw === '1' || raw === 'true';
      case 'e':
        return null;
      case 'd':
        return raw;
    }
    const number = Number(raw);
    if (!Number.isFinite(number)) return xmlText(raw);
    if (formats.isDate[style]) return { serial: number };
    const digits = formats.padded[style] ?? 0;
    return digits > 0 && Number.isInteger(number) && number >= 0 ? String(number).padStart(digits, '0') : number;
  }
}

/** The column of an address such as AB12, from 0; -1 where it has no letters, too large where it has too many. */
function columnAt(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length && i < 5; i++) {
    const code = address.charCodeAt(i) | 0x20;
    if (code < 0x61 || code > 0x7a) break;
    column = column * 26 + code - 0x60;
  }
  return column - 1;
}

function mergedBlock(ref: string): MergedCells | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref);
  if (!found) return null;
  const [left, top, right, bottom] = [
    columnAt(found[1]),
    Number(found[2]) - 1,
    columnAt(found[3]),
    Number(found[4]) - 1,
  ];
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
