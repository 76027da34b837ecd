import type { ListGap, ListKind } from '~/domain/customerList';

/** One column of the list over all customer codes. */
export interface ListValues {
  kind: ListKind;
  /** NaN = blank; twelve per code for a trend. Null for texts. */
  numbers: Float64Array | null;
  /** Index into `texts` by code, 0 = blank. */
  texts: { codes: Uint32Array; texts: string[] } | null;
  /** Over some customers; null where no sum can be made. */
  total: ((codes: Uint32Array) => number | null) | null;
  /** Why nobody has a value. */
  gap: ListGap | null;
}
