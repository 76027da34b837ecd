import type { OpenPlan, PlanDocument } from './document';

/**
 * A document that can be moved through the journal without touching the one it was made of. Records, members and order
 * segments are never changed in place and so are shared; lines and columns are copied. `column` copies that one alone.
 */
export function copyDocument(document: PlanDocument, column?: string): PlanDocument {
  return {
    records: Object.fromEntries(
      Object.entries(document.records).map(([type, table]) => [type, new Map<string, unknown>(table)]),
    ) as PlanDocument['records'],
    members: new Map(
      [...document.members].map(([dimension, members]) => [
        dimension,
        { ...members, byCode: [...members.byCode], byKey: new Map(members.byKey) },
      ]),
    ),
    orders: new Map(document.orders),
    facts: new Map(document.facts),
    open: document.open ? copyOpen(document.open, column) : null,
    factsVersion: document.factsVersion,
    ordersVersion: document.ordersVersion,
  };
}

function copyOpen(open: OpenPlan, column: string | undefined): OpenPlan {
  const { lines, ledger } = open;
  const columns = [...open.columns].filter(([key]) => column === undefined || key === column);
  // Columns that read the same arrays go on doing so.
  const copies = new Map<object, object>();
  const copyOf = <A extends Float64Array | Uint8Array>(array: A): A => {
    const copy = (copies.get(array) as A | undefined) ?? (array.slice() as A);
    copies.set(array, copy);
    return copy;
  };
  return {
    ...open,
    lines: {
      ...lines,
      codes: lines.codes.map((codes) => codes.slice()),
      lineId: lines.lineId.slice(),
      positionOf: lines.positionOf.slice(),
      index: null,
    },
    columns: new Map(
      columns.map(([key, { value, state, shared }]) => [
        key,
        { value: value.map(copyOf), state: state.map(copyOf), ...(shared ? { shared: shared.slice() } : {}) },
      ]),
    ),
    ledger: {
      ...ledger,
      manifests: new Map([...ledger.manifests].map(([slot, ids]) => [slot, [...ids]])),
      dirty: new Map([...ledger.dirty].map(([slot, numbers]) => [slot, new Set(numbers)])),
    },
  };
}
