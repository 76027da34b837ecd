import type { Day } from '~/domain/period';
import type { TieringLine } from '~/domain/segmentView';
import { tieringOn } from '../customers/tieringOn';
import type { PlanDocument } from '../document';

/** Every time tiers were applied, newest day first: how many stood where, who moved, who was kept once. */
export function tieringLines(document: PlanDocument, today: Day): TieringLine[] {
  const current = tieringOn(document, today)?.id;
  const applied = [...document.records.tiering.values()].sort(
    (a, b) => a.on - b.on || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  return applied
    .map(({ id, on, reason, tier, waiting }, i): TieringLine => {
      const before = applied[i - 1]?.tier ?? null;
      const customers: TieringLine['customers'] = [0, 0, 0];
      let up = 0;
      let down = 0;
      for (let c = 0; c < tier.length; c += 1) {
        if (tier[c] > 0) customers[tier[c] - 1] += 1;
        const was = before?.[c] ?? 0;
        if (was > 0 && tier[c] > 0) {
          up += tier[c] < was ? 1 : 0;
          down += tier[c] > was ? 1 : 0;
        }
      }
      let kept = 0;
      for (const waits of waiting) kept += waits;
      return {
        id,
        on,
        reason,
        customers,
        up: before ? up : null,
        down: before ? down : null,
        waiting: kept,
        current: id === current,
      };
    })
    .reverse();
}
