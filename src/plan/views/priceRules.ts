import type { PriceRules } from '~/domain/priceView';
import { memberName, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { orderCoverage } from './orderCoverage';

/** What ladder, rebates, joint marketing and dealer sheets read beside the orders. */
const SOURCES = [
  'listPrices',
  'costs',
  'collections',
  'rebates',
  'promotions',
  'sellThrough',
  'channelStock',
  'opportunities',
] as const;

/** Everything agreed about prices and rebates, in a steady order, to be looked at and edited. */
export function priceRules(document: PlanDocument): PriceRules {
  const { tierPrice, priceBand, rebateProgramme } = document.records;
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    asOf: orderCoverage(document)?.asOf ?? null,
    prices: factsOf(document, 'listPrices').count,
    sources: SOURCES.flatMap((kind) => {
      const { asOf } = factsOf(document, kind);
      return asOf === null ? [] : [{ kind, asOf }];
    }),
    tierPrices: [...tierPrice.values()].sort((a, b) => byText(a.tier, b.tier) || a.from - b.from),
    bands: [...priceBand.values()]
      .map((band) => ({ ...band, name: band.product === null ? '' : memberName(document, 'product', band.product) }))
      .sort((a, b) => byText(a.name, b.name)),
    programmes: [...rebateProgramme.values()].sort((a, b) => b.from - a.from || byText(a.id, b.id)),
  };
}
