import type { CustomerColumn, Division } from '~/domain/segmentation';
import type { Generators, Scene } from './scene';

const COLUMNS: readonly CustomerColumn[] = [
  { kind: 'figure', figure: 'sales12' },
  { kind: 'figure', figure: 'growth' },
  { kind: 'figure', figure: 'score' },
  { kind: 'member', dimension: 'region' },
  { kind: 'attribute', attribute: 'industry' },
  { kind: 'class', of: 'tier' },
  { kind: 'class', of: 'stage' },
];

function division(scene: Scene): Division {
  const kind = scene.pick(['rules', 'quantiles', 'matrix'] as const);
  if (kind === 'quantiles') return { kind, column: scene.pick(COLUMNS), parts: 2 + scene.int(4), names: [] };
  if (kind === 'matrix') return { kind, rows: scene.pick(COLUMNS), columns: scene.pick(COLUMNS) };
  const classes = Array.from({ length: 1 + scene.int(3) }, (_, i) => ({
    id: `c${i}`,
    name: `${scene.word()} ${i}`,
    all: scene.chance(0.3)
      ? []
      : [{ column: COLUMNS[0], is: scene.pick(['atLeast', 'below'] as const), value: scene.int(100_000) }],
  }));
  return { kind, classes };
}

/** Rules about customers: classes, tiers in force, stages of life. */
export const customerRules: Generators = {
  'segments/set': (scene) => ({
    name: 'segments/set',
    segmentation: {
      id: scene.chance(0.4) ? (scene.some(scene.document.records.segmentation.values())?.id ?? '') : '',
      name: `${scene.word()} ${scene.int(1000)}`,
      division: division(scene),
    },
  }),
  'segments/remove': (scene) => {
    const known = scene.some(scene.document.records.segmentation.values());
    return known && { name: 'segments/remove', id: known.id };
  },
  'segments/toDimension': (scene) => ({
    name: 'segments/toDimension',
    by: scene.chance(0.5)
      ? scene.pick(['tier', 'stage'])
      : (scene.some(scene.document.records.segmentation.values())?.id ?? 'tier'),
    on: 20_000 + scene.int(1000),
    title: `${scene.word()} ${scene.int(1000)}`,
    names: [],
  }),
  'customers/applyTiers': (scene) => ({
    name: 'customers/applyTiers',
    on: 20_000 + scene.int(1000),
    why: scene.word(),
  }),
  'lifecycle/setRule': (scene) => ({
    name: 'lifecycle/setRule',
    rule: {
      newDays: 1 + scene.int(300),
      dormantDays: 90 + scene.int(90),
      lostDays: 180 + scene.int(300),
      intervals: scene.int(5),
      growth: scene.int(30) / 100,
      decline: scene.int(30) / 100,
    },
  }),
};
