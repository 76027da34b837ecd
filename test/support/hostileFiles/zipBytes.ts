import { zipSync } from 'fflate';

/** Where the central directory of a zip without comment tells of each entry. */
export function directoryPlaces(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: number[] = [];
  let at = view.getUint32(bytes.length - 6, true);
  for (let left = view.getUint16(bytes.length - 12, true); left > 0; left--) {
    places.push(at);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return places;
}

/** A copy of a zip whose directory was changed by hand. */
export function withDirectory(bytes: Uint8Array, change: (view: DataView, places: number[]) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), directoryPlaces(copy));
  return copy;
}

export const zipOf = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts, { level: 6 });
