import type { FactSegment } from './fact';
import type { ImportProfile } from './importProfile';
import type { BatchDimension, OrderBatch } from './order';
import type { Day } from './period';
import type { SourceImport } from './record';

/** A table that is ready to be taken in. Codes of members count the entries of `dimensions`, as in a batch of orders. */
export interface TableBatch {
  report: Omit<SourceImport, 'id' | 'pack' | 'importedAt' | 'segments'>;
  /** Members its cells name; for tables of members the members themselves with their attributes. */
  dimensions: BatchDimension[];
  segments: FactSegment[];
  /** Days of a table of holidays. */
  days?: { day: Day; kind: 'off' | 'work'; name: string }[];
}

/** Everything that a person brings in one go: one dry run, one entry in the journal, one undo. */
export interface PackBatch {
  orders: OrderBatch | null;
  tables: TableBatch[];
  /** How the columns were read, remembered for files with the same headers. */
  profiles: Omit<ImportProfile, 'usedAt'>[];
}
