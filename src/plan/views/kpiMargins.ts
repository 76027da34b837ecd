import type { OrderSegment } from '~/domain/order';
import type { SourceFacts } from '~/engine/kpi/index';
import { orderSegments, type PlanDocument } from '../document';
import { mergedMembers } from '../mergedMembers';
import type { SourceNode } from './kpiSourceRows';
import { nodeFilters } from './nodeFilters';
import { orderCoverage } from './orderCoverage';
import { unitCosts } from './serviceMargin';

const kept = new WeakMap<PlanDocument, { version: number; costs: Map<OrderSegment, Float64Array> }>();

/** Those of the node that was asked for last: a board asks for the same one again and again. */
const last = new WeakMap<PlanDocument, { version: number; key: string; margins: Pick<SourceFacts, 'margins'> }>();

/** Kept until facts change, as it walks over every order line. */
export function kpiMargins(document: PlanDocument, node: SourceNode): Pick<SourceFacts, 'margins'> {
  const { plan, at } = node;
  const key = JSON.stringify([plan?.id, plan?.generation, at]);
  const known = last.get(document);
  if (known?.version === document.factsVersion && known.key === key) return known.margins;
  const margins = readMargins(document, node);
  last.set(document, { version: document.factsVersion, key, margins });
  return margins;
}

/** The order lines of a node with what each of them cost, NaN where nobody knows; nothing where no line has a cost. */
function readMargins(document: PlanDocument, { plan, at }: SourceNode): Pick<SourceFacts, 'margins'> {
  const coverage = orderCoverage(document);
  const costs = lineCosts(document);
  if (!coverage || costs.size === 0) return {};
  const filters = nodeFilters(document, plan, at).map((filter) => ({
    ...filter,
    merged: mergedMembers(document, filter.dimension),
  }));
  const day: number[] = [];
  const amount: number[] = [];
  const cost: number[] = [];
  for (const segment of orderSegments(document)) {
    const own = costs.get(segment);
    const columns = filters.map(({ dimension, inside, merged }) => ({
      codes: segment.codes[dimension],
      inside,
      merged,
    }));
    for (let i = 0; i < segment.count; i += 1) {
      const isInside = columns.every(({ codes, inside, merged }) => {
        const code = codes?.[i] ?? 0;
        return inside[merged?.[code] ?? code] === 1;
      });
      if (!isInside) continue;
      day.push(segment.day[i]);
      amount.push(segment.amount[i]);
      cost.push(own?.[i] ?? Number.NaN);
    }
  }
  return { margins: { asOf: coverage.asOf, day, amount, cost } };
}

/** Cost per order line, kept until facts change. Segments without quantities have none. */
function lineCosts(document: PlanDocument): Map<OrderSegment, Float64Array> {
  const known = kept.get(document);
  if (known?.version === document.factsVersion) return known.costs;
  const costs = new Map<OrderSegment, Float64Array>();
  const costAt = unitCosts(document);
  for (const segment of costAt ? orderSegments(document) : []) {
    const { quantity, codes, day } = segment;
    if (!quantity || !costAt) continue;
    costs.set(
      segment,
      Float64Array.from({ length: segment.count }, (_, i) => {
        const unit = costAt(codes.product?.[i] ?? 0, day[i]);
        return unit === null ? Number.NaN : Math.sign(quantity[i]) * Math.round(unit * Math.abs(quantity[i]));
      }),
    );
  }
  kept.set(document, { version: document.factsVersion, costs });
  return costs;
}
