import type { SheetQuery } from './sheet';

/** A way of looking at a plan under a name. Looking is no change of the plan: it is not undone. */
export interface SavedView {
  id: string;
  plan: string;
  title: string;
  query: Omit<SheetQuery, 'open'>;
  /** How columns, grain and rows are shown, as the page keeps it. */
  look: Record<string, unknown>;
}
