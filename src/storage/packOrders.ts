import type { OrderSegment } from '~/domain/order';
import { ordersChecksum, type StoredOrders } from './rows';

/**
 * Order lines as they lie on disk: member codes take one or two bytes where they fit, a third less to write. Reading
 * gives back the same columns (`unpackOrders`).
 */
export function packOrders({ codes, ...segment }: OrderSegment & { id: string }): StoredOrders {
  const packed = {
    ...segment,
    codes: Object.fromEntries(Object.entries(codes).map(([id, column]) => [id, narrow(column)])),
  };
  return { ...packed, checksum: ordersChecksum(packed) };
}

export function unpackOrders({ id: _id, checksum: _checksum, codes, ...segment }: StoredOrders): OrderSegment {
  const wide = Object.entries(codes).map(([dimension, column]) => [dimension, Uint32Array.from(column)] as const);
  return { ...segment, codes: Object.fromEntries(wide) };
}

function narrow(column: Uint32Array): Uint8Array | Uint16Array | Uint32Array {
  let bits = 0;
  for (let i = 0; i < column.length; i += 1) bits |= column[i];
  if (bits >>> 8 === 0) return Uint8Array.from(column);
  return bits >>> 16 === 0 ? Uint16Array.from(column) : column;
}
