/** The parts of a workbook file by path. A large part may come in pieces, made while earlier ones are packed. */
export type PackageParts = Map<string, Uint8Array | Iterable<Uint8Array>>;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980: equal workbooks have equal bytes. */
const NO_DATE = 33;

/** Takes apart a zip that this program has just written; files of others go through the import's checks first. */
export async function openParts(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new TypeError('no zip without comment');
  const parts = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const isPacked = view.getUint16(at + 10, true) === 8;
    parts.set(path, isPacked ? await inflated(packed) : packed);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Puts parts together as a zip, in the order of the map, deflated. */
export async function closeParts(parts: PackageParts): Promise<Uint8Array> {
  const table = crcTable();
  const entries = await Promise.all(
    [...parts].map(async ([path, content]) => ({
      path: new TextEncoder().encode(path),
      ...(await deflated(content instanceof Uint8Array ? [content] : content, table)),
    })),
  );
  const size = entries.reduce((sum, { path, packed }) => sum + 76 + 2 * path.length + packed.length, 22);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  const describe = (entry: (typeof entries)[number]): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, 0x0800, true);
    view.setUint16(at + 4, 8, true);
    view.setUint16(at + 8, NO_DATE, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.packed.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, entry.path.length, true);
  };
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    at += 4;
    describe(entry);
    bytes.set(entry.path, at + 26);
    bytes.set(entry.packed, at + 26 + entry.path.length);
    at += 26 + entry.path.length + entry.packed.length;
  }
  const directory = at;
  entries.forEach((entry, index) => {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    describe(entry);
    view.setUint32(at + 36, offsets[index], true);
    bytes.set(entry.path, at + 40);
    at += 40 + entry.path.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return new Uint8Array(await new Response(source.pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());
}

/** The next piece is made while the one before it is packed outside this thread; never more than two are under way. */
async function deflated(pieces: Iterable<Uint8Array>, table: Uint32Array) {
  const packer = new CompressionStream('deflate-raw');
  const packed = new Response(packer.readable).arrayBuffer();
  const writer = packer.writable.getWriter();
  let size = 0;
  let crc = 0xffffffff;
  let before: Promise<void> = Promise.resolve();
  for (const piece of pieces) {
    size += piece.length;
    crc = crcAfter(crc, piece, table);
    const now = writer.write(piece as Uint8Array<ArrayBuffer>);
    await before;
    before = now;
  }
  await before;
  await writer.close();
  return { size, crc: (crc ^ 0xffffffff) >>> 0, packed: new Uint8Array(await packed) };
}

function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
}

function crcAfter(start: number, bytes: Uint8Array, table: Uint32Array): number {
  let crc = start;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]) & 255];
  return crc;
}
