import type { DimensionId } from './dimension';
import type { FactSegment } from './fact';
import type { ImportProfile } from './importProfile';
import type { BatchDimension, OrderBatch } from './order';
import type { MergeRule } from './packView';
import type { Day } from './period';
import type { SourceImport } from './record';

/** A table that is ready to be taken in. Codes of members count the entries of `dimensions`, as in a batch of orders. */
export interface TableBatch {
  /** Id of the table it was read from. */
  table: string;
  report: Omit<SourceImport, 'id' | 'pack' | 'importedAt' | 'segments'>;
  rule: MergeRule;
  /** Fields whose values make the key of a row; none: every row counts, equal ones by their ordinal. */
  key: string[];
  /** Members its cells name (level '' = at whatever level it is known); for tables of members the members themselves. */
  dimensions: BatchDimension[];
  /** At most one, of whatever length. Its keys are given when it is taken, as they speak in codes. */
  segments: FactSegment[];
  /** Row as a person counts in the file, per row of the segment. */
  rows: Uint32Array;
  /** Days of a table of holidays. */
  days?: { day: Day; kind: 'off' | 'work'; name: string }[];
  /** Amounts of a table of targets: names as the file says them, the month as `monthIndexOf` counts. */
  targets?: { row: number; names: Record<DimensionId, string>; month: number; amount: number }[];
}

/** Everything that a person brings in one go: one dry run, one entry in the journal, one undo. */
export interface PackBatch {
  orders: { batch: OrderBatch; rule: MergeRule } | null;
  tables: TableBatch[];
  /** How the columns were read, remembered for files with the same headers. */
  profiles: Omit<ImportProfile, 'usedAt'>[];
}
