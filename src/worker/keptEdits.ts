import type { OpenPlan } from '~/plan/document';
import type { MovedColumn } from '~/plan/replay';

/**
 * Big edits of late with what turns them, so that taking one back waits for no disk. They speak in positions and are
 * forgotten when lines come, go or move.
 */
export interface KeptEdits {
  /** The plan they are about. */
  open: OpenPlan | null;
  /** By seq, oldest first. */
  bySeq: Map<number, MovedColumn[]>;
}

/** What they may take: three edits of a million leaf values. */
const BUDGET = 32 * 2 ** 20;

export const createKeptEdits = (): KeptEdits => ({ open: null, bySeq: new Map() });

export function forgetEdits(kept: KeptEdits): void {
  kept.open = null;
  kept.bySeq.clear();
}

/** Keeps what turns the entry `seq`, the oldest making room. */
export function keepEdits(kept: KeptEdits, open: OpenPlan, said: { seq: number; edits: readonly MovedColumn[] }): void {
  if (kept.open !== open) forgetEdits(kept);
  kept.open = open;
  kept.bySeq.delete(said.seq);
  kept.bySeq.set(said.seq, said.edits.map(light));
  let bytes = 0;
  for (const [seq, edits] of [...kept.bySeq].reverse()) {
    bytes += sizeOf(edits);
    if (bytes > BUDGET) kept.bySeq.delete(seq);
  }
}

export const editsOf = (kept: KeptEdits, open: OpenPlan | null, seq: number): MovedColumn[] | null =>
  (kept.open !== null && kept.open === open && kept.bySeq.get(seq)) || null;

/** Without the values after it: those are the column's own until it is turned. */
const light = ({ column, edit }: MovedColumn): MovedColumn => ({
  column,
  edit: { ...edit, changes: edit.changes.map((change) => ({ ...change, new: null })) },
});

const sizeOf = (edits: readonly MovedColumn[]): number =>
  edits.reduce(
    (all, { edit }) =>
      all + edit.changes.reduce((bytes, { old, oldState }) => bytes + old.byteLength + oldState.byteLength, 0),
    0,
  );
