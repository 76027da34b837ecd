import type { Generators } from './scene';

/** Target letters to one or two nodes of the plan. */
export const letters: Generators = {
  'letters/issue': (scene) => ({
    name: 'letters/issue',
    on: 20_500 + scene.int(300),
    letters: [{ at: scene.at(), kpis: [{ kpi: 'attainment', goal: '≥ 90%' }], assumptions: scene.word() }],
  }),
};
