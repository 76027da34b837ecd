import type { Generators, Scene } from './scene';

/** What may happen, as somebody would name it: mostly a loss, now and then a chance. */
const risk = (scene: Scene) => {
  const sorted = [scene.amount(), scene.amount(), scene.amount()]
    .map((x) => (scene.chance(0.7) ? -x : x))
    .sort((a, b) => a - b);
  const month = 1 + scene.int(9);
  return {
    id: scene.chance(0.4) ? (scene.some(scene.document.records.risk.values())?.id ?? '') : '',
    plan: '',
    title: `${scene.word()} ${scene.int(100)}`,
    at: scene.at(),
    chance: scene.int(101) / 100,
    low: sorted[0],
    likely: sorted[1],
    high: sorted[2],
    from: `2027-0${month}`,
    to: `2027-${String(month + scene.int(4)).padStart(2, '0')}`,
    owner: scene.chance(0.5) ? scene.word() : '',
  };
};

/** Risks of the plan, and how its years are drawn. */
export const risks: Generators = {
  'risks/set': (scene) => ({ name: 'risks/set', risk: risk(scene) }),
  'risks/remove': (scene) => {
    const known = scene.some(scene.document.records.risk.values());
    return known && { name: 'risks/remove', id: known.id };
  },
  'simulation/setRule': (scene) => ({
    name: 'simulation/setRule',
    rule: {
      common: scene.int(30) / 100,
      region: scene.int(30) / 100,
      product: scene.int(30) / 100,
      draws: 1_000 * (1 + scene.int(20)),
      seed: scene.int(1_000),
      ...(scene.chance(0.5) ? { capacity: scene.chance(0.5) } : {}),
    },
  }),
};
