import type { CommandName } from '~/domain/command';
import type { Step } from '~/domain/journal';
import type { HistoryStep } from '~/domain/status';

/** Which entries undo and redo would turn next, read from the journal alone: it is the only history there is. */
export interface HistoryState {
  undo: HistoryStep | null;
  redo: HistoryStep | null;
  /** Entries that are undone now. */
  undone: Set<number>;
}

const inScope = (step: Step, plan: string | null): boolean => step.scope === 'workspace' || step.scope === plan;

/**
 * Walks the journal of the open plan and its workspace. Undo takes the newest entry that is not undone; redo the one
 * undone last; a new command cuts redo.
 */
export function historyOf(steps: readonly Step[], plan: string | null): HistoryState {
  const done: Step[] = [];
  const redo: Step[] = [];
  const undone = new Set<number>();
  for (const step of steps) {
    if (!inScope(step, plan)) continue;
    if (step.undoes !== undefined) {
      const last = done.pop();
      if (last) {
        redo.push(last);
        undone.add(last.seq);
      }
    } else if (step.redoes !== undefined) {
      const next = redo.pop();
      if (next) {
        done.push(next);
        undone.delete(next.seq);
      }
    } else {
      done.push(step);
      redo.length = 0;
    }
  }
  return { undo: headOf(done.at(-1)), redo: headOf(redo.at(-1)), undone };
}

const headOf = (step: Step | undefined): HistoryStep | null =>
  step ? { seq: step.seq, command: step.command.name as CommandName } : null;
