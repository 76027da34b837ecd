import { overlap, selectionSize } from '../cube';
import type { HeldTotal } from './bounds';

/** Held totals in two families; within each, two holds lie in each other or apart. */
export interface HoldColours {
  rows: HeldTotal[];
  columns: HeldTotal[];
}

/**
 * The holds that hang together with broken ones, parted into two families in which none crosses another: regions on one
 * side, months on the other. Null where three cross each other, or there are too many to look at pairwise.
 */
export function holdColours(holds: HeldTotal[], isBroken: (hold: HeldTotal) => boolean): HoldColours | null {
  if (holds.length > MOST_HOLDS) return null;
  const colour = new Map<HeldTotal, 0 | 1>();
  const near = holds.map((hold) =>
    holds.filter((other) => other !== hold && overlap(hold.selection, other.selection) > 0),
  );
  const numberOf = new Map(holds.map((hold, h) => [hold, h]));
  const queue = holds.filter(isBroken);
  const related = new Set(queue);
  for (let q = 0; q < queue.length; q++) {
    for (const other of near[numberOf.get(queue[q]) ?? 0]) {
      if (related.has(other)) continue;
      related.add(other);
      queue.push(other);
    }
  }
  for (const start of related) {
    if (colour.has(start)) continue;
    colour.set(start, 0);
    const open = [start];
    for (let q = 0; q < open.length; q++) {
      const own = colour.get(open[q]) ?? 0;
      for (const other of near[numberOf.get(open[q]) ?? 0]) {
        if (isNested(open[q], other)) continue;
        const known = colour.get(other);
        if (known === own) return null;
        if (known !== undefined) continue;
        colour.set(other, own === 0 ? 1 : 0);
        open.push(other);
      }
    }
  }
  const of = (wanted: 0 | 1): HeldTotal[] => [...related].filter((hold) => colour.get(hold) === wanted);
  return { rows: of(0), columns: of(1) };
}

const MOST_HOLDS = 400;

function isNested(a: HeldTotal, b: HeldTotal): boolean {
  const shared = overlap(a.selection, b.selection);
  return shared === selectionSize(a.selection) || shared === selectionSize(b.selection);
}
