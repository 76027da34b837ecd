import { detectEncoding } from '../../csv/encoding';

const PROBE = 8192;

/** The text of a web page: by its byte order mark, by what it says about itself, else by how it reads. */
export function pageText(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, PROBE));
  const hasMark = /^(\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)/.test(head);
  const told = hasMark ? null : /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head);
  return new TextDecoder(known(told?.[1]) ?? detectEncoding(bytes.subarray(0, 4 * PROBE))?.encoding ?? 'utf-8').decode(
    bytes,
  );
}

function known(name: string | undefined): string | null {
  if (!name) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
