import type { CommandName } from './command';
import type { DimensionId } from './dimension';
import type { PastState } from './history';
import type { Issue } from './issue';
import type { Day } from './period';
import type { Plan, Workspace } from './plan';

/** Why a page may look but not write. */
export type ReadOnlyReason = 'otherTab' | 'newerSchema' | 'damaged' | 'past' | 'approved';

export type SaveState = 'saved' | 'saving' | 'failed';

export interface HistoryStep {
  seq: number;
  command: CommandName;
}

/** What the shell shows of the host at any time. */
export interface HostStatus {
  workspace: Workspace | null;
  plan: Plan | null;
  plans: { id: string; name: string }[];
  dimensions: DimensionHead[];
  revision: number;
  savedRevision: number;
  save: SaveState;
  saveIssue: Issue | null;
  readOnly: ReadOnlyReason | null;
  undo: HistoryStep | null;
  redo: HistoryStep | null;
  /** Last complete day of the orders, null without any. */
  asOf: Day | null;
  /** A state of before that is looked at; null = now. */
  past: PastState | null;
}

export interface DimensionHead {
  id: DimensionId;
  levels: string[];
  members: number;
}

export interface WorkspaceHead {
  id: string;
  name: string;
  sample: boolean;
  openedAt: string;
}

/** What a command did, for the chip and the toast. */
export interface Effect {
  command: CommandName;
  leaves: number;
  linesAdded: number;
  held: number;
  /** All weights were zero, so the amount was spread equally. */
  equalSpread: boolean;
  undone?: CommandName;
}

export interface JobState {
  id: string;
  kind:
    | 'import'
    | 'forecast'
    | 'tiers'
    | 'value'
    | 'next'
    | 'workbook'
    | 'sample'
    | 'open'
    | 'pipeline'
    | 'challenge'
    | 'simulation'
    | 'balance'
    | 'letters';
  done: number;
  total: number | null;
  cancellable: boolean;
}

/** What the host tells the page without being asked. */
export type HostEvent =
  | { kind: 'status'; status: HostStatus }
  | { kind: 'job'; job: JobState }
  | { kind: 'jobEnded'; id: string }
  /** The workspace was read anew from storage, after another tab or a new worker: sheets open until then are gone. */
  | { kind: 'reopened' };
