const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;

/** A compound file with these streams, each padded to the size from which it has sectors of its own. */
export function compoundOf(streams: Record<string, Uint8Array>): Uint8Array {
  const names = Object.keys(streams);
  const sizes = names.map((name) => Math.max(4096, Math.ceil(streams[name].length / SECTOR) * SECTOR));
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const dataSectors = sizes.reduce((sum, size) => sum + size / SECTOR, 0);
  const tableSectors = Math.ceil((dataSectors + directorySectors + 2) / 127);
  const bytes = new Uint8Array(SECTOR * (1 + tableSectors + directorySectors + dataSectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, tableSectors, true);
  view.setUint32(48, tableSectors, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i < tableSectors ? i : FREE, true);
  const entry = (sector: number): number => SECTOR + 4 * sector;
  for (let i = 0; i < tableSectors * 128; i++) view.setUint32(entry(i), i < tableSectors ? TABLE : FREE, true);
  const chain = (first: number, count: number): void => {
    for (let i = 0; i < count; i++) view.setUint32(entry(first + i), i === count - 1 ? END : first + i + 1, true);
  };
  chain(tableSectors, directorySectors);
  const directory = SECTOR * (1 + tableSectors);
  const describe = (index: number, name: string, place: { type: number; start: number; size: number }): void => {
    const at = directory + 128 * index;
    for (let i = 0; i < name.length; i++) view.setUint16(at + 2 * i, name.charCodeAt(i), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
    bytes[at + 66] = place.type;
    for (const offset of [68, 72, 76]) view.setUint32(at + offset, FREE, true);
    if (place.type === 5) view.setUint32(at + 76, 1, true);
    else if (index < names.length) view.setUint32(at + 72, index + 1, true);
    view.setUint32(at + 116, place.start, true);
    view.setUint32(at + 120, place.size, true);
  };
  describe(0, 'Root Entry', { type: 5, start: END, size: 0 });
  let sector = tableSectors + directorySectors;
  names.forEach((name, i) => {
    chain(sector, sizes[i] / SECTOR);
    bytes.set(streams[name], SECTOR * (1 + sector));
    describe(i + 1, name, { type: 2, start: sector, size: sizes[i] });
    sector += sizes[i] / SECTOR;
  });
  return bytes;
}
