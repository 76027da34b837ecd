import { createXmlScan, type XmlListener } from './xmlScan';

const NOTHING = (): void => undefined;

/** Reads one XML part, as it is unpacked, with those of the listeners that matter to the caller. */
export async function scanPart(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  listener: Partial<XmlListener>,
): Promise<void> {
  const scan = createXmlScan({ open: NOTHING, close: NOTHING, text: NOTHING, ...listener });
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    scan.push(decoder.decode(piece, { stream: true }));
  }
  if (decoder) scan.push(decoder.decode());
  scan.end();
}

/** By its mark; else by what its first line says, which is in plain letters. */
function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const told = /^<\?xml[^>]*?encoding=["']([\w-]+)["']/.exec(String.fromCharCode(...head.subarray(0, 120)));
  try {
    return new TextDecoder(told?.[1] ?? 'utf-8').encoding;
  } catch {
    return 'utf-8';
  }
}
