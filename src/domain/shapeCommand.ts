import type { FiscalCalendar } from './calendar';
import type { DimensionId, MemberCode } from './dimension';
import type { Day } from './period';
import type { Measure, SalesBasis } from './plan';
import type { DimensionSpread } from './shape';

/** Commands that change what a plan is made of. Totals never move by them. */
export type ShapeCommand =
  /**
   * A dimension joins the lines; one that does not exist comes into being with its members. Where `members` are named, the
   * codes of the spread count these names from 1 on (0 = unassigned); else they are codes of members.
   */
  | { name: 'dimensions/add'; dimension: DimensionId; title?: string; members?: string[]; spread: DimensionSpread }
  | { name: 'dimensions/drop'; dimension: DimensionId }
  | { name: 'dimensions/reorder'; dimensions: DimensionId[] }
  | { name: 'dimensions/rename'; dimension: DimensionId; to: string }
  /** Members named stay by themselves; all others count as the pooled one. An empty list pools nothing. */
  | { name: 'dimensions/setDepth'; dimension: DimensionId; keep: MemberCode[]; pooled: string }
  | { name: 'members/add'; dimension: DimensionId; names: string[]; level: string; parent: MemberCode }
  /** `scope` 'workspace' also moves it for plans to come. */
  | {
      name: 'members/move';
      dimension: DimensionId;
      hierarchy: string;
      codes: MemberCode[];
      to: MemberCode;
      scope?: 'plan' | 'workspace';
    }
  /** Lines and aliases of `codes` go over to `into`; values sum. */
  | { name: 'members/merge'; dimension: DimensionId; codes: MemberCode[]; into: MemberCode }
  /** Part of a member's values goes to new members beside it; what the percents leave of 100 stays with it. */
  | { name: 'members/split'; dimension: DimensionId; code: MemberCode; parts: { to: string; percent: number }[] }
  | { name: 'members/archive'; dimension: DimensionId; codes: MemberCode[]; archived: boolean }
  /** Effective dates: outside them months take nothing; the ramp is over so many months from the first. */
  | {
      name: 'members/setDates';
      dimension: DimensionId;
      code: MemberCode;
      from: Day | null;
      to: Day | null;
      rampMonths: number;
    }
  | { name: 'hierarchies/add'; dimension: DimensionId; title: string; levels: string[] }
  | { name: 'hierarchies/remove'; hierarchy: string }
  /** Takes the workspace's trees anew: members that moved there move here. */
  | { name: 'plan/adoptHierarchy'; dimension: DimensionId }
  /** Months that stay keep their values; new years are blank. */
  | { name: 'time/addYears'; years: number }
  /** Another cut of time over the same fiscal years: values move by working days, each line's total stays. */
  | { name: 'time/setCalendar'; calendar: FiscalCalendar }
  | { name: 'time/importHolidays'; days: { day: Day; kind: 'off' | 'work'; name: string }[] }
  | { name: 'measures/add'; measure: Measure; title: string }
  | { name: 'measures/remove'; measure: string }
  | { name: 'plan/setBasis'; basis: SalesBasis; taxIncluded: boolean };
