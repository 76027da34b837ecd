import type { MergeRule, TableFormat } from './packView';
import type { SourceKind } from './source';

/** How a table is read where a person said so against the proposal. */
export interface ReadByHand extends Partial<Omit<TableFormat, 'headerRow'>> {
  /** Lines from the header that was proposed down to the one that was meant. */
  headerShift?: number;
  /** What was proposed instead; the like is set again only where the same is proposed again. */
  against?: Partial<Pick<TableFormat, 'encoding' | 'delimiter' | 'unit' | 'from1904'>>;
}

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
  /** How its rows met those that were there. The day a source is complete to is another one every time, and not kept. */
  merge?: Partial<Record<SourceKind, MergeRule>>;
  /** What a person had to say about how it is read. */
  format?: ReadByHand;
  /** What was mended wherever a column says so; mends of single rows are of that file alone. */
  mends?: { column: string; from: string; to: string }[];
  /**
   * Set where a file shows these headers at first and has others once it is read as a person said: their signature. Such a
   * profile tells how to read and nothing else.
   */
  readAs?: string;
  usedAt: string;
}

/** A finding of the quality page that a person lets stand. */
export interface Dismissal {
  id: string;
  why: string;
}
