import type { At } from '~/domain/cell';
import { monthIndexOfId } from '~/domain/forecastMonth';
import type { Plan } from '~/domain/plan';
import type { PlanDocument } from '../document';
import { eventsAt } from './eventsAt';

/** What people said of a node's months, as the models are told of it; months since 1970-01. */
export interface NodeEvents {
  promotions: { id: string; from: number; to: number; lift: number | null }[];
  /** Months that are left out, and those that were said to be real; a node's own word stands above one from above. */
  leftOut: number[];
  real: number[];
}

/** The marks that touch a node, ready for the models. A promotion that was said to change nothing is not among them. */
export function nodeEvents(document: PlanDocument, plan: Plan | null, at: At): NodeEvents {
  const promotions: NodeEvents['promotions'] = [];
  const word = new Map<number, { leftOut: boolean; depth: number }>();
  for (const { id, kind, at: place, from, to, decision, lift } of eventsAt(document, plan, at)) {
    const first = monthIndexOfId(from);
    const last = monthIndexOfId(to);
    if (first === null || last === null) continue;
    if (kind === 'promotion') {
      if (decision === 'adjust') promotions.push({ id, from: first, to: last, lift });
      continue;
    }
    const depth = Object.keys(place).length;
    for (let month = first; month <= last; month += 1) {
      if ((word.get(month)?.depth ?? -1) <= depth) word.set(month, { leftOut: decision === 'adjust', depth });
    }
  }
  const months = [...word].sort(([a], [b]) => a - b);
  return {
    promotions,
    leftOut: months.flatMap(([month, { leftOut }]) => (leftOut ? [month] : [])),
    real: months.flatMap(([month, { leftOut }]) => (leftOut ? [] : [month])),
  };
}
