import { CALENDAR_YEAR, ISO_WEEKS } from '~/domain/calendar';
import type { DimensionSpread } from '~/domain/shape';
import type { Generators, Scene } from './scene';

const MOST_LINES = 60;
const MOST_PERIODS = 24;

const isSmall = ({ document }: Scene): boolean => (document.open?.lines.count ?? 0) < MOST_LINES;

const treeOf = (scene: Scene, dimension: string): string => {
  const trees = [...scene.document.records.hierarchy.values()].filter(
    (tree) => tree.plan === scene.plan.id && tree.dimension === dimension,
  );
  return scene.some(trees)?.id ?? '';
};

const spread = (scene: Scene, dimension: string): DimensionSpread =>
  scene.pick<DimensionSpread>([
    { kind: 'member', member: scene.member(dimension) },
    { kind: 'history' },
    {
      kind: 'weights',
      weights: [
        { member: scene.member(dimension), weight: 1 },
        { member: 0, weight: 1 + scene.int(3) },
      ],
    },
  ]);

/** Commands that change what a plan is made of. */
export const shapes: Generators = {
  'dimensions/add': (scene) => {
    if (!isSmall(scene)) return null;
    const free = ['customer', 'product', 'region', 'seller'].filter((id) => !scene.plan.dimensions.includes(id));
    const dimension = scene.some(free);
    if (!dimension || scene.chance(0.3)) {
      const own = `own${scene.int(1e6)}`;
      return {
        name: 'dimensions/add',
        dimension: own,
        title: scene.word(),
        members: ['one', 'two'],
        spread: { kind: 'member', member: 1 },
      };
    }
    return { name: 'dimensions/add', dimension, spread: spread(scene, dimension) };
  },
  'dimensions/drop': (scene) => ({ name: 'dimensions/drop', dimension: scene.dimension() }),
  'dimensions/reorder': (scene) => ({
    name: 'dimensions/reorder',
    dimensions: [...scene.plan.dimensions].sort(() => (scene.chance(0.5) ? 1 : -1)),
  }),
  'dimensions/rename': (scene) => ({ name: 'dimensions/rename', dimension: scene.dimension(), to: scene.word() }),
  'dimensions/setDepth': (scene) => {
    const dimension = scene.dimension();
    const keep = scene.chance(0.3) ? [] : [...new Set([scene.member(dimension), scene.member(dimension)])];
    return { name: 'dimensions/setDepth', dimension, keep, pooled: scene.word() };
  },
  'members/add': (scene) => {
    const dimension = scene.dimension();
    const parent = scene.chance(0.6) ? 0 : scene.member(dimension);
    return { name: 'members/add', dimension, names: [scene.word(), scene.word()], level: dimension, parent };
  },
  'members/move': (scene) => {
    const dimension = scene.dimension();
    return {
      name: 'members/move',
      dimension,
      hierarchy: treeOf(scene, dimension),
      codes: [scene.member(dimension)],
      to: scene.chance(0.5) ? 0 : scene.member(dimension),
    };
  },
  'members/merge': (scene) => {
    const dimension = scene.dimension();
    return { name: 'members/merge', dimension, codes: [scene.member(dimension)], into: scene.member(dimension) };
  },
  'members/split': (scene) => {
    if (!isSmall(scene)) return null;
    const dimension = scene.dimension();
    const parts = [{ to: `${scene.word()} a`, percent: 30 }];
    return { name: 'members/split', dimension, code: scene.member(dimension), parts };
  },
  'members/archive': (scene) => {
    const dimension = scene.dimension();
    return { name: 'members/archive', dimension, codes: [scene.member(dimension)], archived: scene.chance(0.6) };
  },
  'members/setDates': (scene) => {
    const dimension = scene.dimension();
    const from = scene.chance(0.5) ? null : scene.pick(scene.plan.periods).from;
    return {
      name: 'members/setDates',
      dimension,
      code: scene.member(dimension),
      from,
      to: null,
      rampMonths: from === null ? 0 : scene.int(4),
    };
  },
  'members/rename': (scene) => {
    const dimension = scene.dimension();
    return { name: 'members/rename', dimension, code: scene.member(dimension), to: scene.word() };
  },
  'hierarchies/add': (scene) => {
    const dimension = scene.dimension();
    return { name: 'hierarchies/add', dimension, title: scene.word(), levels: [scene.word(), dimension] };
  },
  'hierarchies/remove': (scene) => {
    const tree = scene.some([...scene.document.records.hierarchy.values()].filter(({ title }) => title !== undefined));
    return tree && { name: 'hierarchies/remove', hierarchy: tree.id };
  },
  'plan/adoptHierarchy': (scene) => ({ name: 'plan/adoptHierarchy', dimension: scene.dimension() }),
  'time/addYears': (scene) => (scene.plan.periods.length >= MOST_PERIODS ? null : { name: 'time/addYears', years: 1 }),
  'time/setCalendar': (scene) => ({
    name: 'time/setCalendar',
    calendar: scene.pick([
      CALENDAR_YEAR,
      CALENDAR_YEAR,
      ISO_WEEKS,
      { kind: 'pattern', pattern: '445', startMonth: 1, nameBy: 'end', weekRule: { weekday: 7, end: 'last' } } as const,
    ]),
  }),
  'time/importHolidays': (scene) => ({
    name: 'time/importHolidays',
    days: [{ day: 20_600 + scene.int(300), kind: scene.chance(0.7) ? 'off' : 'work', name: scene.word() }],
  }),
  'measures/add': (scene) => ({
    name: 'measures/add',
    measure: { id: `m${scene.int(1e6)}`, kind: 'additive', scale: 0, unit: 'piece' },
    title: scene.word(),
  }),
  'measures/remove': (scene) => {
    const own = scene.plan.groups[0].measures.filter(({ id }) => id !== 'sales');
    return own.length === 0 ? null : { name: 'measures/remove', measure: scene.pick(own).id };
  },
  'plan/setBasis': (scene) => ({
    name: 'plan/setBasis',
    basis: scene.pick(['ordered', 'shipped', 'invoiced', 'soldThrough'] as const),
    taxIncluded: scene.chance(0.5),
  }),
};
