import type { FiscalCalendar } from './calendar';
import type { DimensionId, MemberCode } from './dimension';
import type { Issue } from './issue';
import type { Day } from './period';
import type { Measure, SalesBasis } from './plan';

/** How the values of a line are laid on the members of a dimension that is added. */
export type DimensionSpread =
  | { kind: 'member'; member: MemberCode }
  /** By the orders of the last twelve known months; lines without any go to `unassigned`. */
  | { kind: 'history' }
  | { kind: 'weights'; weights: { member: MemberCode; weight: number }[] };

/** What a change of shape does, told before it is done. Totals never move. */
export interface ShapePreview {
  linesBefore: number;
  linesAfter: number;
  /** Per column: total before and after, in minor units; equal, or the change is refused. */
  totals: { column: string; before: number; after: number }[];
  /** Holds, goals, notes, limits and growth sources that name what goes; they are kept in the journal and come back with undo. */
  loses: { kind: 'hold' | 'goal' | 'note' | 'limit' | 'growthSource'; id: string; labels: string[] }[];
  issues: Issue[];
}

export interface ShapeMember {
  code: MemberCode;
  name: string;
  level: string;
  parent: MemberCode;
  archived: boolean;
  validFrom: Day | null;
  validTo: Day | null;
  rampMonths: number;
  /** Lines of the plan that name it or what lies under it. */
  lines: number;
  orders: number;
}

export interface ShapeView {
  dimensions: {
    id: DimensionId;
    /** Name a person gave it; '' where the page has a word for it. */
    title: string;
    inPlan: boolean;
    /** The main one first; '' = the page names it. */
    hierarchies: { id: string; title: string; levels: string[]; main: boolean }[];
    /** Members that are not archived, inner ones too. */
    members: number;
    /** Of them those that are planned as one with others. */
    pooled: number;
  }[];
  calendar: FiscalCalendar;
  firstYear: number;
  years: number;
  measures: Measure[];
  basis: SalesBasis;
  taxIncluded: boolean;
}

export interface MembersQuery {
  dimension: DimensionId;
  hierarchy: string | null;
  search: string;
  first: number;
  count: number;
}

export interface MembersView {
  /** In the order of the tree, parents before children. */
  members: ShapeMember[];
  total: number;
}
