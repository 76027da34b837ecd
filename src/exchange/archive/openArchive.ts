import { issue } from '~/domain/issue';
import { ok, type Result } from '~/domain/result';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archiveLimits';
import { CRC_START, crcAfter, crcEnd } from './crc';
import { Refusal } from './refusal';
import { type ZipEntry, zipDirectory } from './zipDirectory';

/** A zip that passed the checks. Reading a part that is not what the directory said throws a `Refusal`. */
export interface Archive {
  /** In the order of the directory; folders left out. */
  paths: string[];
  has(path: string): boolean;
  /** A part in pieces as it is unpacked, so that large ones never stand in memory whole. */
  pieces(path: string): AsyncGenerator<Uint8Array>;
  read(path: string): Promise<Uint8Array>;
  text(path: string): Promise<string>;
}

/**
 * Opens a zip from anywhere. Its directory is checked before a byte is unpacked; while a part is unpacked its bytes are
 * counted and summed, so that one that grows beyond what it claimed, or was damaged on the way, is refused.
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Result<Archive> {
  const directory = zipDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const entries = new Map(
    directory.value.filter(({ path }) => !path.endsWith('/')).map((entry) => [entry.path, entry]),
  );

  async function* pieces(path: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(path);
    if (!entry) throw new Refusal(issue('workbook/unreadable', { part: path }));
    const packed = bytes.subarray(entry.start, entry.start + entry.packed);
    yield* counted(entry.isDeflated ? inflated(packed, path) : [packed], entry);
  }

  const read = async (path: string): Promise<Uint8Array> => {
    const parts: Uint8Array[] = [];
    for await (const piece of pieces(path)) parts.push(piece);
    return joined(parts);
  };

  return ok({
    paths: [...entries.keys()],
    has: (path) => entries.has(path),
    pieces,
    read,
    text: async (path) => new TextDecoder().decode(await read(path)),
  });
}

/** Ends at the first byte more than was claimed: what follows could be any number of them. */
async function* counted(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  entry: ZipEntry,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  let crc = CRC_START;
  for await (const piece of source) {
    size += piece.length;
    if (size > entry.size) throw new Refusal(issue('workbook/unsafe', { what: 'size', path: entry.path.slice(0, 80) }));
    crc = crcAfter(crc, piece);
    yield piece;
  }
  if (size !== entry.size || crcEnd(crc) !== entry.crc)
    throw new Refusal(issue('workbook/damaged', { part: entry.path.slice(0, 80) }));
}

async function* inflated(packed: Uint8Array, path: string): AsyncGenerator<Uint8Array> {
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw new Refusal(issue('workbook/damaged', { part: path.slice(0, 80) }));
  } finally {
    // Whoever stops early leaves the rest packed.
    reader.cancel().catch(() => undefined);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
