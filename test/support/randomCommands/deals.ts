import { factsOf } from '~/plan/sources/facts';
import type { Generators } from './scene';

const STAGES = ['Lead', 'Proposal', 'Won', 'Lost'];

/** Deals that a person puts in, moves on or gives up. */
export const deals: Generators = {
  'pipeline/putDeals': (scene) => {
    const known = scene.some(factsOf(scene.document, 'opportunities').keys);
    const stage = STAGES[scene.int(STAGES.length)];
    const step = scene.chance(0.7) ? { stage, day: 20_000 + scene.int(90) } : null;
    const values = { stage, amount: scene.chance(0.2) ? null : scene.int(1e7), expected: 20_100 + scene.int(90) };
    const fresh = { ...values, title: scene.word(), customer: scene.member('customer'), created: 20_000 };
    return {
      name: 'pipeline/putDeals',
      deals: [known !== null && scene.chance(0.6) ? { key: known, values, step } : { key: null, values: fresh, step }],
    };
  },
};
