/** What a file is by its first bytes: its name says nothing, as programs call web pages .xls and workbooks .csv. */
export type BookKind =
  /** A zip: .xlsx, .xlsb, .ods, or something else that is packed. */
  | 'zip'
  /** A compound file: .xls, or any document with a password. */
  | 'compound'
  /** Tables of a web page. */
  | 'html'
  /** The XML that Excel wrote in 2003. */
  | 'xml2003'
  /** A spreadsheet of a program too old to be read, or a mailed web page. */
  | 'old';

const ZIPS = [0x04034b50, 0x06054b50, 0x08074b50];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PROBE = 64 * 1024;

/** Null where the bytes are no workbook of any kind: plain text, or none of our business. Needs the first 64 kB. */
export function bookKind(bytes: Uint8Array): BookKind | null {
  if (bytes.length < 4) return null;
  const first = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  if (ZIPS.includes(first)) return 'zip';
  if (COMPOUND.every((byte, i) => bytes[i] === byte)) return 'compound';
  // The first record of Excel 2 to 4: its number, its length of 4 or 6.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1]) && [4, 6].includes(bytes[2]) && bytes[3] === 0)
    return 'old';
  const head = headText(bytes).trimStart();
  if (!head.startsWith('<')) return /^MIME-Version:/i.test(head) && /<table/i.test(head) ? 'old' : null;
  if (/^<\?xml/.test(head) || /^<(\w+:)?Workbook[\s>]/.test(head)) {
    if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(\w+:)?Workbook[\s>]/.test(head))
      return 'xml2003';
  }
  return /<(html|table|!doctype\s+html)[\s>]/i.test(head) && /<(table|body|frameset)[\s>]/i.test(head) ? 'html' : null;
}

function headText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, PROBE);
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(head);
}
