import type { Generators } from './scene';

/** Commands on how hard a plan is. */
export const challenge: Generators = {
  'challenge/setRule': (scene) => {
    const demanding = 0.05 + scene.int(20) / 100;
    const fair = demanding + 0.05 + scene.int(20) / 100;
    return {
      name: 'challenge/setRule',
      rule: {
        easy: fair + 0.05 + scene.int(30) / 100,
        fair,
        demanding,
        fairChance: (1 + scene.int(98)) / 100,
        ratchet: scene.int(101) / 100,
        bands: scene.chance(0.5) ? [] : [{ id: '', of: 'growth', low: 0, high: 0.1, source: scene.word() }],
      },
    };
  },
  'targets/balance': (scene) => {
    const column = scene.column();
    return {
      name: 'targets/balance',
      cells: Array.from({ length: 1 + scene.int(5) }, () => ({
        cell: { column, at: scene.at(), periods: scene.periods() },
        amount: scene.amount(),
      })),
      why: scene.word(),
      ...(scene.chance(0.5) ? { goals: true } : {}),
    };
  },
};
