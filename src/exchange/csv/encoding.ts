export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DetectedEncoding {
  encoding: Encoding;
  /** Bytes of the byte order mark at the start, 0 without one. */
  bom: number;
}

/**
 * How the text of a file is encoded, from its first bytes: byte order mark, the zero-byte pattern of UTF-16, strict UTF-8,
 * strict GB18030. A character cut off at the end of `head` does not count against it. Null when none fits (Latin-1 text
 * with accents, Big5, damaged bytes): better to ask than to import garbled names.
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  const zeros = countZeros(head);
  const half = Math.min(head.length, ZERO_PROBE) / 2;
  // Delimiters, digits and line ends have a zero byte on one side even in Chinese UTF-16 text.
  if (zeros.odd > half * 0.1 && zeros.even < zeros.odd * 0.1) return { encoding: 'utf-16le', bom: 0 };
  if (zeros.even > half * 0.1 && zeros.odd < zeros.even * 0.1) return { encoding: 'utf-16be', bom: 0 };
  if (decodes(head, 'utf-8')) return { encoding: 'utf-8', bom: 0 };
  if (decodes(head, 'gb18030')) return { encoding: 'gb18030', bom: 0 };
  return null;
}

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
