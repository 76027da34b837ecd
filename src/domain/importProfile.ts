import type { TableFormat } from './packView';
import type { SourceKind } from './source';

/** How cells are read where a person said so against the proposal. */
export type ReadByHand = Partial<Pick<TableFormat, 'dateOrder' | 'decimalMark' | 'unit'>>;

/** How a file with these headers was read the last time: the next one like it needs no questions. */
export interface ImportProfile {
  /** Hash of the folded headers. */
  id: string;
  /** Kinds it was taken as; one file may be orders and opportunities at once. */
  kinds: SourceKind[];
  /** Per kind: header → field. */
  fields: Partial<Record<SourceKind, Record<string, string>>>;
  /** What the mapping of orders needs beside its columns, as that layer keeps it. */
  orders?: unknown;
  key: Partial<Record<SourceKind, string[]>>;
  /** What a person had to say about its cells, as they could be read in two ways. */
  format?: ReadByHand;
  /** What was mended wherever a column says so; mends of single rows are of that file alone. */
  mends?: { column: string; from: string; to: string }[];
  usedAt: string;
}

/** A finding of the quality page that a person lets stand. */
export interface Dismissal {
  id: string;
  why: string;
}
