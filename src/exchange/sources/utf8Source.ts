import { fileChunks } from '../csv/fileChunks';
import { scanEncoding, textBytes } from '../csv/textBytes';
import type { TableSource } from './tableSource';

/** The same table in UTF-8, so that cells can be mended in its bytes; the same source where it is so already. */
export async function utf8Source(source: TableSource): Promise<TableSource> {
  const { csv } = source;
  if (scanEncoding(csv) === 'utf-8') return source;
  const decoder = new TextDecoder(csv.encoding, { ignoreBOM: true });
  // Blobs lie outside of the heap: a large file is never held as text.
  const parts: Blob[] = [];
  for await (const bytes of textBytes(fileChunks(source.blob), csv))
    parts.push(new Blob([decoder.decode(bytes, { stream: true })]));
  parts.push(new Blob([decoder.decode()]));
  return { ...source, blob: new Blob(parts), csv: { ...csv, encoding: 'utf-8', bom: 0, lineEnd: 'lf' } };
}
