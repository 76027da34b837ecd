import type { FactValue } from './fact';
import type { Day } from './period';

/** A step of a deal on its way. Names that files use lead to it by its aliases. */
export interface PipelineStage {
  id: string;
  name: string;
  aliases: string[];
  kind: 'open' | 'won' | 'lost';
  /** Chance to win from here that a person set, 0 … 1; null = from what deals did so far. */
  chance: number | null;
  /** Days in this stage after which a deal is stale; null = longer than three of four deals that moved on. */
  staleDays: number | null;
}

/** The stages of a workspace in their order, and how deals are judged. One record; without it the stages are found in the data. */
export interface PipelineRule {
  id: string;
  stages: PipelineStage[];
  /** Deals that are not there yet are expected to come as they did. */
  newDeals: boolean;
}

export type PipelineCommand =
  | { name: 'pipeline/setRule'; rule: Omit<PipelineRule, 'id'> }
  /** Back to the stages that are found in the data. */
  | { name: 'pipeline/clearRule' }
  /**
   * Deals by hand with their changes of stage, in one step. `key` null makes a new one, which gets a number where it has none;
   * `step` is written down beside it. Values that are not named stay as they are.
   */
  | {
      name: 'pipeline/putDeals';
      deals: {
        key: string | null;
        values: Record<string, FactValue>;
        step: { stage: string; day: Day } | null;
      }[];
    };
