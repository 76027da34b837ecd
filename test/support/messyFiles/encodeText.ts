import type { Encoding } from '~/exchange/csv/encoding';
import { mendLatin } from '~/exchange/csv/mendLatin';

const tables = new Map<string, Map<string, number[]>>();

/** Text in an encoding that browsers only decode: each table is turned around once. Throws for what it cannot write. */
export function encodeText(text: string, encoding: Encoding, bom = false): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(bom ? `\uFEFF${text}` : text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const marked = bom ? `\uFEFF${text}` : text;
    const bytes = new Uint8Array(marked.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
    return bytes;
  }
  const table = tables.get(encoding) ?? turned(encoding);
  tables.set(encoding, table);
  const out: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? [code] : table.get(character);
    if (!bytes) throw new RangeError(`${encoding} has no ${character}`);
    out.push(...bytes);
  }
  return Uint8Array.from(out);
}

function turned(encoding: Encoding): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    const text = mendLatin(decoder.decode(Uint8Array.from(bytes)), encoding);
    if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes);
  };
  for (let lead = 0x80; lead <= 0xff; lead++) {
    if (encoding.startsWith('windows')) add([lead]);
    else for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail]);
  }
  return table;
}
