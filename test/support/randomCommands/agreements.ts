import type { Generators } from './scene';

/** Rules about what customers owe and pay. */
export const agreements: Generators = {
  'credit/setRule': (scene) => ({
    name: 'credit/setRule',
    rule: {
      taxRate: scene.int(20) / 100,
      termsDays: 10 * scene.int(9),
      factors: { A: 1 + scene.int(3), B: 1, C: 0.5, D: 0 },
    },
  }),
};
