import { attribute } from '../xml/attribute';
import { scanPart } from '../xml/scanPart';
import { isDateFormat, paddedDigits } from './dateFormat';

/** What the format of a cell says about its number, by the index that cells carry. */
export interface CellFormats {
  isDate: boolean[];
  /** Digits that a code is shown with; 0 = a plain number. */
  padded: number[];
}

/** Reads the styles of a workbook for what they mean; how they look is nobody's business here. */
export async function cellFormats(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<CellFormats> {
  const codes = new Map<number, string>();
  const formats: CellFormats = { isDate: [], padded: [] };
  let inCells = false;
  await scanPart(pieces, {
    open(name, tag) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      else if (name === 'xf' && inCells) {
        const id = Number(attribute(tag, 'numFmtId') ?? 0);
        const code = codes.get(id) ?? null;
        formats.isDate.push(isDateFormat(id, code));
        formats.padded.push(paddedDigits(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
