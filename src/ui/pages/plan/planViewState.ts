import { type Accessor, createSignal } from 'solid-js';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import { type Column, WORKING_TARGET } from '~/domain/plan';
import type { SheetAcross, SheetQuery, ShowAs } from '~/domain/sheet';
import type { Companion } from '../../grid/companions';
import { type GridLook, lookFrom, PLAIN_LOOK } from '../../grid/gridLook';
import type { Grain } from '../../grid/gridView';

/** How a person looks at one plan on this device: it survives a reload and is no part of the plan. */
export interface PlanView {
  /** Dimensions of the rows, outermost first. */
  dimensions: DimensionId[];
  /** Dimensions of the lines that the rows sum over. */
  hidden: DimensionId[];
  /** Ids of open rows; null opens the first level. */
  open: string[] | null;
  grain: Grain;
  /** Columns beside the target; null = nobody chose, so it follows what the plan has. */
  shown: Companion[] | null;
  /** Ids of closed quarters. */
  closedQuarters: string[];
  /** Scenario, target line and measure that are shown and edited. */
  column: Column;
  across: SheetAcross;
  /** Which row the dimension that stands across was taken from; null = it was in none. */
  acrossFrom: number | null;
  filters: { dimension: DimensionId; members: MemberCode[] }[];
  showAs: ShowAs;
  compare: Column | null;
  proposal: boolean;
  measures: string[];
  owners: 'asWas' | 'asIs';
  hierarchies: Record<DimensionId, string>;
  look: GridLook;
  /** The saved view that was chosen last; what was changed since stays unsaved. */
  chosen: string | null;
}

/** What the worker is asked for: everything of a view but which rows are open and how columns look. */
export const queryOf = (view: PlanView): Omit<SheetQuery, 'open'> => ({
  dimensions: view.dimensions,
  column: view.column,
  across: view.across,
  filters: view.filters,
  showAs: view.showAs,
  compare: view.compare,
  proposal: view.proposal,
  measures: view.measures,
  owners: view.owners,
  hierarchies: view.hierarchies,
});

export interface PlanViewState {
  view: Accessor<PlanView>;
  change(part: Partial<PlanView>): void;
}

/** Deeper trees are a click away; the first view stays one that can be read. */
const SHOWN_AT_FIRST = 3;

/** Columns beside the target: what was chosen, else the goal as soon as a row below the total has one. */
export const companionsShown = (chosen: PlanView['shown'], hasNodeGoals: boolean): Companion[] =>
  chosen ?? ['lastYear', 'growth', ...(hasNodeGoals ? (['goal'] as const) : []), 'trend'];

const keyOf = (plan: string): string => `quotagrid.planView.${plan}`;

/** What is kept and no longer fits the plan (a dimension that went) is left out. */
export function createPlanViewState(plan: {
  id: string;
  dimensions: readonly DimensionId[];
  /** Members per dimension; a dimension it does not name has several. */
  members?: Readonly<Record<DimensionId, number>>;
}): PlanViewState {
  const first = firstRows(plan);
  const start: PlanView = {
    dimensions: first,
    hidden: plan.dimensions.filter((dimension) => !first.includes(dimension)),
    open: null,
    grain: 'month',
    shown: null,
    closedQuarters: [],
    column: WORKING_TARGET,
    across: { kind: 'time' },
    acrossFrom: null,
    filters: [],
    showAs: 'value',
    compare: null,
    proposal: false,
    measures: [],
    owners: 'asWas',
    hierarchies: {},
    look: PLAIN_LOOK,
    chosen: null,
  };
  const kept = read(plan.id);
  const known = kept.dimensions?.filter((dimension) => plan.dimensions.includes(dimension)) ?? [];
  const dimensions = known.length > 0 ? known : start.dimensions;
  const hidden = plan.dimensions.filter((dimension) => !dimensions.includes(dimension));
  const [view, setView] = createSignal<PlanView>({ ...start, ...kept, look: lookFrom(kept.look), dimensions, hidden });
  return {
    view,
    change(part) {
      setView((now) => ({ ...now, ...part }));
      write(plan.id, view());
    },
  };
}

/** Dimensions with a single member only repeat the row above: they can be shown, but nobody asked for them. */
function firstRows({ dimensions, members }: Parameters<typeof createPlanViewState>[0]): DimensionId[] {
  const several = dimensions.filter((dimension) => (members?.[dimension] ?? 2) > 1);
  return (several.length > 0 ? several : dimensions.slice(0, 1)).slice(0, SHOWN_AT_FIRST);
}

function read(plan: string): Partial<PlanView> {
  try {
    const text = localStorage.getItem(keyOf(plan));
    const kept: unknown = text ? JSON.parse(text) : null;
    return typeof kept === 'object' && kept !== null ? (kept as Partial<PlanView>) : {};
  } catch {
    return {};
  }
}

function write(plan: string, view: PlanView): void {
  try {
    localStorage.setItem(keyOf(plan), JSON.stringify(view));
  } catch {
    // Private windows and full storage may refuse: the view then lasts as long as the page.
  }
}
