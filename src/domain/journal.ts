import type { CellDelta, RecordsDiff } from './change';

/** A command as data: kept to explain, never run again to rebuild a state. */
export interface CommandRecord {
  name: string;
  args: unknown;
}

/** Undo history, audit trail and recovery log in one. Entries are only ever appended. */
export interface Entry {
  seq: number;
  /** A plan's id, or 'workspace' for what all plans share. */
  scope: string;
  command: CommandRecord;
  who: string;
  wallTime: string;
  reason?: string;
  records: RecordsDiff;
  cells: CellDelta[];
  /** How many leaf values moved, and other facts worth saying again. */
  effect: EntryEffect;
  undoes?: number;
  redoes?: number;
  previous: string;
  digest: string;
}

export interface EntryEffect {
  leaves: number;
  linesAdded: number;
  /** Total of the edited cell before and after, where there is one. */
  before?: number | null;
  after?: number | null;
  /** How it was done, as plain parts: basis, unit, series, counts. Entries of earlier versions have none. */
  method?: Record<string, string | number | boolean>;
}

/** Everything of an entry but its deltas: enough for the undo list, the audit list and to tell what a person typed. */
export type Step = Omit<Entry, 'records' | 'cells' | 'previous' | 'digest'>;

export const SCHEMA = 4;
export const MIN_READER = 4;

/** Compared and set inside every write transaction: alone stops lost updates between tabs and writes by older code. */
export interface Header {
  schema: number;
  minReader: number;
  revision: number;
  /** Per plan: its entries up to this seq are in the segments; later ones are replayed by their new values. */
  checkpoints: Record<string, number>;
  /** What must be there: a store that lost rows opens without an error. */
  counts: { entries: number; records: number };
  digest: string;
}
