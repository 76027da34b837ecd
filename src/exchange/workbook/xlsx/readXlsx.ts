import { issue } from '~/domain/issue';
import type { Archive } from '../../archive/openArchive';
import { Refusal } from '../../archive/refusal';
import type { SheetGrid } from '../../table/sheetGrid';
import { bookBudget } from '../gridBuilder';
import { shownSheets } from '../shownSheets';
import { attribute, spacedAttribute } from '../xml/attribute';
import { scanPart } from '../xml/scanPart';
import { cellFormats } from './cellFormats';
import { readSheet } from './readSheet';
import { sharedTexts } from './sharedTexts';

interface SheetHead {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  relation: string;
}

/**
 * The sheets of an .xlsx file, in their order. Sheets whose tab is hidden are left out unless no other one has anything;
 * those that only a program can show are never read. Charts, links to other files, pictures and rules are passed over.
 */
export async function readXlsx(archive: Archive, only: string | null): Promise<SheetGrid[]> {
  refuseMacros(archive);
  const roots = await relations(archive, '_rels/.rels', '');
  const path = [...roots.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const { sheets, from1904 } = await workbookHead(archive, path);
  const cut = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, cut);
  const parts = await relations(archive, `${folder}_rels/${path.slice(cut)}.rels`, folder);
  const partOf = (type: string): string | null => {
    const found = [...parts.values()].find((part) => part.type === type);
    return found && archive.has(found.path) ? found.path : null;
  };
  if ([...parts.values()].some(({ type }) => /macrosheet/i.test(type))) throw new Refusal(issue('workbook/macros'));
  const textPath = partOf('sharedStrings');
  const stylePath = partOf('styles');
  const surroundings = {
    texts: textPath ? await sharedTexts(archive.pieces(textPath)) : [],
    formats: stylePath ? await cellFormats(archive.pieces(stylePath)) : { isDate: [], padded: [] },
    budget: bookBudget(),
  };
  return shownSheets(sheets, only, async ({ name, relation }) => {
    const part = parts.get(relation);
    if (part?.type !== 'worksheet' || !archive.has(part.path)) return null;
    const grid = await readSheet(archive.pieces(part.path), surroundings);
    return grid.done(name, from1904);
  });
}

function refuseMacros(archive: Archive): void {
  const isMacro = (path: string): boolean => /vbaproject[^/]*\.bin$|(^|\/)(intl)?macrosheets\//i.test(path);
  if (archive.paths.some(isMacro)) throw new Refusal(issue('workbook/macros'));
}

async function workbookHead(archive: Archive, path: string): Promise<{ sheets: SheetHead[]; from1904: boolean }> {
  const sheets: SheetHead[] = [];
  let from1904 = false;
  await scanPart(archive.pieces(path), {
    open(name, tag) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(tag, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const state = attribute(tag, 'state');
      sheets.push({
        name: attribute(tag, 'name') ?? '',
        state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        relation: spacedAttribute(tag, 'id') ?? '',
      });
    },
  });
  return { sheets, from1904 };
}

/** What a part names by id, with the last word of its type and where it lies; targets outside the file are left out. */
async function relations(archive: Archive, path: string, folder: string) {
  const found = new Map<string, { type: string; path: string }>();
  if (!archive.has(path)) return found;
  await scanPart(archive.pieces(path), {
    open(name, tag) {
      if (name !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
      const type = attribute(tag, 'Type') ?? '';
      const target = attribute(tag, 'Target') ?? '';
      found.set(attribute(tag, 'Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        path: target.startsWith('/') ? target.slice(1) : resolved(folder, target),
      });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
