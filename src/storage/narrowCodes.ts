import type { NarrowCodes } from './rows';

/** Codes in one or two bytes each where they fit; the column itself where they do not. */
export function narrowCodes(column: Uint32Array): NarrowCodes {
  let bits = 0;
  for (let i = 0; i < column.length; i += 1) bits |= column[i];
  if (bits >>> 8 === 0) return Uint8Array.from(column);
  return bits >>> 16 === 0 ? Uint16Array.from(column) : column;
}
