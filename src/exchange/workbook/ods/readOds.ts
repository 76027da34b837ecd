import { issue } from '~/domain/issue';
import type { Archive } from '../../archive/openArchive';
import { Refusal } from '../../archive/refusal';
import type { GridCell, SheetGrid } from '../../table/sheetGrid';
import { bookBudget, createGrid, type GridBuilder } from '../gridBuilder';
import { shownSheets } from '../shownSheets';
import { attribute } from '../xml/attribute';
import { scanPart } from '../xml/scanPart';
import { xmlText } from '../xml/xmlText';
import { odsValue } from './odsValue';

interface OdsTable {
  name: string;
  style: string;
  grid: GridBuilder;
}

/** The sheets of an OpenDocument spreadsheet: the values that are stored, never the formulas beside them. */
export async function readOds(archive: Archive, only: string | null): Promise<SheetGrid[]> {
  if (archive.has('META-INF/manifest.xml') && (await archive.text('META-INF/manifest.xml')).includes('encryption-data'))
    throw new Refusal(issue('workbook/encrypted'));
  // An empty library of macros lies in many files; one with a module does not.
  if (archive.paths.some((path) => /^Basic\/[^/]+\/(?!(script|dialog)-l[bc]\.xml$)|^Scripts\//.test(path)))
    throw new Refusal(issue('workbook/macros'));
  const { tables, hidden } = await readContent(archive);
  const heads = tables.map((table) => ({
    ...table,
    state: hidden.has(table.style) ? ('hidden' as const) : ('visible' as const),
  }));
  return shownSheets(heads, only, async ({ name, grid }) => grid.done(name, false));
}

/** Blank rows and columns are written once with a count; more than this many filled ones are no sheet of a person. */
const MOST_REPEATS = 1_048_576;

const count = (tag: string, name: string): number => {
  const value = Number(attribute(tag, name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MOST_REPEATS) : 1;
};

async function readContent(archive: Archive): Promise<{ tables: OdsTable[]; hidden: Set<string> }> {
  const budget = bookBudget();
  const tables: OdsTable[] = [];
  const hidden = new Set<string>();
  let table: OdsTable | null = null;
  let style = '';
  let row = 0;
  let rowRepeats = 1;
  let column = 0;
  let cells: { column: number; value: GridCell }[] = [];
  let cell: { tag: string; repeats: number; text: string; paragraphs: number } | null = null;
  /** Depth of notes, drawings and other things inside a cell that are not its text. */
  let aside = 0;
  let isText = false;

  const addText = (text: string): void => {
    if (cell && isText && aside === 0) cell.text += text;
  };

  await scanPart(archive.pieces('content.xml'), {
    open(name, tag) {
      if (aside > 0 || name === 'annotation' || name === 'shapes' || (name === 'frame' && cell)) {
        aside += 1;
        return;
      }
      switch (name) {
        case 'style':
          style = attribute(tag, 'style:name') ?? '';
          return;
        case 'table-properties':
          if (attribute(tag, 'table:display') === 'false') hidden.add(style);
          return;
        case 'table':
          table = {
            name: attribute(tag, 'table:name') ?? '',
            style: attribute(tag, 'table:style-name') ?? '',
            grid: createGrid(budget),
          };
          tables.push(table);
          row = 0;
          return;
        case 'table-row':
          rowRepeats = count(tag, 'table:number-rows-repeated');
          column = 0;
          cells = [];
          return;
        case 'table-cell':
        case 'covered-table-cell':
          cell = { tag, repeats: count(tag, 'table:number-columns-repeated'), text: '', paragraphs: 0 };
          return;
        case 'p':
          if (cell && cell.paragraphs++ > 0) addParagraph();
          isText = cell !== null;
          return;
        case 's':
          addText(' '.repeat(Math.min(count(tag, 'text:c'), 1000)));
          return;
        case 'tab':
          addText('\t');
          return;
        case 'line-break':
          addText('\n');
      }
    },
    text: (raw) => addText(xmlText(raw)),
    close(name) {
      if (aside > 0) {
        aside -= 1;
        return;
      }
      switch (name) {
        case 'p':
          isText = false;
          return;
        case 'table-cell':
        case 'covered-table-cell': {
          if (!cell) return;
          const { tag, repeats, text } = cell;
          const value = name === 'table-cell' ? odsValue(tag, text) : null;
          if (value !== null && value !== '') {
            // Each copy costs at least a cell of the budget; this only keeps one row from running away before.
            for (let i = 0; i < Math.min(repeats, 16_385); i++) cells.push({ column: column + i, value });
          }
          mergeOf(tag);
          column += repeats;
          cell = null;
          return;
        }
        case 'table-row':
          if (table && cells.length > 0) {
            for (let i = 0; i < rowRepeats; i++)
              for (const { column: at, value } of cells) table.grid.put(row + i, at, value);
          }
          row += rowRepeats;
          return;
        case 'table':
          table = null;
      }
    },
  });
  return { tables, hidden };

  function addParagraph(): void {
    if (cell && aside === 0) cell.text += '\n';
  }

  function mergeOf(tag: string): void {
    if (!tag.includes('-spanned')) return;
    const rows = count(tag, 'table:number-rows-spanned');
    const columns = count(tag, 'table:number-columns-spanned');
    if (rows * columns > 1) table?.grid.merge({ row, column, rows, columns });
  }
}
