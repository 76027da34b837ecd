import type { RecordChange, RecordsDiff, RecordType, RecordTypes } from '~/domain/change';
import { RECORD_TYPES } from '~/domain/change';

/** All small records of a workspace by type and id. */
export type Records = { [T in RecordType]: Map<string, RecordTypes[T]> };

export const createRecords = (): Records =>
  Object.fromEntries(RECORD_TYPES.map((type) => [type, new Map()])) as unknown as Records;

/** Puts a diff into effect. A record that is not where the diff says it was is a programmer's error. */
export function applyRecords(records: Records, diff: RecordsDiff): void {
  for (const change of diff) {
    const table = records[change.type] as Map<string, unknown>;
    if (change.from === null && table.has(change.id))
      throw new RangeError(`${change.type} ${change.id} is there already`);
    if (change.from !== null && !table.has(change.id)) throw new RangeError(`${change.type} ${change.id} is not there`);
    if (change.to === null) table.delete(change.id);
    else table.set(change.id, change.to);
  }
}

export const countRecords = (records: Records): number =>
  RECORD_TYPES.reduce((sum, type) => sum + records[type].size, 0);

/** A record that appears. */
export const added = <T extends RecordType>(type: T, record: RecordTypes[T]): RecordChange =>
  ({ type, id: record.id, from: null, to: record }) as unknown as RecordChange;

export const updated = <T extends RecordType>(type: T, from: RecordTypes[T], to: RecordTypes[T]): RecordChange =>
  ({ type, id: from.id, from, to }) as unknown as RecordChange;

export const removed = <T extends RecordType>(type: T, record: RecordTypes[T]): RecordChange =>
  ({ type, id: record.id, from: record, to: null }) as unknown as RecordChange;
