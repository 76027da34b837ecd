import type { Member } from '~/domain/dimension';
import type { ValueSegment } from '~/domain/segment';

/** A segment as it lies on disk, with a quick check that it is what was written. */
export type StoredSegment = ValueSegment & { checksum: number };

export const MEMBERS_PER_BLOCK = 1024;

/** Up to 1,024 members of one dimension by code: ten thousand customers are ten rows. */
export interface MemberBlock {
  dimension: string;
  no: number;
  members: Member[];
}

/** FNV-1a over the bytes of a segment, 32 bits. */
export function checksumOf(value: Float64Array, state: Uint8Array): number {
  let hash = 0x811c9dc5;
  const words = new Uint32Array(value.buffer, value.byteOffset, value.length * 2);
  for (let i = 0; i < words.length; i += 1) hash = Math.imul(hash ^ words[i], 0x01000193);
  for (let i = 0; i < state.length; i += 1) hash = Math.imul(hash ^ state[i], 0x01000193);
  return hash >>> 0;
}
