import type { At, CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { DimensionId, MemberCode } from '~/domain/dimension';
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
  const brought = broughtIn(step);
  return {
    seq: step.seq,
    command: step.command.name,
    wallTime: step.wallTime,
    who: step.who,
    at: cell?.at ?? null,
    labels: cell ? [...labelsOf(document, cell.at), ...withinLabels(document, cell)] : [],
    periods: cell?.periods ?? [],
    before: step.effect.before ?? null,
    // Of an import the effect counts rows; a line speaks of money.
    after: isImport(step) ? null : (step.effect.after ?? null),
    leaves: step.effect.leaves,
    undone,
    ...(source === null ? {} : { source }),
    ...(brought === null ? {} : { brought }),
  };
}

const isImport = ({ command: { name } }: Step): boolean => name === 'sources/import' || name === 'orders/import';

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

/** What a step without a cell speaks of: the files of an import, members, or the name of a rule; null where it has none. */
function sourceOf(document: PlanDocument, { seq, command, effect }: Step): string | null {
  const { files } = effect.method ?? {};
  if (typeof files === 'string') return files;
  if (command.name === 'orders/import') {
    const id = `i${String(seq).padStart(6, '0')}`;
    return document.records.import.get(id)?.name ?? null;
  }
  const { name, args } = command;
  if (typeof args !== 'object' || args === null) return null;
  const given = { ...args, name } as Command;
  switch (given.name) {
    case 'members/setAttributes':
      return namesOf(
        document,
        given.dimension,
        given.changes.map(({ code }) => code),
      );
    case 'territories/move':
      return namesOf(
        document,
        'customer',
        given.moves.map(({ customer }) => customer),
      );
    case 'customers/pinTiers':
      return namesOf(document, 'customer', given.customers);
    case 'segments/set':
      return given.segmentation.name;
    case 'service/setPackage':
      return given.package.name;
    case 'filters/save':
      return given.filter.name;
    default:
      return null;
  }
}

function namesOf(document: PlanDocument, dimension: DimensionId, codes: readonly MemberCode[]): string {
  const distinct = [...new Set(codes)];
  const names = distinct.slice(0, NAMED).map((code) => memberName(document, dimension, code));
  return names.join(' · ') + (distinct.length > NAMED ? ' · …' : '');
}

/** Tables and rows of an import; null for all else. Entries of earlier versions have none. */
function broughtIn({ command, effect }: Step): ChangeLine['brought'] | null {
  const { tables, records } = effect.method ?? {};
  if (command.name !== 'sources/import' || typeof tables !== 'number' || typeof records !== 'number') return null;
  return { tables, rows: records };
}
