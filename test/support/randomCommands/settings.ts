import type { Generators } from './scene';

/** The draft under which made-up orders are offered. */
export const DRAFT = 'made up';

/** Commands on the plan as a whole and on the workspace. */
export const settings: Generators = {
  'plan/rename': (scene) => ({ name: 'plan/rename', to: scene.word() }),
  'plan/refreshBase': (scene) => ({ name: 'plan/refreshBase', keepTarget: scene.chance(0.5) }),
  'plan/alignLines': () => ({ name: 'plan/alignLines' }),
  'orders/import': () => ({ name: 'orders/import', draft: DRAFT }),
  'orders/removeImport': (scene) => {
    const { import: orders, sourceImport } = scene.document.records;
    const imported = scene.some([...orders.values(), ...sourceImport.values()]);
    return imported && { name: 'orders/removeImport', import: imported.id };
  },
  'customers/setTierRule': (scene) => ({
    name: 'customers/setTierRule',
    rule: {
      plan: null,
      weights: { spend: 1 + scene.int(3), frequency: 1, recency: 1, influence: 0 },
      by: scene.chance(0.5) ? 'customers' : 'sales',
      cutA: 0.2,
      cutB: 0.5,
    },
  }),
  'customers/pinTier': (scene) => ({
    name: 'customers/pinTier',
    customer: 1 + scene.int(3),
    tier: scene.pick(['A', 'B', 'C', null] as const),
    reason: scene.word(),
  }),
  'kpi/setLimit': (scene) => ({ name: 'kpi/setLimit', kpi: 'attainment', good: scene.int(100), bad: 10 }),
};
