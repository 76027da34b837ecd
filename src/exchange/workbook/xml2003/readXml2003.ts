import { issue } from '~/domain/issue';
import { Refusal } from '../../archive/refusal';
import type { GridCell, SheetGrid } from '../../table/sheetGrid';
import { bookBudget, createGrid, type GridBuilder } from '../gridBuilder';
import { isoSerial } from '../isoSerial';
import { shownSheets } from '../shownSheets';
import { spacedAttribute } from '../xml/attribute';
import { scanPart } from '../xml/scanPart';
import { xmlText } from '../xml/xmlText';

interface XmlSheet {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  grid: GridBuilder;
}

/** The sheets of the XML that Excel wrote in 2003, which many programs export under the name .xls. */
export async function readXml2003(bytes: Uint8Array, only: string | null): Promise<SheetGrid[]> {
  const budget = bookBudget();
  const sheets: XmlSheet[] = [];
  let sheet: XmlSheet | null = null;
  let row = -1;
  let column = -1;
  let type: string | null = null;
  let text = '';
  let span = 0;
  /** Notes on cells hold data of their own. */
  let isNote = false;
  let isVisibility = false;

  await scanPart(pieces(bytes), {
    open(name, tag) {
      switch (name) {
        case 'Worksheet':
          sheet = { name: spacedAttribute(tag, 'Name') ?? '', state: 'visible', grid: createGrid(budget) };
          sheets.push(sheet);
          row = -1;
          return;
        case 'Row':
          row = placeAt(tag, row);
          column = -1;
          return;
        case 'Cell': {
          column = placeAt(tag, column);
          const across = more(tag, 'MergeAcross');
          const down = more(tag, 'MergeDown');
          if (across + down > 0) sheet?.grid.merge({ row, column, rows: down + 1, columns: across + 1 });
          span = across;
          return;
        }
        case 'Data':
          if (isNote) return;
          type = spacedAttribute(tag, 'Type') ?? 'String';
          text = '';
          return;
        case 'Comment':
          isNote = true;
          return;
        case 'Visible':
          isVisibility = true;
      }
    },
    text(raw) {
      if (type !== null && !isNote) text += raw;
      else if (isVisibility && sheet && raw.trim() !== '')
        sheet.state = raw.includes('VeryHidden') ? 'veryHidden' : raw.includes('Hidden') ? 'hidden' : 'visible';
    },
    close(name) {
      switch (name) {
        case 'Data':
          if (!isNote && type !== null) sheet?.grid.put(row, column, dataValue(type, xmlText(text)));
          type = null;
          return;
        case 'Cell':
          column += span;
          span = 0;
          return;
        case 'Comment':
          isNote = false;
          return;
        case 'Visible':
          isVisibility = false;
      }
    },
  });
  return shownSheets(sheets, only, async ({ name, grid }) => grid.done(name, false));
}

const PIECE = 1 << 20;

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Rows and cells that follow each other say nothing; after a gap they say where they stand, from 1. */
function placeAt(tag: string, before: number): number {
  const told = tag.includes('Index') ? spacedAttribute(tag, 'Index') : null;
  const place = told === null ? before + 1 : Number(told) - 1;
  if (!Number.isInteger(place) || place <= before) throw new Refusal(issue('workbook/unsafe', { what: 'index' }));
  return place;
}

function more(tag: string, name: string): number {
  const value = tag.includes(name) ? Number(spacedAttribute(tag, name)) : 0;
  return Number.isInteger(value) && value > 0 ? value : 0;
}

function dataValue(type: string, text: string): GridCell {
  switch (type) {
    case 'Number': {
      const number = Number(text.trim());
      return text.trim() !== '' && Number.isFinite(number) ? number : text;
    }
    case 'DateTime':
      return isoSerial(text) ?? text;
    case 'Boolean':
      return text.trim() === '1';
    case 'Error':
      return null;
  }
  return text;
}
