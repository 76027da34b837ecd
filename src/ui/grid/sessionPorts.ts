import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import type { Column } from '~/domain/plan';
import type { RangeSummary } from '~/domain/range';
import type { HostCalls } from '~/state/protocol';
import type { ActiveCell } from './activeCell';
import type { Grain, GridView } from './gridView';
import type { RowStub } from './rowStub';
import type { SheetSource } from './sheetSource';

/** What the page gives to and hears from the grid. What it does not give is not offered. */
export interface SessionPorts {
  source: SheetSource;
  view(): GridView;
  readonly column: Column;
  run(command: Command): Promise<unknown>;
  preview: HostCalls['preview'];
  /** Sums of a selection with rows that are not loaded. */
  summarise?: HostCalls['rangeSummary'];
  undo(): void;
  redo(): void;
  refuse(issue: Issue): void;
  /** Something that happened otherwise than asked: seen and spoken. */
  tell(text: string): void;
  announce(text: string): void;
  onActive(cell: ActiveCell): void;
  /** Sums of what is selected; null while it is one cell. */
  onSummary?(summary: RangeSummary | null): void;
  onExplain(cell: ActiveCell): void;
  onRename(row: RowStub): void;
  /** A row got its present total as its goal: another amount is typed in the goal column. */
  onGoal(row: RowStub): void;
  onToggle(row: string, open: boolean): void;
  onQuarter(id: string, open: boolean): void;
  /** An edge was pulled, or the column fitted to what it holds. */
  onWidth(columnId: string, width: number): void;
  isOpen(quarter: string): boolean;
  onGrain?(grain: Grain): void;
  onFind?(): void;
  onNote?(cell: ActiveCell): void;
  onSpread?(cell: ActiveCell): void;
  /** Asks for the minimum and maximum of a cell. */
  onLimit?(cell: ActiveCell): void;
  onHistory?(cell: ActiveCell): void;
  /** Goes to what speaks for and against the target of the row. */
  onCheck?(cell: ActiveCell): void;
  /** Opens every row down to a level, 0 closes all. */
  onLevel?(level: number): void;
}

/** The filter that is on, as part of every cell that is meant. */
export const withinOf = ({ source }: Pick<SessionPorts, 'source'>): CellRef['within'] => source.query()?.filters;
