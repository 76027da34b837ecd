import type { At } from '~/domain/cell';
import type { ForecastAnalogue } from '~/domain/forecast';
import type { Plan } from '~/domain/plan';
import type { PlanDocument } from '../document';
import { nodeSales } from '../views/nodeSales';
import { orderCoverage } from '../views/orderCoverage';

/** What others did at the same node, for a member that has no history of its own. */
export interface NodeAnalogue {
  id: string;
  /** Whole months of each of them from its first sale on, minor units; null = unknown. Months since 1970-01. */
  histories: { values: (number | null)[]; firstMonth: number }[];
  /** Size against theirs; null = by its own first months. */
  scale: number | null;
}

/** Whom the node of an address is said to be like: the first of its members of which anything was said; null for none. */
export function analogueAt(document: PlanDocument, plan: Plan | null, at: At): NodeAnalogue | null {
  const said = saidOf(document, at);
  const coverage = orderCoverage(document);
  if (!said || !coverage) return null;
  const { firstMonth, lastMonth } = coverage;
  const histories = said.like.flatMap((member) => {
    const node = { ...at, [said.dimension]: member };
    const { whole } = nodeSales(document, plan, { at: node, firstMonth, months: lastMonth - firstMonth + 1 });
    const first = whole.findIndex((amount) => amount !== null && amount !== 0);
    const end = whole.findLastIndex((amount) => amount !== null) + 1;
    return first < 0 ? [] : [{ values: whole.slice(first, end), firstMonth: firstMonth + first }];
  });
  return histories.length === 0 ? null : { id: said.id, histories, scale: said.scale };
}

function saidOf(document: PlanDocument, at: At): ForecastAnalogue | null {
  for (const analogue of document.records.forecastAnalogue.values()) {
    if (at[analogue.dimension] === analogue.member) return analogue;
  }
  return null;
}
