import { zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface XlsxParts {
  /** Inside of <worksheet>, one per sheet. */
  sheets: string[];
  names?: string[];
  states?: string[];
  /** Inside of <sst>. */
  texts?: string;
  /** Inside of <styleSheet>. */
  styles?: string;
  /** Inside of <workbook>, before the sheets. */
  book?: string;
  /** Before the root of every sheet. */
  prolog?: string;
  more?: Record<string, string | Uint8Array>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The parts of an .xlsx by path, written by hand so that any of them can be wrong. */
export function xlsxParts(parts: XlsxParts): Record<string, Uint8Array> {
  const { sheets, names = [], states = [], texts, styles, book = '', prolog = '', more = {} } = parts;
  const list = sheets.map((_, i) => {
    const state = states[i] ? ` state="${states[i]}"` : '';
    return `<sheet name="${escaped(names[i] ?? `S${i + 1}`)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  const relations = [
    ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
    ...(texts === undefined ? [] : [['sharedStrings', 'sharedStrings.xml']]),
    ...(styles === undefined ? [] : [['styles', 'styles.xml']]),
  ].map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${book}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((inside, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${prolog}<worksheet xmlns="${MAIN}">${inside}</worksheet>`,
      ]),
    ),
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...more,
  };
  return Object.fromEntries(
    Object.entries(all).map(([path, part]) => [path, typeof part === 'string' ? new TextEncoder().encode(part) : part]),
  );
}

export const xlsxOf = (parts: XlsxParts): Uint8Array => zipSync(xlsxParts(parts), { level: 6 });

/** Inside of a worksheet whose only content are these rows. */
export const sheetOf = (rows: string): string => `<sheetData>${rows}</sheetData>`;

/** A row of inline texts. */
export const textRow = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`;
