import { dayOf } from '~/domain/period';
import type { SourceFacts } from '~/engine/kpi/index';
import { covers } from '~/engine/kpi/index';
import { membersOf, orderSegments, type PlanDocument } from '../document';
import { underNode } from '../members';
import { mergedMembers } from '../mergedMembers';
import { factsOf } from '../sources/facts';
import type { SourceNode } from './kpiSourceRows';
import { nodeFilters, treeOf } from './nodeFilters';
import { orderCoverage } from './orderCoverage';

const DIMENSIONS = ['region', 'product'] as const;

/** A part of the market: what lies under its region and product, all of it where a size names none. */
interface Scope {
  region: number;
  product: number;
  size: number;
}

/**
 * Own sales and market size of every whole calendar year that the orders cover, in the scopes inside the node whose size is
 * known. Of two sources for one scope the later row counts; a scope inside another one of the same year is left out, so that
 * nothing is counted twice; a size for a segment of customers adds to its scope. Nodes of other dimensions have no size.
 */
export function kpiMarket(document: PlanDocument, { plan, at }: SourceNode): Pick<SourceFacts, 'market'> {
  const coverage = orderCoverage(document);
  const facts = factsOf(document, 'marketSize');
  const filters = nodeFilters(document, plan, at);
  if (!coverage || facts.count === 0) return {};
  if (filters.some(({ dimension }) => dimension !== 'region' && dimension !== 'product')) return {};
  const under = (dimension: string, node: number): Uint8Array => {
    const { next } = membersOf(document, dimension);
    return node === 0 ? new Uint8Array(next).fill(1) : underNode(treeOf(document, plan, dimension), node, next);
  };
  const inNode = (scope: Scope): boolean =>
    filters.every(({ dimension, inside }) => inside[scope[dimension as 'region' | 'product']] === 1);
  const years = [...scopesByYear(document)].flatMap(([year, all]) => {
    const span = { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
    const scopes = all.filter(inNode);
    const outer = scopes.filter(
      (scope) =>
        !scopes.some(
          (other) =>
            other !== scope &&
            (other.region !== scope.region || other.product !== scope.product) &&
            DIMENSIONS.every((id) => under(id, other[id])[scope[id]] === 1),
        ),
    );
    if (outer.length === 0 || !covers(coverage.stretches, span.from, span.to)) return [];
    const masks = outer.map(({ region, product }) => ({
      region: under('region', region),
      product: under('product', product),
    }));
    return [
      {
        asOf: span.to,
        size: outer.reduce((sum, { size }) => sum + size, 0),
        own: ownSales(document, { ...span, masks }),
      },
    ];
  });
  return { market: { years: years.sort((a, b) => a.asOf - b.asOf) } };
}

function scopesByYear(document: PlanDocument): Map<number, Scope[]> {
  const facts = factsOf(document, 'marketSize');
  const [year, amount] = [facts.number('year'), facts.number('amount')];
  const [region, product, segment] = [facts.code('region'), facts.code('product'), facts.text('segment')];
  const sizes = new Map<string, { year: number; region: number; product: number; size: number }>();
  for (let row = 0; row < facts.count; row += 1) {
    if (!(amount[row] > 0) || !Number.isInteger(year[row])) continue;
    const key = `${year[row]}|${region[row]}|${product[row]}|${segment[row]}`;
    sizes.set(key, { year: year[row], region: region[row], product: product[row], size: amount[row] });
  }
  const scopes = new Map<number, Map<string, Scope>>();
  for (const one of sizes.values()) {
    const ofYear = scopes.get(one.year) ?? new Map<string, Scope>();
    const key = `${one.region}|${one.product}`;
    const known = ofYear.get(key);
    ofYear.set(key, { region: one.region, product: one.product, size: (known?.size ?? 0) + one.size });
    scopes.set(one.year, ofYear);
  }
  return new Map([...scopes].map(([key, ofYear]) => [key, [...ofYear.values()]]));
}

/** Net sales of some days in any of the scopes; each line counts once. */
function ownSales(
  document: PlanDocument,
  { from, to, masks }: { from: number; to: number; masks: { region: Uint8Array; product: Uint8Array }[] },
): number {
  const merged = mergedMembers(document, 'product');
  let sum = 0;
  for (const { count, day, codes, amount } of orderSegments(document)) {
    for (let i = 0; i < count; i += 1) {
      if (day[i] < from || day[i] > to) continue;
      const region = codes.region?.[i] ?? 0;
      const code = codes.product?.[i] ?? 0;
      const product = merged?.[code] ?? code;
      if (masks.some((mask) => mask.region[region] === 1 && mask.product[product] === 1)) sum += amount[i];
    }
  }
  return sum;
}
