import { factsOf } from '~/plan/sources/facts';
import type { Generators } from './scene';

/** What files and hands bring beside orders. */
export const sources: Generators = {
  'sources/import': (scene) => ({ name: 'sources/import', draft: `pack ${scene.int(30)}` }),
  'facts/put': (scene) => {
    const known = scene.some(factsOf(scene.document, 'visits').keys);
    const values = { day: 20_000 + scene.int(20), customer: scene.member('customer'), result: scene.word() };
    return known !== null && scene.chance(0.5)
      ? { name: 'facts/put', kind: 'visits', rows: [{ key: known, values: { result: scene.word(), next: null } }] }
      : { name: 'facts/put', kind: 'visits', rows: [{ key: null, values }] };
  },
  'facts/remove': (scene) => {
    const known = scene.some(factsOf(scene.document, 'receivables').keys);
    return known === null ? null : { name: 'facts/remove', kind: 'receivables', keys: [known] };
  },
  'members/setAttributes': (scene) => ({
    name: 'members/setAttributes',
    dimension: 'customer',
    changes: [
      { code: scene.member('customer'), attribute: 'industry', value: scene.chance(0.3) ? null : scene.word() },
      { code: scene.member('customer'), attribute: 'creditLimit', value: scene.int(1e6) },
    ],
  }),
};
