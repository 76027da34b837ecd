import type { At, CellRef } from './cell';
import type { CapacityRule, ChallengeRule, Risk, SimulationRule, TargetLetter } from './challenge';
import type { Day } from './period';

/** How hard a plan is, and what is done about it. Sets with a known id replace, '' as id makes a new one. */
export type ChallengeCommand =
  | { name: 'challenge/setRule'; rule: Omit<ChallengeRule, 'id' | 'plan'> }
  | { name: 'capacity/setRule'; rule: Omit<CapacityRule, 'id'> }
  | { name: 'risks/set'; risk: Risk }
  | { name: 'risks/remove'; id: string }
  | { name: 'simulation/setRule'; rule: Omit<SimulationRule, 'id' | 'plan'> }
  /** One batch: what each node is told, as it stands now. */
  | {
      name: 'letters/issue';
      on: Day;
      letters: { at: At; kpis: TargetLetter['kpis']; assumptions: string }[];
    }
  /**
   * Sets many nodes at once so that they are equally hard, or one of them to what is fair and others in its stead. With `goals`
   * what these nodes answer for moves by as much, where it was set.
   */
  | { name: 'targets/balance'; cells: { cell: CellRef; amount: number }[]; why: string; goals?: boolean };
