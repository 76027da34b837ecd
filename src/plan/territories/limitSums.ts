import type { Plan } from '~/domain/plan';
import { selectionTotals } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { boundsOf } from '../resolve';

/** Sums under lasting limits, by id: before an edit, to tell afterwards which it took further out. */
export function limitSums(document: PlanDocument, plan: Plan, keys: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>();
  eachLimit(document, { plan, keys }, (id, sum) => sums.set(id, sum));
  return sums;
}

/** The limits that an edit took a sum out of, or further out of than it was. */
export function brokenLimits(
  document: PlanDocument,
  plan: Plan,
  { keys, before }: { keys: readonly string[]; before: ReadonlyMap<string, number> },
): string[] {
  const broken: string[] = [];
  eachLimit(document, { plan, keys }, (id, sum, { min, max }) => {
    const was = before.get(id) ?? 0;
    if ((sum > max && sum > was) || (sum < min && sum < was)) broken.push(id);
  });
  return broken;
}

function eachLimit(
  document: PlanDocument,
  { plan, keys }: { plan: Plan; keys: readonly string[] },
  use: (id: string, sum: number, bounds: { min: number; max: number }) => void,
): void {
  if (document.records.limit.size === 0) return;
  for (const key of keys) {
    const column = document.open?.columns.get(key);
    if (!column) continue;
    for (const limit of boundsOf(document, plan, key).sumLimits) {
      use(limit.id, selectionTotals(column, limit.selection).sum, limit);
    }
  }
}
