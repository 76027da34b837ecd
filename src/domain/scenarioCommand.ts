import type { At, CellRef } from './cell';
import type { DimensionId, MemberCode } from './dimension';
import type { Day } from './period';
import type { Column } from './plan';
import type { GrowthKind } from './round';
import type { SavedView } from './savedView';

/** Commands on whole columns: scenarios, target lines, the issued version, approval. */
export type ScenarioCommand =
  /** A copy of all columns of a scenario; unchanged segments are shared. */
  | { name: 'scenarios/add'; title: string; from: string }
  | { name: 'scenarios/rename'; scenario: string; to: string }
  | { name: 'scenarios/remove'; scenario: string }
  /** Copies values of one column to another, under a cell; `percent` 100 = as they are. Holds of the goal stay. */
  | { name: 'columns/copy'; from: Column; to: CellRef; percent: number }
  /** Blanks a column: a target line that is not wanted any more. */
  | { name: 'columns/clear'; column: Column }
  /** Hands the working target down: it becomes the issued version. Needs a reason from the second time on. */
  | { name: 'plan/issue' }
  | { name: 'approvals/submit' }
  | { name: 'approvals/return' }
  | { name: 'approvals/approve' }
  | { name: 'approvals/recall' };

/** Commands between top and bottom: rounds, proposals, growth sources. */
export type RoundCommand =
  | { name: 'rounds/open'; title: string; dimension: DimensionId; deadline: Day | null }
  | { name: 'rounds/close'; round: string }
  /** `also` answer in the same step: a list that came for all of them. */
  | { name: 'rounds/submit'; round: string; member: MemberCode; also?: MemberCode[] }
  | { name: 'rounds/object'; round: string; member: MemberCode; text: string }
  | { name: 'rounds/reply'; round: string; member: MemberCode; text: string }
  /** An agreed change: the member's target moves to this amount, around all holds. */
  | { name: 'rounds/agree'; round: string; member: MemberCode; amount: number }
  /** The target of a cell becomes what was proposed. */
  | { name: 'proposals/accept'; cell: CellRef }
  /** Spreads a share of the gap between proposal and target below a cell; 100 = all of it. */
  | { name: 'proposals/spreadGap'; cell: CellRef; percent: number }
  /** null takes the amount out. */
  | { name: 'growth/set'; at: At; kind: GrowthKind; amount: number | null; note: string };

/** Marks beside the numbers. */
export type MarkCommand =
  /** An empty text takes the note away. */
  | { name: 'notes/set'; cell: CellRef; text: string }
  | { name: 'views/save'; view: Omit<SavedView, 'id' | 'plan'> & { id: string | null } }
  | { name: 'views/remove'; view: string };
