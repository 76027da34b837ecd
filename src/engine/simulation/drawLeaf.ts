import type { BitStream } from './bitStream';
import { TABLE_BITS } from './normalTable';

const MASK = (1 << TABLE_BITS) - 1;
const SHIFT = 32 - TABLE_BITS;
const NONE = new Float64Array(0);

/** One leaf over a block of draws. */
export interface LeafBlock {
  /** First draw of the block within the factors, and how many draws it has. */
  first: number;
  count: number;
  middle: number;
  /** Of its shape (`leafShape`). */
  width: number;
  bend: number;
  /** What has come already: no draw goes below it (nor below the middle, where more came than is expected). */
  least: number;
  common: number;
  region: number;
  product: number;
  own: number;
  stream: BitStream;
}

/**
 * Draws a leaf and writes its outcomes into `out`, two at a time, so it and the factors have room for an even number: its shape at a normal draw that is partly
 * shared with others. The innermost loop of a simulation, hence flat and without calls.
 */
export function drawLeaf(
  leaf: LeafBlock,
  factors: { common: Float64Array; region: Float64Array | null; product: Float64Array | null; table: Float64Array },
  out: Float64Array,
): void {
  const { first, count, middle, width, bend, least, common, own, stream } = leaf;
  const { table } = factors;
  const shared = factors.common;
  const regions = factors.region ?? NONE;
  const products = factors.product ?? NONE;
  const region = factors.region ? leaf.region : 0;
  const product = factors.product ? leaf.product : 0;
  let a = stream[0];
  let b = stream[1];
  let c = stream[2];
  let counter = stream[3];
  for (let d = 0; d < count; d += 2) {
    const bits = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + bits) | 0;
    const at = first + d;
    let z = own * table[bits >>> SHIFT] + common * shared[at];
    let next = own * table[(bits >>> 3) & MASK] + common * shared[at + 1];
    if (region !== 0) {
      z += region * regions[at];
      next += region * regions[at + 1];
    }
    if (product !== 0) {
      z += product * products[at];
      next += product * products[at + 1];
    }
    z = 1 + bend * z;
    z *= z;
    z *= z;
    z *= z;
    z = middle + width * (z * z - 1);
    next = 1 + bend * next;
    next *= next;
    next *= next;
    next *= next;
    next = middle + width * (next * next - 1);
    out[d] = z < least ? least : z;
    out[d + 1] = next < least ? least : next;
  }
  stream[0] = a;
  stream[1] = b;
  stream[2] = c;
  stream[3] = counter;
}
