import { type Accessor, createSignal } from 'solid-js';
import type { DimensionId } from '~/domain/dimension';
import type { Companion, Grain } from '../../grid/gridView';

/** How a person looks at one plan on this device: it survives a reload and is no part of the plan. */
export interface PlanView {
  dimensions: DimensionId[];
  /** Ids of open rows; null opens the first level. */
  open: string[] | null;
  grain: Grain;
  shown: Companion[];
  /** Ids of closed quarters. */
  closedQuarters: string[];
}

export interface PlanViewState {
  view: Accessor<PlanView>;
  change(part: Partial<PlanView>): void;
}

const keyOf = (plan: string): string => `quotagrid.planView.${plan}`;

/** What is kept and no longer fits the plan (a dimension that went) is left out. */
export function createPlanViewState(plan: { id: string; dimensions: readonly DimensionId[] }): PlanViewState {
  const start: PlanView = {
    dimensions: [...plan.dimensions],
    open: null,
    grain: 'month',
    shown: ['lastYear', 'growth'],
    closedQuarters: [],
  };
  const kept = read(plan.id);
  const known = kept.dimensions?.filter((dimension) => plan.dimensions.includes(dimension)) ?? [];
  const missing = plan.dimensions.filter((dimension) => !known.includes(dimension));
  const [view, setView] = createSignal<PlanView>({ ...start, ...kept, dimensions: [...known, ...missing] });
  return {
    view,
    change(part) {
      setView((now) => ({ ...now, ...part }));
      write(plan.id, view());
    },
  };
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
