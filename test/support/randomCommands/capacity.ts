import type { Generators } from './scene';

/** What sellers can carry. */
export const capacity: Generators = {
  'capacity/setRule': (scene) => ({
    name: 'capacity/setRule',
    rule: {
      ramp: Array.from({ length: scene.int(6) }, () => scene.int(100) / 100),
      keepRate: scene.int(100) / 100,
      productivity: scene.chance(0.5) ? null : scene.int(1_000_000),
      own: scene.chance(0.5) ? [] : [{ seller: scene.int(5), productivity: scene.int(10_000) }],
    },
  }),
};
