const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** What a checksum begins with. */
export const CRC_START = 0xffffffff;

/** The running CRC-32 after these bytes; `crcEnd` makes it the checksum that a zip carries. */
export function crcAfter(start: number, bytes: Uint8Array): number {
  let crc = start;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[i]) & 255];
  return crc;
}

/** The checksum of a zip entry, from a running one. */
export const crcEnd = (crc: number): number => (crc ^ 0xffffffff) >>> 0;
