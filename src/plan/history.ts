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
 * undone last; a new command cuts redo. What belongs to the workspace may have been turned from another plan, so a turn is
 * found by the entry it names and not by its place.
 */
export function historyOf(steps: readonly Step[], plan: string | null): HistoryState {
  const done: Step[] = [];
  const redo: Step[] = [];
  const undone = new Set<number>();
  for (const step of steps) {
    if (!inScope(step, plan)) continue;
    if (step.undoes !== undefined) {
      const turned = taken(done, step.undoes);
      if (turned) {
        redo.push(turned);
        undone.add(turned.seq);
      }
    } else if (step.redoes !== undefined) {
      const turned = taken(redo, step.redoes);
      if (turned) {
        done.push(turned);
        undone.delete(turned.seq);
      }
    } else {
      done.push(step);
      redo.length = 0;
    }
  }
  return { undo: headOf(done.at(-1)), redo: headOf(redo.at(-1)), undone };
}

/** Takes the entry out of a pile: mostly the one on top. */
function taken(pile: Step[], seq: number): Step | undefined {
  const at = pile.findLastIndex((step) => step.seq === seq);
  return at < 0 ? undefined : pile.splice(at, 1)[0];
}

const headOf = (step: Step | undefined): HistoryStep | null =>
  step ? { seq: step.seq, command: step.command.name as CommandName } : null;
