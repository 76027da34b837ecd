import type { OrderSegment } from '~/domain/order';
import { narrowCodes } from './narrowCodes';
import { ordersChecksum, type StoredOrders } from './rows';

/**
 * Order lines as they lie on disk: member codes take one or two bytes where they fit, a third less to write. Reading
 * gives back the same columns (`unpackOrders`).
 */
export function packOrders({ codes, ...segment }: OrderSegment & { id: string }): StoredOrders {
  const packed = {
    ...segment,
    codes: Object.fromEntries(Object.entries(codes).map(([id, column]) => [id, narrowCodes(column)])),
  };
  return { ...packed, checksum: ordersChecksum(packed) };
}

export function unpackOrders({ id: _id, checksum: _checksum, codes, ...segment }: StoredOrders): OrderSegment {
  const wide = Object.entries(codes).map(([dimension, column]) => [dimension, Uint32Array.from(column)] as const);
  return { ...segment, codes: Object.fromEntries(wide) };
}
