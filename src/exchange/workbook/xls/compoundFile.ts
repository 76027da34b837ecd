import { issue } from '~/domain/issue';
import { Refusal } from '../../archive/refusal';

/** The old container of office files: named streams in folders, in chains of sectors. */
export interface CompoundFile {
  /** Names of all folders and streams. */
  names: string[];
  /** The bytes of the first stream of that name; null where there is none. */
  stream(name: string): Uint8Array | null;
}

const END = 0xfffffffe;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;
const SMALL_LIMIT = 4096;

/**
 * Opens an .xls or any other compound file. Chains that run in circles or out of the file throw a `Refusal`: each may
 * have no more links than the file has sectors.
 */
export function compoundFile(bytes: Uint8Array): CompoundFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): Refusal => new Refusal(issue('workbook/damaged'));
  const u32 = (at: number): number => {
    if (at < 0 || at + 4 > bytes.length) throw damaged();
    return view.getUint32(at, true);
  };
  if (bytes.length < 512) throw damaged();
  const shift = view.getUint16(30, true);
  const smallShift = view.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || smallShift !== 6) throw damaged();
  const sector = 1 << shift;
  const most = Math.ceil(bytes.length / 64) + 1;
  const placeOf = (id: number): number => (id + 1) << shift;

  const tables: number[] = [];
  for (let i = 0; i < 109; i++) tables.push(u32(76 + 4 * i));
  for (let next = u32(68), steps = 0; next < END; steps++) {
    if (steps > most) throw damaged();
    const at = placeOf(next);
    for (let i = 0; i < sector / 4 - 1; i++) tables.push(u32(at + 4 * i));
    next = u32(at + sector - 4);
  }

  const nextOf = (id: number): number => {
    const table = tables[Math.floor(id / (sector / 4))];
    if (table === undefined || table >= END) throw damaged();
    return u32(placeOf(table) + 4 * (id % (sector / 4)));
  };

  const chain = (start: number, next: (id: number) => number): number[] => {
    const ids: number[] = [];
    for (let id = start; id < END; id = next(id)) {
      if (ids.length > most) throw damaged();
      ids.push(id);
    }
    return ids;
  };

  const gathered = (source: Uint8Array, places: readonly number[], piece: number): Uint8Array => {
    const all = new Uint8Array(places.length * piece);
    places.forEach((at, i) => {
      all.set(source.subarray(at, at + piece), i * piece);
    });
    return all;
  };

  const big = (start: number): Uint8Array => gathered(bytes, chain(start, nextOf).map(placeOf), sector);
  const directory = big(u32(48));
  const entries = entriesOf(directory);
  const root = entries.find(({ type }) => type === ROOT);
  const smallTable = u32(60) < END ? big(u32(60)) : new Uint8Array(0);
  const smallView = new DataView(smallTable.buffer);
  const small = root && root.start < END ? big(root.start) : new Uint8Array(0);
  const smallNext = (id: number): number => {
    if (4 * id + 4 > smallTable.length) throw damaged();
    return smallView.getUint32(4 * id, true);
  };

  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = entries.find((each) => each.type === STREAM && each.name === name);
      if (!entry) return null;
      if (entry.size >= SMALL_LIMIT) return big(entry.start).subarray(0, entry.size);
      const places = chain(entry.start, smallNext).map((id) => id << smallShift);
      return gathered(small, places, 1 << smallShift).subarray(0, entry.size);
    },
  };
}

interface DirectoryEntry {
  name: string;
  type: number;
  start: number;
  size: number;
}

function entriesOf(directory: Uint8Array): DirectoryEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const found: DirectoryEntry[] = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const type = directory[at + 66];
    const length = Math.min(64, view.getUint16(at + 64, true));
    if (type === 0 || length < 2) continue;
    found.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length - 2)),
      type,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return found;
}
