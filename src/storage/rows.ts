import type { Member } from '~/domain/dimension';
import type { FactKind } from '~/domain/fact';
import type { Header } from '~/domain/journal';
import type { OrderSegment } from '~/domain/order';
import type { LineSegment, ValueSegment } from '~/domain/segment';

/** A segment as it lies on disk, with a quick check that it is what was written. */
export type StoredSegment = ValueSegment & { checksum: number };

export type StoredLines = LineSegment & { checksum: number };

/** Columns of codes are as narrow as they can be: see `packOrders`. */
export type StoredOrders = Omit<OrderSegment, 'codes'> & {
  id: string;
  codes: Record<string, NarrowCodes>;
  checksum: number;
};

/** The header with the number of rows of the tables that hold facts, set in the same transaction. */
export type StoredHeader = Header & { key: 'header'; rows: RowCounts };

export const MEMBERS_PER_BLOCK = 1024;

/** Up to 1,024 members of one dimension by code: ten thousand customers are ten rows. */
export interface MemberBlock {
  dimension: string;
  no: number;
  members: Member[];
}

/** Tables whose rows are counted in the header: a browser that loses rows opens without an error. */
export const COUNTED_TABLES = ['memberBlocks', 'lines', 'manifests', 'segments', 'orders', 'factSegments'] as const;

export type RowCounts = Record<(typeof COUNTED_TABLES)[number], number>;

/** Quick checks of what lies on disk. */
export const segmentChecksum = ({ value, state }: ValueSegment): number => checksumOf(value, state);

export const linesChecksum = ({ codes }: LineSegment): number => checksumOf(...codes);

export function ordersChecksum(segment: Omit<StoredOrders, 'checksum'>): number {
  const { day, codes, amount, quantity, order, row } = segment;
  const dimensions = Object.keys(codes).sort();
  return checksumOf(day, ...dimensions.map((id) => codes[id]), amount, ...(quantity ? [quantity] : []), order, row);
}

/** FNV-1a over the bytes of some typed arrays in order, 32 bits. */
function checksumOf(...arrays: ArrayBufferView[]): number {
  let hash = 0x811c9dc5;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    const isWhole = byteOffset % 4 === 0;
    const words = isWhole ? new Uint32Array(buffer, byteOffset, byteLength >> 2) : new Uint32Array(0);
    for (let i = 0; i < words.length; i += 1) hash = Math.imul(hash ^ words[i], 0x01000193);
    const rest = new Uint8Array(buffer, byteOffset, byteLength);
    for (let i = words.length * 4; i < rest.length; i += 1) hash = Math.imul(hash ^ rest[i], 0x01000193);
  }
  return hash >>> 0;
}

/** Columns of a segment of facts on disk: codes as narrow as they can be, texts joined to one. See `packFacts`. */
export interface StoredFacts {
  id: string;
  kind: FactKind;
  count: number;
  keys: StoredTexts;
  numbers: Record<string, Float64Array>;
  codes: Record<string, NarrowCodes>;
  texts: Record<string, { at: NarrowCodes; values: StoredTexts }>;
  checksum: number;
}

export type NarrowCodes = Uint8Array | Uint16Array | Uint32Array;

/** Many texts in one: UTF-16 units behind one another, and where each ends. */
export interface StoredTexts {
  joined: string;
  ends: Uint32Array;
}

/** Says whether a stored segment of facts is still what was written; the order of its columns does not matter. */
export function factsChecksum({ keys, numbers, codes, texts }: Omit<StoredFacts, 'id' | 'checksum'>): number {
  const columns = (record: object): string[] => Object.keys(record).sort();
  const said = new TextEncoder().encode([keys.joined, ...columns(texts).map((id) => texts[id].values.joined)].join(''));
  return checksumOf(
    keys.ends,
    said,
    ...columns(numbers).map((id) => numbers[id]),
    ...columns(codes).map((id) => codes[id]),
    ...columns(texts).flatMap((id) => [texts[id].at, texts[id].values.ends]),
  );
}
