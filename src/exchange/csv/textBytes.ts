import { CR, LF } from './bytes';
import type { CsvFormat } from './csvFormat';
import { mendLatin } from './mendLatin';

/** Chunks of a file, in order: a stream of the browser, a file read piece by piece, or an array in a test. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The encoding the bytes have after `textBytes`: what cells are to be decoded with. */
export const scanEncoding = (format: CsvFormat): 'utf-8' | 'gb18030' =>
  format.encoding === 'gb18030' && !HALF_CHARACTERS.includes(format.delimiter) ? 'gb18030' : 'utf-8';

/** Bytes that may be the second half of a character in GB18030. */
const HALF_CHARACTERS = ['|', '^', '~'];

/**
 * The bytes of a file as the scanner wants them: without byte order mark, single CR line ends as LF, all encodings
 * turned into UTF-8 but GB18030, which passes untouched unless its delimiter may be half a character.
 */
export async function* textBytes(chunks: Chunks, format: CsvFormat): AsyncGenerator<Uint8Array> {
  const recode = scanEncoding(format) !== format.encoding;
  const decoder = recode ? new TextDecoder(format.encoding, { ignoreBOM: true }) : null;
  const encoder = new TextEncoder();
  let skip = format.bom;
  for await (const chunk of chunks) {
    const cut = Math.min(skip, chunk.length);
    skip -= cut;
    const body = chunk.subarray(cut);
    const bytes = decoder ? encoder.encode(mendLatin(decoder.decode(body, { stream: true }), format.encoding)) : body;
    yield format.lineEnd === 'cr' ? crToLf(bytes) : bytes;
  }
  if (decoder) yield encoder.encode(decoder.decode());
}

function crToLf(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  for (let i = out.indexOf(CR); i >= 0; i = out.indexOf(CR, i + 1)) out[i] = LF;
  return out;
}

/** The byte of a delimiter, which is always ASCII. */
export const delimiterByte = (delimiter: string): number => delimiter.charCodeAt(0);
