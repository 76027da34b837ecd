import type { Command } from '~/domain/command';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import { atOfRow } from '~/domain/sheet';
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
  ];
  const often = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7];
  return Array.from({ length: options.count }, () => makers[pick(often)]());
}
