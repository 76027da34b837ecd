import { copyColumn } from '~/engine/cube/index';
import type { OpenPlan, PlanDocument } from './document';
import { createLedger } from './segments';

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
    open: document.open ? copyOpen(document.open, column) : null,
    factsVersion: document.factsVersion,
  };
}

function copyOpen(open: OpenPlan, column: string | undefined): OpenPlan {
  const { lines, ledger } = open;
  const columns = [...open.columns].filter(([key]) => column === undefined || key === column);
  return {
    ...open,
    lines: {
      ...lines,
      codes: lines.codes.map((codes) => codes.slice()),
      lineId: lines.lineId.slice(),
      positionOf: lines.positionOf.slice(),
      index: null,
    },
    columns: new Map(columns.map(([key, data]) => [key, copyColumn(data)])),
    ledger: { ...createLedger(), manifests: new Map([...ledger.manifests].map(([slot, ids]) => [slot, [...ids]])) },
  };
}
