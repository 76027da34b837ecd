import type { Generators } from './scene';

/** Questions to the customer list that are kept. */
export const filters: Generators = {
  'filters/save': (scene) => {
    const old = scene.chance(0.4) ? scene.some(scene.document.records.savedFilter.values()) : null;
    return {
      name: 'filters/save',
      filter: {
        id: old?.id ?? '',
        name: scene.word(),
        search: scene.chance(0.5) ? scene.word() : '',
        tier: scene.pick(['A', 'B', 'C', 'none', null] as const),
        stage: null,
        segmentation: null,
        segment: null,
        all: [
          { column: { kind: 'figure', figure: 'sales12' }, is: 'atLeast', value: scene.int(1000) },
          { column: { kind: 'member', dimension: 'seller' }, is: 'is', value: scene.member('seller') },
        ],
      },
    };
  },
  'customers/pinTiers': (scene) => ({
    name: 'customers/pinTiers',
    customers: [1, 2, 3].filter(() => scene.chance(0.6)),
    tier: scene.pick(['A', 'B', 'C', null] as const),
    why: scene.word(),
  }),
  'filters/remove': (scene) => {
    const old = scene.some(scene.document.records.savedFilter.values());
    return old && { name: 'filters/remove', id: old.id };
  },
};
