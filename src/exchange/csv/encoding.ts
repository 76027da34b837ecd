import { doubleByteScore } from './doubleByteScore';
import { type SingleByteEncoding, singleByteGuess } from './singleByteGuess';

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DetectedEncoding {
  encoding: Encoding;
  /** Bytes of the byte order mark at the start, 0 without one. */
  bom: number;
  /** True where another encoding would read nearly as well: names may come out wrong, amounts do not. */
  unsure?: true;
}

/**
 * How the text of a file is encoded, from its first bytes: byte order mark, the zero-byte pattern of UTF-16, strict UTF-8,
 * then GB18030 against Big5 by which characters come out, then the Windows pages by letters and words. A character cut off
 * at the end of `head` does not count against it, a few damaged ones do not either. Null where nothing reads as text.
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  const zeros = countZeros(head);
  const half = Math.min(head.length, ZERO_PROBE) / 2;
  // Delimiters, digits and line ends have a zero byte on one side even in Chinese UTF-16 text.
  if (zeros.odd > half * 0.05 && zeros.even < zeros.odd * 0.1) return { encoding: 'utf-16le', bom: 0 };
  if (zeros.even > half * 0.05 && zeros.odd < zeros.even * 0.1) return { encoding: 'utf-16be', bom: 0 };
  if (decodes(head, 'utf-8')) return { encoding: 'utf-8', bom: 0 };
  const { whole, broken } = utf8Shape(head);
  if (whole > broken * 10) return { encoding: 'utf-8', bom: 0 };
  const gb = doubleByteScore(head, 'gb18030');
  const big5 = doubleByteScore(head, 'big5');
  const single = singleByteGuess(head);
  const best = Math.max(gb, big5);
  if (best >= 0.45 && best >= (single?.score ?? 0) * 0.5) {
    const close = Math.abs(gb - big5) < 0.08 && Math.min(gb, big5) > 0.4;
    return { encoding: gb >= big5 ? 'gb18030' : 'big5', bom: 0, ...(close ? { unsure: true as const } : {}) };
  }
  if (single && single.score >= 0.3) return fromSingle(single);
  // Rare characters only: strictness is all that is left to go by.
  if (decodes(head, 'gb18030')) return { encoding: 'gb18030', bom: 0, unsure: true };
  if (decodes(head, 'big5')) return { encoding: 'big5', bom: 0, unsure: true };
  if (best >= 0.3) return { encoding: gb >= big5 ? 'gb18030' : 'big5', bom: 0, unsure: true };
  if (whole > broken) return { encoding: 'utf-8', bom: 0, unsure: true };
  return single ? { ...fromSingle(single), unsure: true } : null;
}

const fromSingle = (single: { encoding: SingleByteEncoding; unsure: boolean }): DetectedEncoding => ({
  encoding: single.encoding,
  bom: 0,
  ...(single.unsure ? { unsure: true as const } : {}),
});

const ZERO_PROBE = 4096;

function countZeros(head: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < Math.min(head.length, ZERO_PROBE); i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  return { even, odd };
}

function decodes(head: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Whole characters of more than one byte, against bytes that fit no such character. */
function utf8Shape(head: Uint8Array): { whole: number; broken: number } {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i];
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let at = i + 1;
    while (at < i + length && at < head.length && (head[at] & 0xc0) === 0x80) at++;
    if (length > 1 && byte < 0xf5 && at === i + length) {
      whole++;
      i = at - 1;
    } else if (at < head.length) broken++;
  }
  return { whole, broken };
}
