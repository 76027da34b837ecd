import type { Day } from '~/domain/period';
import type { JointRow, JointView } from '~/domain/priceView';
import { ratioOf } from '~/domain/ratio';
import { rowsBetween } from '~/engine/kpi/index';
import { upliftOf } from '~/engine/prices/index';
import { memberName, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { marginRates } from './marginRates';
import { isCovered, type PriceScene, priceScene } from './priceScene';
import type { ViewCache } from './viewCache';

/**
 * Promotions made with customers: what each side paid, whether there is proof, and what it brought (`upliftOf`). The return is
 * (uplift × margin − our cost) ÷ our cost; without cost prices of the goods it is blank. The newest come first.
 */
export function jointView(document: PlanDocument, cache: ViewCache): JointView {
  const scene = priceScene(document, cache);
  const promotions = factsOf(document, 'promotions');
  const [day, until] = [promotions.number('day'), promotions.number('until')];
  const [cost, partnerCost] = [promotions.number('cost'), promotions.number('partnerCost')];
  const [customer, product, region] = [
    promotions.code('customer'),
    promotions.code('product'),
    promotions.code('region'),
  ];
  const [title, mechanism, proof] = [promotions.text('title'), promotions.text('mechanism'), promotions.text('proof')];
  const rates = scene ? marginRates(document, scene) : null;
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const rows = promotions.keys.map((key, i): JointRow => {
    const span = { from: day[i], to: Number.isNaN(until[i]) ? day[i] : until[i] };
    const at = { customer: customer[i], product: product[i], region: region[i] };
    const found = scene
      ? upliftOf(span, { salesBetween: (from, to) => netSales(scene, at, { from, to }), asOf: scene.coverage.asOf })
      : null;
    const ours = known(cost[i]);
    const theirs = known(partnerCost[i]);
    const rate = rates?.(product[i]) ?? null;
    const earned = found?.uplift == null || rate === null ? null : found.uplift * rate;
    return {
      key,
      title: title[i],
      customerName: memberName(document, 'customer', at.customer),
      productName: memberName(document, 'product', at.product),
      from: span.from,
      to: span.to,
      mechanism: mechanism[i],
      ours,
      theirs,
      ourShare: ours === null ? null : ratioOf(ours, ours + (theirs ?? 0)),
      proof: proof[i],
      actual: found && scene && span.from <= scene.coverage.asOf ? found.actual : null,
      expected: found?.expected ?? null,
      uplift: found?.uplift ?? null,
      by: found?.by ?? null,
      roi: earned === null || ours === null ? null : ratioOf(earned - ours, ours),
    };
  });
  rows.sort((a, b) => b.from - a.from || (a.title < b.title ? -1 : 1));
  return {
    asOf: scene?.coverage.asOf ?? null,
    rows,
    ours: rows.reduce((sum, { ours }) => sum + (ours ?? 0), 0),
    theirs: rows.reduce((sum, { theirs }) => sum + (theirs ?? 0), 0),
    withoutProof: rows.filter(({ proof: said }) => said.trim() === '').length,
  };
}

/** Net sales of what a promotion names, or null where some day is not covered. A dimension it leaves blank is all of it. */
function netSales(
  scene: PriceScene,
  at: { customer: number; product: number; region: number },
  span: { from: Day; to: Day },
): number | null {
  if (!isCovered(scene, span.from, span.to)) return null;
  const { orders } = scene;
  const tests = (['customer', 'product', 'region'] as const).flatMap((dimension) => {
    const codes = orders.codes[dimension];
    return at[dimension] === 0 || !codes ? [] : [{ codes, code: at[dimension] }];
  });
  let sum = 0;
  const [first, end] = rowsBetween(orders, span.from, span.to);
  for (let i = first; i < end; i += 1) if (tests.every(({ codes, code }) => codes[i] === code)) sum += orders.amount[i];
  return sum;
}
