import type { At, CellRef } from '~/domain/cell';
import type { Command, CommandName } from '~/domain/command';
import type { MemberCode } from '~/domain/dimension';
import type { PeriodId } from '~/domain/period';
import type { Column, Plan } from '~/domain/plan';
import { WORKING_TARGET } from '~/domain/plan';
import type { Random } from '~/engine/numeric';
import type { PlanDocument } from '~/plan/document';

/** What a made-up command is drawn from: the plan as it stands at that moment. */
export interface Scene {
  document: PlanDocument;
  plan: Plan;
  int(below: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of these, or null where there is none. */
  some<T>(list: Iterable<T>): T | null;
  dimension(): string;
  /** A member that is not archived, also inner nodes and now and then *unassigned*. */
  member(dimension: string): MemberCode;
  at(): At;
  periods(): PeriodId[];
  column(): Column;
  cell(): CellRef;
  amount(): number;
  word(): string;
}

/** How a command of this name may look; null where the plan has nothing for it now. */
export type Generators = {
  [N in CommandName]?: (scene: Scene) => Extract<Command, { name: N }> | null;
};

export function createScene(document: PlanDocument, plan: Plan, random: Random): Scene {
  const int = (below: number): number => Math.floor(random() * below);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(list: readonly T[]): T => list[int(list.length)];
  const dimension = (): string => pick(document.open?.lines.dimensions ?? plan.dimensions);
  const member = (id: string): MemberCode => {
    const known = document.members.get(id)?.byCode.filter((one) => one !== undefined && !one.archived) ?? [];
    return known.length === 0 || chance(0.05) ? 0 : (pick(known)?.code ?? 0);
  };
  const at = (): At => {
    const found: At = {};
    for (const id of plan.dimensions) if (chance(0.5)) found[id] = member(id);
    return found;
  };
  const periods = (): PeriodId[] => {
    const ids = plan.periods.map(({ id }) => id);
    if (chance(0.4)) return ids;
    const first = int(ids.length);
    return ids.slice(first, first + 1 + (chance(0.5) ? 0 : int(6)));
  };
  const column = (): Column => {
    if (chance(0.7)) return WORKING_TARGET;
    const scenario = pick(plan.scenarios);
    return { scenario, layer: pick(['target', 'floor', 'stretch', 'proposal']), measure: 'sales' };
  };
  return {
    document,
    plan,
    int,
    chance,
    pick,
    some: (list) => {
      const all = [...list];
      return all.length === 0 ? null : pick(all);
    },
    dimension,
    member,
    at,
    periods,
    column,
    cell: () => ({
      column: column(),
      at: at(),
      periods: periods(),
      ...(chance(0.1) ? { within: [{ dimension: dimension(), members: [member(dimension())] }] } : {}),
    }),
    amount: () => (chance(0.1) ? 0 : int(chance(0.5) ? 1000 : 1e9)),
    word: () => `word ${int(1000)}`,
  };
}
