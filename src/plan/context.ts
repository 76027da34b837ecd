import type { ChangeSet, RecordsDiff } from '~/domain/change';
import type { FactSegment } from '~/domain/fact';
import type { EntryEffect } from '~/domain/journal';
import type { OrderBatch, OrderSegment } from '~/domain/order';
import type { PackBatch } from '~/domain/pack';
import type { Day } from '~/domain/period';
import type { LeafEdit } from '~/engine/cube/index';
import type { ColumnSwap } from './columnSwaps';
import type { OpenPlan } from './document';
import type { ForecastDraft } from './outlooks/forecastDraft';

/** What a command may know beyond the document: all of it arguments, so that the same call gives the same answer. */
export interface CommandContext {
  today: Day;
  now: string;
  /** The person at this device; absent or '' where nobody gave a name. */
  who?: string;
  /** SHA-256 of some bytes as text; absent where no command needs it. */
  digest?: (bytes: Uint8Array) => string;
  /** The seq its entry will have: ids of new records are made of it. */
  seq: number;
  /** A prepared import by the id of its draft. */
  batchOf: (draft: string) => OrderBatch | null;
  /** A prepared pack of tables by the id of its draft; absent where nothing can be imported. */
  packOf?: (draft: string) => PackBatch | null;
  /** A reconciled forecast by the id of its draft; absent where none is kept. */
  forecastOf?: (draft: string) => ForecastDraft | null;
}

/**
 * What a command did. Records are still to be applied; leaf values are changed in place already (the kernel works that
 * way), and `edits` holds what undoes them.
 */
export interface Outcome {
  change: ChangeSet;
  edits: { column: string; edit: LeafEdit }[];
  /** Whole columns that become copies of others, or blank, by their manifests: never beside `edits`. */
  swaps?: ColumnSwap[];
  /** A plan that was just made, with its lines and columns. */
  opened?: OpenPlan;
  /** Order segments that came with the change, by id. */
  orders?: { id: string; segment: OrderSegment }[];
  /** Fact segments that came with the change, by id. */
  facts?: { id: string; segment: FactSegment }[];
  /** First line id and number of lines that were added. */
  linesAdded?: { first: number; count: number };
  effect: EntryEffect & { held: number; equalSpread: boolean };
}

export const noEffect = { leaves: 0, linesAdded: 0, held: 0, equalSpread: false };

/** Ids sort in the order they were given: 'h000012', 'h000012.1'. */
export const newId = (prefix: string, context: CommandContext, ordinal = 0): string =>
  `${prefix}${String(context.seq).padStart(6, '0')}${ordinal > 0 ? `.${String(ordinal).padStart(3, '0')}` : ''}`;

/** An outcome that touches no leaf value. */
export const recordsOnly = (records: RecordsDiff): Outcome => ({
  change: { records, cells: [] },
  edits: [],
  effect: noEffect,
});
