import type { RecordsDiff } from '~/domain/change';
import type { DimensionId } from '~/domain/dimension';
import type { FactSegment } from '~/domain/fact';
import type { IssueCode } from '~/domain/issue';
import type { OrderSegment } from '~/domain/order';
import type { SourceKind } from '~/domain/source';
import type { CommandContext } from '../context';
import type { PlanDocument } from '../document';
import type { MemberIntake } from './memberIntake';
import type { MergedOrders } from './mergeOrders';
import type { MergeCounts } from './takeFacts';

/** What one table of a pack comes to when it meets the workspace. */
export interface PlannedTable {
  table: string;
  kind: SourceKind;
  merge: MergeCounts;
  before: { rows: number; amount: number | null };
  after: { rows: number; amount: number | null };
  /** Rows that were read and are not taken after all. */
  left: { row: number; code: IssueCode; amount: number }[];
  unmatched: { dimension: DimensionId; name: string; rows: number }[];
}

/** Everything a pack would write, and what it means per table; targets are not in it, as they are cells of a plan. */
export interface PlannedPack {
  records: RecordsDiff;
  orders: { id: string; segment: OrderSegment }[];
  facts: { id: string; segment: FactSegment }[];
  tables: PlannedTable[];
  merged: MergedOrders | null;
  /** Rows that are new, changed or gone; 0 = nothing would be another than it is. */
  moves: number;
}

/** A pack on its way: what was settled so far. */
export interface Inside {
  document: PlanDocument;
  intake: MemberIntake;
  plan: PlannedPack;
  context: CommandContext;
  /** Dimensions that had members before the facts named any. */
  lists: Set<DimensionId>;
}
