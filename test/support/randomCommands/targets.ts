import type { SpreadBasis, SpreadDriver, SpreadSeries } from '~/domain/spread';
import type { Generators, Scene } from './scene';

const driver = (scene: Scene): SpreadDriver =>
  scene.pick<SpreadDriver>([
    { kind: 'proportional' },
    { kind: 'equal' },
    { kind: 'lastYear' },
    { kind: 'profile' },
    { kind: 'column', column: scene.column() },
  ]);

const basis = (scene: Scene): SpreadBasis =>
  scene.chance(0.8)
    ? driver(scene)
    : scene.pick<SpreadBasis>([
        { kind: 'fillBlanks' },
        {
          kind: 'fairShare',
          drivers: [
            { basis: driver(scene), weight: 1 },
            { basis: { kind: 'equal' }, weight: 2 },
          ],
        },
      ]);

const series = (scene: Scene): SpreadSeries =>
  scene.pick<SpreadSeries>([
    { kind: 'repeat', amount: scene.amount() },
    { kind: 'straightLine', from: scene.amount(), to: scene.amount() },
    { kind: 'growth', from: scene.int(1000), rate: scene.int(50) / 100 },
    { kind: 'bottomUp', growth: scene.int(30) / 100, relief: scene.int(20) / 100 },
  ]);

/** Commands on leaf values. */
export const targets: Generators = {
  'targets/setCell': (scene) => ({
    name: 'targets/setCell',
    cell: scene.cell(),
    amount: scene.amount(),
    ...(scene.chance(0.1) ? { of: {}, amount: scene.int(12_000) - 1_000 } : {}),
    ...(scene.chance(0.3) ? { method: 'equal' as const } : {}),
  }),
  'targets/clearCell': (scene) => ({ name: 'targets/clearCell', cell: scene.cell() }),
  'targets/fillUnallocated': (scene) => {
    const goal = scene.some(scene.document.records.goal.values());
    return goal && { name: 'targets/fillUnallocated', cell: goal.cell };
  },
  'targets/spread': (scene) => ({
    name: 'targets/spread',
    cell: scene.cell(),
    amount: scene.chance(0.3) ? null : scene.amount(),
    basis: basis(scene),
    unit: scene.pick([1, 100, 1000]),
    ...(scene.chance(0.2) ? { bounds: { min: 0, max: scene.amount() } } : {}),
    ...(scene.chance(0.3) ? { remember: true } : {}),
  }),
  'targets/setSeries': (scene) => ({
    name: 'targets/setSeries',
    cell: scene.cell(),
    series: series(scene),
    ...(scene.chance(0.3) ? { basis: basis(scene) } : {}),
  }),
  'targets/setCells': (scene) => {
    const column = scene.column();
    return {
      name: 'targets/setCells',
      origin: scene.pick(['paste', 'fill', 'clear', 'relative', 'enter', 'cut'] as const),
      cells: Array.from({ length: 1 + scene.int(8) }, () => ({
        cell: { column, at: scene.at(), periods: scene.periods() },
        amount: scene.chance(0.2) ? null : scene.amount(),
        ...(scene.chance(0.1) ? { of: {}, amount: scene.int(5_000) } : {}),
      })),
    };
  },
  'targets/setMargins': (scene) => {
    const { plan, document } = scene;
    const place = scene.int(document.open?.lines.dimensions.length ?? 1);
    const dimension = document.open?.lines.dimensions[place] ?? '';
    const codes = [...new Set(document.open?.lines.codes[place].slice(0, document.open.lines.count) ?? [])];
    const rows = codes.map((code) => ({ at: { [dimension]: code }, total: scene.int(100_000) }));
    const total = rows.reduce((sum, row) => sum + row.total, 0);
    const each = Math.floor(total / plan.periods.length);
    const periods = plan.periods.map(({ id }, p) => ({
      periods: [id],
      total: p === 0 ? total - each * (plan.periods.length - 1) : each,
    }));
    return { name: 'targets/setMargins', column: scene.column(), rows, periods };
  },
  'limits/set': (scene) => ({
    name: 'limits/set',
    cell: scene.cell(),
    min: scene.chance(0.5) ? null : scene.int(100),
    max: scene.chance(0.2) ? null : 1000 + scene.amount(),
  }),
  'limits/clear': (scene) => {
    const limit = scene.some(scene.document.records.limit.values());
    return limit && { name: 'limits/clear', limit: limit.id };
  },
  'holds/add': (scene) => ({
    name: 'holds/add',
    cell: scene.cell(),
    kind: scene.chance(0.5) ? 'freeze' : 'total',
  }),
  'holds/release': (scene) => ({ name: 'holds/release', cell: scene.cell() }),
  'holds/remove': (scene) => {
    const hold = scene.some(scene.document.records.hold.values());
    return hold && { name: 'holds/remove', hold: hold.id };
  },
  'goals/set': (scene) => ({ name: 'goals/set', cell: scene.cell(), amount: scene.amount() }),
  'goals/clear': (scene) => {
    const goal = scene.some(scene.document.records.goal.values());
    return goal && { name: 'goals/clear', cell: goal.cell };
  },
  'periods/close': (scene) => ({ name: 'periods/close', periods: scene.periods().slice(0, 1) }),
  'periods/reopen': (scene) => {
    const { closedPeriods } = scene.plan;
    return closedPeriods.length === 0 ? null : { name: 'periods/reopen', periods: [scene.pick(closedPeriods)] };
  },
};
