import type { At, CellRef, HoldKind } from './cell';
import type { Column } from './plan';
import type { SpreadBasis, SpreadBounds, SpreadSeries } from './spread';

/** Why several cells are written at once: what the history and the undo list call it. */
export type BlockOrigin = 'paste' | 'fill' | 'clear' | 'relative' | 'enter' | 'cut';

/** Commands on leaf values, what holds them and what bounds them. Amounts are minor units. */
export type TargetCommand =
  /** With `of` the amount is a share of that node in the same periods, an integer of 0.01 %; kept as the amount it means. */
  | {
      name: 'targets/setCell';
      cell: CellRef;
      amount: number;
      of?: At;
      method?: 'proportional' | 'equal';
      typed?: string;
    }
  | { name: 'targets/clearCell'; cell: CellRef }
  | { name: 'targets/fillUnallocated'; cell: CellRef }
  /** Lays an amount (null = the present one) on what is under a cell by a basis; remembered for its level if asked. */
  | {
      name: 'targets/spread';
      cell: CellRef;
      amount: number | null;
      basis: SpreadBasis;
      /** Minor units per rounding step. */
      unit: number;
      bounds?: SpreadBounds;
      remember?: boolean;
    }
  | { name: 'targets/setSeries'; cell: CellRef; series: SpreadSeries; basis?: SpreadBasis }
  /** Several cells as one step; null = blank. Cells that lie within another one of the list win over it. */
  | { name: 'targets/setCells'; origin: BlockOrigin; cells: { cell: CellRef; amount: number | null; of?: At }[] }
  /** Fixes the totals of rows and of periods of one column at once. `rows` do not overlap; periods of each are `periods`. */
  | {
      name: 'targets/setMargins';
      column: Column;
      rows: { at: At; total: number }[];
      periods: { periods: string[]; total: number }[];
      within?: CellRef['within'];
    }
  | { name: 'limits/set'; cell: CellRef; min: number | null; max: number | null }
  | { name: 'limits/clear'; limit: string }
  | { name: 'holds/add'; cell: CellRef; kind: HoldKind }
  | { name: 'holds/release'; cell: CellRef }
  | { name: 'holds/remove'; hold: string }
  | { name: 'goals/set'; cell: CellRef; amount: number }
  | { name: 'goals/clear'; cell: CellRef }
  /** Closed periods take no edit; opening one again needs a reason. */
  | { name: 'periods/close'; periods: string[] }
  | { name: 'periods/reopen'; periods: string[] };
