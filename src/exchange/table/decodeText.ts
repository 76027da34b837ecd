import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { detectEncoding, ENCODINGS, type Encoding } from '../csv/encoding';
import { mendLatin } from '../csv/mendLatin';

export interface DecodedText {
  encoding: Encoding;
  bom: number;
  lineEnd: 'lf' | 'cr';
  unsure: boolean;
  /** Without byte order mark, lines ended by LF or CRLF. */
  text: string;
}

const PROBE = 512 * 1024;

/**
 * The text of bytes in whatever encoding they are. Bytes that fit no character become U+FFFD: a damaged cell must not cost
 * the file. Fails where nothing reads as text, and for encodings nobody knows.
 */
export function decodeText(bytes: Uint8Array, chosen: string | undefined, partial: boolean): Result<DecodedText> {
  const head = bytes.subarray(0, PROBE);
  const detected = detectEncoding(head);
  const encoding = chosen ? ENCODINGS.find((known) => known === chosen) : detected?.encoding;
  if (encoding === undefined) return fail(issue('import/encoding'));
  const bom = detected?.encoding === encoding ? detected.bom : 0;
  const body = bytes.subarray(bom);
  let text = mendLatin(new TextDecoder(encoding, { ignoreBOM: true }).decode(body, { stream: partial }), encoding);
  const lineEnd = text.includes('\r') && !text.slice(0, PROBE).includes('\n') ? 'cr' : 'lf';
  if (lineEnd === 'cr') text = text.replaceAll('\r', '\n');
  return ok({ encoding, bom, lineEnd, unsure: chosen ? false : detected?.unsure === true, text });
}
