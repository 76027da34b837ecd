import type { RecordsDiff, RecordType } from '~/domain/change';
import { changeRecords, type PlanDocument } from './document';
import type { Members } from './members';

/** The document as it would be with these record changes: what they do not touch is shared, nothing of it is changed. */
export function withChanges(document: PlanDocument, diff: RecordsDiff): PlanDocument {
  if (diff.length === 0) return document;
  const types = new Set<RecordType>(diff.map((change) => change.type));
  const records = { ...document.records };
  for (const type of types) Object.assign(records, { [type]: new Map(document.records[type] as Map<string, unknown>) });
  const members = new Map(document.members);
  if (types.has('member')) for (const [dimension, own] of members) members.set(dimension, copyOf(own));
  const staged: PlanDocument = { ...document, records, members };
  changeRecords(staged, diff);
  return staged;
}

const copyOf = (members: Members): Members => ({
  ...members,
  byCode: [...members.byCode],
  byKey: new Map(members.byKey),
});
