/** A record of a binary workbook: its number, and where its body lies. */
export interface BinaryRecord {
  id: number;
  start: number;
  size: number;
}

/** The records of a part of a binary workbook, up to the first one that leads out of it. */
export function* binaryRecords(part: Uint8Array): Generator<BinaryRecord> {
  for (let at = 0; at + 2 <= part.length; ) {
    const isLong = part[at] >= 0x80;
    const id = isLong ? (part[at] & 0x7f) | ((part[at + 1] & 0x7f) << 7) : part[at];
    at += isLong ? 2 : 1;
    let size = 0;
    for (let shift = 0; shift < 28 && at < part.length; shift += 7) {
      const byte = part[at++];
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (at + size > part.length) return;
    yield { id, start: at, size };
    at += size;
  }
}
