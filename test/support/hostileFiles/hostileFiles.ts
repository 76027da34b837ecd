import { compoundOf } from '../books/compoundOf';
import { xlsOf, xlsStream } from '../books/xlsOf';
import { sheetOf, textRow, xlsxOf, xlsxParts } from '../books/xlsxParts';
import { directoryPlaces, withDirectory, zipOf } from './zipBytes';

/** A file made to harm its reader, and what a reader may answer: the codes of issues, or `read`. */
export interface HostileFile {
  name: string;
  make(): Uint8Array;
  answers: readonly string[];
}

const plain = sheetOf(textRow(1, ['客户']) + textRow(2, ['甲']));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const cell = (place: string): string => `<row r="${place.replace(/\D/g, '')}"><c r="${place}"><v>1</v></c></row>`;
const repeated = (length: number): Uint8Array => new Uint8Array(length).fill(0x61);
const UNSAFE = 'workbook/unsafe';
const TOO_MANY = 'workbook/tooManyCells';

const odsOf = (rows: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipOf({
    mimetype: bytesOf('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': bytesOf(
      `<office:document-content><office:body><table:table table:name="a">${rows}</table:table></office:body></office:document-content>`,
    ),
    ...more,
  });

const pageOf = (rows: string): Uint8Array => bytesOf(`<html><body><table>${rows}</table></body></html>`);

const xml2003Of = (rows: string): Uint8Array =>
  bytesOf(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows}</Table></Worksheet></Workbook>`,
  );

export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: 'cells at both corners',
    make: () => xlsxOf({ sheets: [sheetOf(cell('A1') + cell('XFD1048576'))] }),
    answers: ['read', TOO_MANY],
  },
  { name: 'a row beyond any sheet', make: () => xlsxOf({ sheets: [sheetOf(cell('A4294967295'))] }), answers: [UNSAFE] },
  { name: 'a column beyond any sheet', make: () => xlsxOf({ sheets: [sheetOf(cell('ZZZZZZ1'))] }), answers: [UNSAFE] },
  {
    name: 'a million columns of one width',
    make: () => xlsxOf({ sheets: [`<cols><col min="1" max="4294967295" width="9"/></cols>${plain}`] }),
    answers: ['read'],
  },
  {
    name: 'a thousand merges of the whole sheet',
    make: () =>
      xlsxOf({ sheets: [`${plain}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells>`] }),
    answers: ['read'],
  },
  {
    name: 'a text that grows a thousandfold',
    make: () => xlsxOf({ sheets: [plain], more: { 'xl/worksheets/sheet1.xml': repeated(24 * 1024 * 1024) } }),
    answers: [UNSAFE],
  },
  {
    name: 'a text of 4 MB, named a thousand times',
    make: () =>
      xlsxOf({
        sheets: [sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(1000)}</row>`)],
        texts: `<si><t>${'a'.repeat(4 * 1024 * 1024)}</t></si>`,
      }),
    answers: [TOO_MANY],
  },
  {
    name: 'a million cells of one long text',
    make: () =>
      xlsxOf({
        sheets: [sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(10_000)}</row>`.repeat(10))],
        texts: `<si><t>${'a'.repeat(32_000)}</t></si>`,
      }),
    answers: [TOO_MANY],
  },
  {
    name: 'entities that grow',
    make: () =>
      xlsxOf({
        sheets: [sheetOf('<row><c t="inlineStr"><is><t>&c;</t></is></c></row>')],
        prolog: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
      }),
    answers: [UNSAFE],
  },
  {
    name: 'an entity that reads a file',
    make: () =>
      xlsxOf({
        sheets: [sheetOf('<row><c t="inlineStr"><is><t>&x;</t></is></c></row>')],
        prolog: '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      }),
    answers: [UNSAFE],
  },
  {
    name: 'names of the prototype',
    make: () =>
      xlsxOf({ names: ['__proto__', 'constructor'], sheets: [sheetOf(textRow(1, ['__proto__', 'toString'])), plain] }),
    answers: ['read'],
  },
  {
    name: 'indices of nothing',
    make: () =>
      xlsxOf({
        sheets: [
          sheetOf('<row><c t="s" s="999999"><v>4294967295</v></c><c t="s"><v>-1</v></c><c s="7"><v>5</v></c></row>'),
        ],
        texts: '<si/>',
      }),
    answers: ['read'],
  },
  { name: 'a workbook cut in half', make: () => half(xlsxOf({ sheets: [plain] })), answers: ['workbook/unreadable'] },
  {
    name: 'noise',
    make: () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251),
    answers: ['workbook/wrongKind'],
  },
  {
    name: 'a zip that is only its first bytes',
    make: () => Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
    answers: ['workbook/unreadable'],
  },
  {
    name: 'macros',
    make: () => xlsxOf({ sheets: [plain], more: { 'xl/vbaProject.bin': bytesOf('x') } }),
    answers: ['workbook/macros'],
  },
  {
    name: 'a sheet of Excel-4 macros',
    make: () => xlsxOf({ sheets: [plain], more: { 'xl/macrosheets/sheet1.xml': bytesOf('<x/>') } }),
    answers: ['workbook/macros'],
  },
  {
    name: 'a macro sheet in an old book',
    make: () => xlsOf([{ name: 'm', rows: [['=EXEC("calc")']], kind: 1 }]),
    answers: ['workbook/macros'],
  },
  {
    name: 'macros of another office',
    make: () => odsOf('', { 'Basic/Standard/Module1.xml': bytesOf('<x/>') }),
    answers: ['workbook/macros'],
  },
  {
    name: 'encrypted parts',
    make: () =>
      withDirectory(xlsxOf({ sheets: [plain] }), (view, places) =>
        eachOf(places, (at) => view.setUint16(at + 8, 1, true)),
      ),
    answers: ['workbook/encrypted'],
  },
  {
    name: 'an encrypted book',
    make: () => compoundOf({ EncryptionInfo: bytesOf('x'), EncryptedPackage: bytesOf('x') }),
    answers: ['workbook/encrypted'],
  },
  {
    name: 'an encrypted sheet of another office',
    make: () => odsOf('', { 'META-INF/manifest.xml': bytesOf('<manifest:encryption-data/>') }),
    answers: ['workbook/encrypted'],
  },
  {
    name: 'a zip in a zip',
    make: () => zipOf({ 'a.zip': zipOf({ 'b.zip': zipOf({ 'c.xlsx': xlsxOf({ sheets: [plain] }) }) }) }),
    answers: ['workbook/packedFiles'],
  },
  {
    name: 'parts larger than they say',
    make: () =>
      withDirectory(xlsxOf({ sheets: [sheetOf(textRow(1, ['a'.repeat(9000)]))] }), (view, places) =>
        eachOf(places, (at) => view.setUint32(at + 24, 20, true)),
      ),
    answers: [UNSAFE],
  },
  {
    name: 'parts smaller than they say',
    make: () =>
      withDirectory(xlsxOf({ sheets: [plain] }), (view, places) =>
        eachOf(places, (at) => view.setUint32(at + 24, 90_000, true)),
      ),
    answers: ['workbook/damaged'],
  },
  {
    name: 'parts of 400 MB by their word',
    make: () =>
      withDirectory(xlsxOf({ sheets: [plain] }), (view, places) =>
        view.setUint32(places[0] + 24, 400 * 1024 * 1024, true),
      ),
    answers: ['workbook/tooLarge'],
  },
  {
    name: 'a part with a flipped bit',
    make: () => {
      const bytes = zipOf(xlsxParts({ sheets: [plain] }));
      const view = new DataView(bytes.buffer);
      const last = directoryPlaces(bytes).at(-1) ?? 0;
      bytes[view.getUint32(last + 42, true) + 60] ^= 4;
      return bytes;
    },
    answers: ['workbook/damaged', UNSAFE],
  },
  {
    name: 'a path out of the archive',
    make: () => xlsxOf({ sheets: [plain], more: { '../../evil.xml': bytesOf('x') } }),
    answers: [UNSAFE],
  },
  {
    name: 'a path from the root',
    make: () => xlsxOf({ sheets: [plain], more: { '/etc/passwd': bytesOf('x') } }),
    answers: [UNSAFE],
  },
  {
    name: 'a path with a backslash',
    make: () => xlsxOf({ sheets: [plain], more: { 'xl\\evil.xml': bytesOf('x') } }),
    answers: [UNSAFE],
  },
  {
    name: 'a path with a NUL',
    make: () => xlsxOf({ sheets: [plain], more: { 'xl/evil\0.xml': bytesOf('x') } }),
    answers: [UNSAFE],
  },
  {
    name: 'parts that lie over each other',
    make: () =>
      withDirectory(xlsxOf({ sheets: [plain, plain] }), (view, places) =>
        view.setUint32(places[1] + 42, view.getUint32(places[0] + 42, true), true),
      ),
    answers: [UNSAFE],
  },
  {
    name: 'a part that is there twice',
    make: () =>
      withDirectory(xlsxOf({ sheets: [plain], more: { 'xl/worksheets/sheet2.xml': bytesOf('x') } }), (view, places) =>
        view.setUint8((places.at(-1) ?? 0) + 46 + 'xl/worksheets/sheet'.length, 0x31),
      ),
    answers: [UNSAFE],
  },
  {
    name: 'a thousand and more parts',
    make: () =>
      xlsxOf({
        sheets: [plain],
        more: Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`xl/media/${i}.png`, bytesOf('x')])),
      }),
    answers: [UNSAFE],
  },
  {
    name: 'ten thousand styles',
    make: () =>
      xlsxOf({
        sheets: [sheetOf('<row><c s="9999"><v>45366</v></c></row>')],
        styles: `<numFmts>${Array.from({ length: 10_000 }, (_, i) => `<numFmt numFmtId="${200 + i}" formatCode="yyyy${'\\'.repeat(50)}${i}"/>`).join('')}</numFmts><cellXfs>${Array.from({ length: 10_000 }, (_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs>`,
      }),
    answers: ['read'],
  },
  {
    name: 'a tag that never ends',
    make: () => xlsxOf({ sheets: [`<sheetData><row a="${'x'.repeat(3_000_000)}`] }),
    answers: [UNSAFE],
  },
  {
    name: 'a comment that never ends',
    make: () => xlsxOf({ sheets: [`<!--${'-x'.repeat(3_000_000)}`] }),
    answers: ['import/emptyFile'],
  },
  {
    name: 'tags a million deep',
    make: () => xlsxOf({ sheets: [sheetOf('<a>'.repeat(1_000_000))] }),
    answers: ['import/emptyFile'],
  },
  {
    name: 'a row of blanks to the edge, as offices write it',
    make: () =>
      odsOf(
        '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>' +
          '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      ),
    answers: ['read'],
  },
  {
    name: 'a filled row repeated without end',
    make: () =>
      odsOf(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>',
      ),
    answers: [TOO_MANY],
  },
  {
    name: 'repeats that are no number',
    make: () =>
      odsOf(
        '<table:table-row table:number-rows-repeated="-5e99"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>',
      ),
    answers: ['read'],
  },
  {
    name: 'a web page of endless spans',
    make: () => pageOf('<tr><td rowspan=99999999 colspan=99999999>1'.repeat(20_000)),
    answers: [TOO_MANY, UNSAFE],
  },
  {
    name: 'a web page of open quotes',
    make: () => pageOf('<tr><td a="b>1</td><td b=\'2</td>'.repeat(50_000)),
    answers: ['read', 'import/emptyFile'],
  },
  {
    name: 'a web page of tables in tables',
    make: () => bytesOf(`<html><body>${'<table><tr><td>1'.repeat(10_000)}`),
    answers: ['read'],
  },
  {
    name: 'a web page with a script',
    make: () => pageOf('<tr><td><script>globalThis.harmed = 1</script>甲</td></tr>'),
    answers: ['read'],
  },
  {
    name: 'old XML that goes backwards',
    make: () => xml2003Of('<Row ss:Index="5"/><Row ss:Index="2"><Cell/></Row>'),
    answers: [UNSAFE],
  },
  {
    name: 'old XML with entities',
    make: () =>
      bytesOf(
        '<?xml version="1.0"?><!DOCTYPE Workbook [<!ENTITY a "b">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    answers: [UNSAFE],
  },
  {
    name: 'an old book whose chain runs in a circle',
    make: () => circle(compoundOf({ Workbook: xlsStream([{ name: 'a', rows: [['b']] }]) })),
    answers: ['workbook/damaged'],
  },
  {
    name: 'an old book cut in half',
    make: () => half(xlsOf([{ name: 'a', rows: [['b']] }])),
    answers: ['workbook/damaged', 'workbook/unreadable', 'import/emptyFile', 'read'],
  },
  {
    name: 'an old book with a cell at the last corner',
    make: () =>
      xlsOf([
        {
          name: 'a',
          rows: [...Array.from({ length: 65_535 }, () => []), [...Array.from({ length: 255 }, () => null), 1]],
        },
      ]),
    answers: ['read'],
  },
];

function eachOf(places: readonly number[], change: (at: number) => void): void {
  for (const at of places) change(at);
}

const half = (bytes: Uint8Array): Uint8Array => bytes.slice(0, Math.floor(bytes.length / 2));

/** The last sector of the first stream leads back to its first. */
function circle(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  const first = view.getUint32(512 * (2 + view.getUint32(44, true)) - 512 + 128 + 116, true);
  for (let sector = first; sector < 128; sector++) {
    if (view.getUint32(512 + 4 * sector, true) === 0xfffffffe) view.setUint32(512 + 4 * sector, first, true);
  }
  return bytes;
}
