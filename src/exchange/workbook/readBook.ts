import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../archive/archiveLimits';
import { type Archive, openArchive } from '../archive/openArchive';
import { Refusal } from '../archive/refusal';
import type { SheetGrid } from '../table/sheetGrid';
import { bookKind } from './bookKind';
import { pageText } from './html/pageText';
import { readHtmlTables } from './html/readHtmlTables';
import { readOds } from './ods/readOds';
import { readXls } from './xls/readXls';
import { readXlsb } from './xlsx/readXlsb';
import { readXlsx } from './xlsx/readXlsx';
import { readXml2003 } from './xml2003/readXml2003';

export interface ReadBookOptions {
  /** Name of the one sheet wanted; otherwise all that people see. */
  sheet?: string;
  limits?: ArchiveLimits;
}

/**
 * What stands in the sheets of a workbook of any make: .xlsx, .xlsm without macros, .xlsb, .xls since 1997, .ods, Excel's
 * XML of 2003, and web pages that are called .xls. Told apart by their bytes, never by their name. Formulas give the value
 * stored beside them, errors a blank, days a serial; empty and hidden sheets are left out. Files with macros, with a
 * password, damaged, or too large or too odd to be opened safely are refused with the reason. Never throws.
 */
export async function readBook(bytes: Uint8Array, options: ReadBookOptions = {}): Promise<Result<SheetGrid[]>> {
  const limits = options.limits ?? ARCHIVE_LIMITS;
  try {
    const grids = await readKind(bytes, { limits, only: options.sheet ?? null });
    return grids.length > 0 ? ok(grids) : fail(issue('import/emptyFile'));
  } catch (error) {
    // Readers of others throw errors of many kinds at files that are not what they should be: none of them is ours.
    return fail(error instanceof Refusal ? error.issue : issue('workbook/unreadable'));
  }
}

async function readKind(bytes: Uint8Array, { limits, only }: { limits: ArchiveLimits; only: string | null }) {
  const megabyte = 1024 * 1024;
  if (bytes.length === 0) throw new Refusal(issue('import/emptyFile'));
  if (bytes.length > limits.packed)
    throw new Refusal(
      issue('workbook/tooLarge', {
        size: Math.ceil(bytes.length / megabyte),
        limit: Math.floor(limits.packed / megabyte),
      }),
    );
  switch (bookKind(bytes)) {
    case 'zip': {
      const archive = openArchive(bytes, limits);
      if (!archive.ok) throw new Refusal(archive.issues[0]);
      return readPacked(archive.value, only);
    }
    case 'compound':
      return readXls(bytes, only);
    case 'html':
      return readHtmlTables(pageText(bytes)).filter(({ name }) => only === null || name === only);
    case 'xml2003':
      return readXml2003(bytes, only);
    case 'old':
      throw new Refusal(issue('workbook/oldFormat'));
    case null:
      throw new Refusal(issue('workbook/wrongKind'));
  }
}

async function readPacked(archive: Archive, only: string | null): Promise<SheetGrid[]> {
  if (archive.has('xl/workbook.bin')) return readXlsb(archive, only);
  if (archive.has('[Content_Types].xml') && archive.paths.some((path) => /^(xl\/)?workbook\d*\.xml$/i.test(path)))
    return readXlsx(archive, only);
  if (archive.has('content.xml') && (await isSpreadsheet(archive))) return readOds(archive, only);
  // Numbers keeps its tables in a form of its own.
  if (archive.paths.some((path) => path.endsWith('.iwa'))) throw new Refusal(issue('workbook/oldFormat'));
  const isDocument = archive.has('[Content_Types].xml') || archive.has('content.xml');
  throw new Refusal(issue(isDocument ? 'workbook/wrongKind' : 'workbook/packedFiles'));
}

const isSpreadsheet = async (archive: Archive): Promise<boolean> =>
  !archive.has('mimetype') || (await archive.text('mimetype')).includes('spreadsheet');
