import type { FiscalCalendar } from './calendar';
import type { CellRef, HoldKind } from './cell';
import type { DimensionId, MemberCode } from './dimension';
import type { CurrencyCode } from './money';
import type { BaseKind } from './plan';
import type { TierRule } from './record';

/** What the wizard settles before a plan is made. */
export interface PlanSettings {
  name: string;
  currency: CurrencyCode;
  calendar: FiscalCalendar;
  fiscalYear: number;
  /** Dimensions of the lines, main view first. Others of the workspace stay out of the lines. */
  dimensions: DimensionId[];
  /** Customers beyond the key ones share one pooled member per seller; null keeps every customer. */
  keyCustomers: number | null;
  base: BaseKind;
  /** Year target in minor units. */
  target: number;
  /** For a plan without data: names of the members per dimension; the lines are their cross product. */
  members?: Record<DimensionId, string[]>;
  /** Names in the user's language for members that the data does not name. */
  names: { pooledCustomers: string; defaultMember: string };
}

/** Everything that can change a plan or a workspace. Undo, storage and language are none of its business. */
export type Command =
  | { name: 'targets/setCell'; cell: CellRef; amount: number; method?: 'proportional' | 'equal'; typed?: string }
  | { name: 'targets/clearCell'; cell: CellRef }
  | { name: 'targets/fillUnallocated'; cell: CellRef }
  | { name: 'holds/add'; cell: CellRef; kind: HoldKind }
  | { name: 'holds/release'; cell: CellRef }
  | { name: 'holds/remove'; hold: string }
  | { name: 'goals/set'; cell: CellRef; amount: number; reason?: string }
  | { name: 'goals/clear'; cell: CellRef }
  | { name: 'plan/create'; settings: PlanSettings }
  | { name: 'plan/rename'; to: string }
  /** Takes the base anew; a target that was set as growth on it follows, holds stay. */
  | { name: 'plan/refreshBase'; keepTarget: boolean }
  | { name: 'plan/alignLines' }
  | { name: 'orders/import'; draft: string }
  | { name: 'orders/removeImport'; import: string }
  | { name: 'members/rename'; dimension: DimensionId; code: MemberCode; to: string }
  | { name: 'customers/setTierRule'; rule: Omit<TierRule, 'id'> }
  | { name: 'customers/pinTier'; customer: MemberCode; tier: 'A' | 'B' | 'C' | null; reason: string }
  | { name: 'kpi/setLimit'; kpi: string; good: number | null; bad: number | null };

export type CommandName = Command['name'];
