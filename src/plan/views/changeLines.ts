import type { At, CellRef } from '~/domain/cell';
import type { Step } from '~/domain/journal';
import type { ChangeLine } from '~/domain/view';
import { memberName, type PlanDocument } from '../document';

/**
 * The newest steps as lines to read, newest first. Undo and redo are no lines of their own: they mark the line they
 * turned. Names are resolved as they are now; the root has no labels.
 */
export function changeLines(
  document: PlanDocument,
  steps: readonly Step[],
  options: { undone: ReadonlySet<number>; count: number },
): ChangeLine[] {
  const lines: ChangeLine[] = [];
  for (let i = steps.length - 1; i >= 0 && lines.length < options.count; i -= 1) {
    const step = steps[i];
    if (step.undoes !== undefined || step.redoes !== undefined) continue;
    lines.push(changeLine(document, step, options.undone.has(step.seq)));
  }
  return lines;
}

/** One step as a line. */
export function changeLine(document: PlanDocument, step: Step, undone: boolean): ChangeLine {
  const cell = cellOfStep(step);
  const source = sourceOf(document, step);
  return {
    seq: step.seq,
    command: step.command.name,
    wallTime: step.wallTime,
    who: step.who,
    at: cell?.at ?? null,
    labels: cell ? [...labelsOf(document, cell.at), ...withinLabels(document, cell)] : [],
    periods: cell?.periods ?? [],
    before: step.effect.before ?? null,
    after: step.effect.after ?? null,
    leaves: step.effect.leaves,
    undone,
    ...(source === null ? {} : { source }),
  };
}

/** The names of the nodes an address names, in its own order; *unassigned* has none and is ''. */
export const labelsOf = (document: PlanDocument, at: At): string[] =>
  Object.entries(at).map(([dimension, code]) => memberName(document, dimension, code));

/** What a filter left of a cell, one label per dimension: an edit of the total of two regions is no edit of the whole. */
function withinLabels(document: PlanDocument, { at, within = [] }: CellRef): string[] {
  return within
    .filter(({ dimension }) => at[dimension] === undefined)
    .map(({ dimension, members }) => {
      const names = members.slice(0, NAMED).map((code) => memberName(document, dimension, code));
      return names.join(' + ') + (members.length > NAMED ? ' + …' : '');
    });
}

const NAMED = 3;

/** The cell a step's command speaks of; null where it speaks of none. */
export function cellOfStep(step: Step): CellRef | null {
  const { args } = step.command;
  if (typeof args !== 'object' || args === null || !('cell' in args)) return null;
  return args.cell as CellRef;
}

/** The file of an import: the record made by this entry carries its seq in the id. */
function sourceOf(document: PlanDocument, step: Step): string | null {
  if (step.command.name !== 'orders/import') return null;
  const id = `i${String(step.seq).padStart(6, '0')}`;
  return document.records.import.get(id)?.name ?? null;
}
