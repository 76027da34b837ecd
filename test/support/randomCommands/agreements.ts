import type { Generators } from './scene';

/** Rules about what customers owe and pay. */
export const agreements: Generators = {
  'quality/dismiss': (scene) => {
    const known = scene.some(scene.document.records.dismissal.values());
    const why = known && scene.chance(0.5) ? null : scene.word();
    return { name: 'quality/dismiss', finding: known?.id ?? 'gap', why };
  },
  'credit/setRule': (scene) => ({
    name: 'credit/setRule',
    rule: {
      taxRate: scene.int(20) / 100,
      termsDays: 10 * scene.int(9),
      factors: { A: 1 + scene.int(3), B: 1, C: 0.5, D: 0 },
    },
  }),
  'prices/setTierPrice': (scene) => ({
    name: 'prices/setTierPrice',
    price: {
      id: scene.some(scene.document.records.tierPrice.values())?.id ?? '',
      tier: scene.pick(['A', 'B', 'C'] as const),
      from: 20_000 + scene.int(400),
      share: (50 + scene.int(50)) / 100,
    },
  }),
  'prices/removeTierPrice': (scene) => {
    const price = scene.some(scene.document.records.tierPrice.values());
    return price && { name: 'prices/removeTierPrice', id: price.id };
  },
  'prices/setBand': (scene) => ({
    name: 'prices/setBand',
    band: { id: '', product: scene.chance(0.5) ? null : 1, lowest: 0.8, highest: 1 + scene.int(10) / 10 },
  }),
  'prices/removeBand': (scene) => {
    const band = scene.some(scene.document.records.priceBand.values());
    return band && { name: 'prices/removeBand', id: band.id };
  },
  'rebates/set': (scene) => ({
    name: 'rebates/set',
    programme: {
      id: scene.some(scene.document.records.rebateProgramme.values())?.id ?? '',
      title: scene.word(),
      from: 20_000,
      to: 20_365,
      on: scene.pick(['volume', 'growth', 'onTime'] as const),
      steps: [{ at: 1 + scene.int(100), rate: 0.01 }],
      tiers: null,
      customers: null,
    },
  }),
  'rebates/remove': (scene) => {
    const programme = scene.some(scene.document.records.rebateProgramme.values());
    return programme && { name: 'rebates/remove', id: programme.id };
  },
};
