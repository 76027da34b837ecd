import type { FiscalCalendar } from './calendar';
import type { ChallengeCommand } from './challengeCommand';
import type { CustomerCommand } from './customerCommand';
import type { DimensionId, MemberCode } from './dimension';
import type { ForecastCommand } from './forecastCommand';
import type { CurrencyCode } from './money';
import type { PipelineCommand } from './pipeline';
import type { BaseKind } from './plan';
import type { TierRule } from './record';
import type { MarkCommand, RoundCommand, ScenarioCommand } from './scenarioCommand';
import type { ShapeCommand } from './shapeCommand';
import type { SourceCommand } from './sourceCommand';
import type { TargetCommand } from './targetCommand';

/** What the wizard settles before a plan is made. */
export interface PlanSettings {
  name: string;
  currency: CurrencyCode;
  calendar: FiscalCalendar;
  /** The first fiscal year, which the target and the base are of. */
  fiscalYear: number;
  /** Fiscal years in a row; absent: one. */
  years?: number;
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

type PlanCommand =
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

/**
 * Everything that can change a plan or a workspace. Undo, storage and language are none of its business. `reason` is why
 * a person did it: kept in the journal, asked for where a held or approved number is changed.
 */
export type Command = (
  | TargetCommand
  | ScenarioCommand
  | RoundCommand
  | MarkCommand
  | ShapeCommand
  | SourceCommand
  | CustomerCommand
  | ForecastCommand
  | PipelineCommand
  | ChallengeCommand
  | PlanCommand
) & {
  reason?: string;
};

export type CommandName = Command['name'];
