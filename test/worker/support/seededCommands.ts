import type { Command } from '~/domain/command';
import { BASELINE, type Plan, WORKING_TARGET } from '~/domain/plan';
import { atOfRow } from '~/domain/sheet';
import type { SpreadBasis, SpreadSeries } from '~/domain/spread';
import { createRandom } from '~/engine/numeric';

/** A run of commands as a restless manager might give them: edits at all levels, holds, goals, clears, renames. */
export function seededCommands(options: { seed: number; count: number; rows: string[]; plan: Plan }): Command[] {
  const random = createRandom(options.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const periods = options.plan.periods.map((period) => period.id);
  const someCell = () => {
    const start = Math.floor(random() * 12);
    const spans = [periods, [periods[start]], periods.slice(Math.floor(start / 3) * 3, Math.floor(start / 3) * 3 + 3)];
    return { column: WORKING_TARGET, at: atOfRow(pick(options.rows)), periods: pick(spans) };
  };
  const makers: (() => Command)[] = [
    () => ({ name: 'targets/setCell', cell: someCell(), amount: Math.floor(random() * 1e9) }),
    () => ({ name: 'targets/setCell', cell: someCell(), amount: Math.floor(random() * 1e9), method: 'equal' }),
    () => ({ name: 'targets/clearCell', cell: someCell() }),
    () => ({ name: 'holds/add', cell: someCell(), kind: random() < 0.5 ? 'freeze' : 'total' }),
    () => ({ name: 'holds/release', cell: someCell() }),
    () => ({ name: 'goals/set', cell: someCell(), amount: Math.floor(random() * 1e9) }),
    () => ({ name: 'plan/rename', to: `Plan ${Math.floor(random() * 100)}` }),
    () => ({ name: 'kpi/setLimit', kpi: 'attainment', good: Math.floor(random() * 100), bad: 10 }),
    () => ({
      name: 'targets/spread',
      cell: someCell(),
      amount: random() < 0.3 ? null : Math.floor(random() * 1e9),
      basis: pick<SpreadBasis>([
        { kind: 'equal' },
        { kind: 'fillBlanks' },
        { kind: 'lastYear' },
        { kind: 'profile' },
        { kind: 'column', column: BASELINE },
        {
          kind: 'fairShare',
          drivers: [
            { basis: { kind: 'equal' }, weight: 1 },
            { basis: { kind: 'lastYear' }, weight: 2 },
          ],
        },
      ]),
      unit: pick([1, 100, 1_000_000]),
      remember: random() < 0.3,
    }),
    () => ({
      name: 'targets/setSeries',
      cell: someCell(),
      series: pick<SpreadSeries>([
        { kind: 'repeat', amount: 1_000_000 },
        { kind: 'straightLine', from: 1_000_000, to: 9_000_000 },
        { kind: 'growth', from: 2_000_000, rate: 0.05 },
        { kind: 'bottomUp', growth: 0.1, relief: 0.02 },
      ]),
    }),
    () => ({
      name: 'targets/setCells',
      origin: 'paste',
      cells: Array.from({ length: 1 + Math.floor(random() * 12) }, () => ({
        cell: someCell(),
        amount: random() < 0.2 ? null : Math.floor(random() * 1e9),
      })),
    }),
    () => {
      const total = Math.floor(random() * 1e9) + 12;
      const share = Math.floor(total / 3);
      return {
        name: 'targets/setMargins',
        column: WORKING_TARGET,
        rows: [{ at: atOfRow(pick(options.rows)), total }],
        periods: [
          { periods: periods.slice(0, 5), total: share },
          { periods: periods.slice(5), total: total - share },
        ],
      };
    },
    () => ({ name: 'limits/set', cell: someCell(), min: null, max: Math.floor(random() * 1e10) }),
    () => ({ name: 'periods/close', periods: [pick(periods)] }),
    () => ({ name: 'periods/reopen', periods: [pick(periods)], reason: 'again' }),
  ];
  const often = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 10, 11, 12, 13, 14, 14];
  return Array.from({ length: options.count }, () => makers[pick(often)]());
}
