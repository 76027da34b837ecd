import { unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { ISSUE_CODES } from '~/domain/issue';
import { createRandom, type Random } from '~/engine/numeric';
import { readBook } from '~/exchange/workbook/readBook';
import { xlsOf } from '../books/xlsOf';
import { sheetOf, textRow, xlsxOf } from '../books/xlsxParts';

const ROWS = [
  ['区域', '客户', '金额', '日期'],
  ...Array.from({ length: 12 }, (_, i) => ['华东', `客户 ${i}`, `${i * 100}.5`, '2024-03-15']),
];
const GROUPS = [
  '<',
  '>',
  '"',
  '&',
  '/',
  '0',
  '-1',
  '4294967295',
  'A1',
  '\0',
  ']]>',
  '<!--',
  '&#x0;',
  '1e999',
  '\uFFFD',
];

/** Books of every make that is read, each small enough to be read hundreds of times in a second or two. */
export async function soundBooks(): Promise<Uint8Array[]> {
  const inside = `${sheetOf(ROWS.map((cells, i) => textRow(i + 1, cells)).join(''))}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`;
  const cells = ROWS.map((texts) => texts.map((text) => `<td x:num>${text}</td>`).join('')).join('</tr><tr>');
  const old = ROWS.map(
    (texts) => `<Row>${texts.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row>`,
  );
  return [
    xlsxOf({
      sheets: [inside, sheetOf(textRow(1, ['说明']))],
      texts: '<si><t>甲</t></si>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    }),
    await writeOds({ sheets: [{ name: '一', rows: ROWS }] }),
    xlsOf([{ name: '一', rows: [...ROWS, [1, { serial: 45366 }, true, { error: 7 }]], merges: [[0, 1, 0, 1]] }]),
    new TextEncoder().encode(`<html><body><table><tr>${cells}</tr></table></body></html>`),
    new TextEncoder().encode(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${old.join('')}</Table></Worksheet></Workbook>`,
    ),
  ];
}

/**
 * Reads so many spoilt books and tells what went wrong: an answer that is no `Result` with known codes, one that took
 * longer than 5 s, or a changed prototype. Half are spoilt in their bytes, half inside a part that is packed again, so
 * that the readers behind the checks of the archive are met as well.
 */
export async function readMutatedBooks(
  seed: number,
  count: number,
): Promise<{ wrong: string[]; read: number; refused: number }> {
  const books = await soundBooks();
  const prototype = Object.getOwnPropertyNames(Object.prototype).join();
  const wrong: string[] = [];
  let read = 0;
  for (let i = 0; i < count; i++) {
    const random = createRandom(seed + i);
    const book = books[i % books.length];
    const start = performance.now();
    try {
      const result = await readBook(random() < 0.5 ? spoilt(book, random) : spoiltInside(book, random));
      if (result.ok) read += 1;
      else if (result.issues.length === 0 || result.issues.some(({ code }) => !ISSUE_CODES.includes(code)))
        wrong.push(`${seed + i}: no known reason`);
      if (result.ok && result.value.some(({ rows }) => rows.some((cells) => !Array.isArray(cells))))
        wrong.push(`${seed + i}: rows with holes`);
    } catch (error) {
      wrong.push(`${seed + i}: ${String(error)}`);
    }
    if (performance.now() - start > 5000) wrong.push(`${seed + i}: too slow`);
  }
  if (Object.getOwnPropertyNames(Object.prototype).join() !== prototype) wrong.push('the prototype was changed');
  return { wrong, read, refused: count - read };
}

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

function spoilt(book: Uint8Array, random: Random): Uint8Array {
  const bytes = book.slice();
  for (let times = 1 + below(random, 8); times > 0; times--) bytes[below(random, bytes.length)] = below(random, 256);
  const kind = random();
  if (kind < 0.2) return bytes.slice(0, below(random, bytes.length));
  if (kind < 0.3) {
    const from = below(random, bytes.length);
    return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(below(random, bytes.length))]);
  }
  return bytes;
}

function spoiltInside(book: Uint8Array, random: Random): Uint8Array {
  if (book[0] !== 0x50) return spoiltText(book, random);
  const parts: Record<string, Uint8Array> = unzipSync(book);
  const paths = Object.keys(parts);
  const path = paths[below(random, paths.length)];
  if (random() < 0.1) delete parts[path];
  else parts[path] = spoiltText(parts[path], random);
  return zipSync(parts, { level: 1 });
}

function spoiltText(part: Uint8Array, random: Random): Uint8Array {
  let text = String.fromCharCode(...part);
  for (let times = 1 + below(random, 4); times > 0; times--) {
    const at = below(random, text.length);
    const group = GROUPS[below(random, GROUPS.length)];
    const cut = random() < 0.5 ? 0 : below(random, 12);
    text = text.slice(0, at) + group + text.slice(at + cut);
  }
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 255);
}
