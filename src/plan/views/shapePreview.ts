import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { ok, type Result } from '~/domain/result';
import type { ShapePreview } from '~/domain/shape';
import type { ColumnData } from '~/engine/cube/index';
import type { CommandContext, Outcome } from '../context';
import type { OpenPlan, PlanDocument } from '../document';
import { requirePlan } from '../resolve';
import { attempt } from '../run';
import { takeBack } from '../takeBack';
import { labelsOf } from './changeLines';

/**
 * What a change of shape would do, told before it is done: lines and the total of every column before and after, and what
 * would be lost from sight (undo brings it back). It is done and taken back at once, so it cannot differ from the deed; a
 * refusal comes as its issues, with everything as it is.
 */
export function shapePreview(document: PlanDocument, command: Command, context: CommandContext): Result<ShapePreview> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open } = required.value;
  const linesBefore = open.lines.count;
  const before = totalsOf(open);
  const done = attempt(document, command, context);
  if (!done.ok) {
    const totals = [...before].map(([column, total]) => ({ column, before: total, after: total }));
    return ok({ linesBefore, linesAfter: linesBefore, totals, loses: [], issues: done.issues });
  }
  const made = done.value.opened ?? open;
  const after = totalsOf(made);
  const linesAfter = made.lines.count;
  takeBack(open, done.value);
  const gone = blanked(done.value);
  return ok({
    linesBefore,
    linesAfter,
    totals: [...before].map(([column, total]) => ({
      column,
      before: total,
      after: gone.has(column) ? 0 : (after.get(column) ?? 0),
    })),
    loses: losesOf(document, done.value.change.records),
    issues: [],
  });
}

/** Columns that a command asks to be made blank once it is carried out. */
const blanked = ({ swaps = [] }: Outcome): Set<string> =>
  new Set(swaps.flatMap(({ from, to }) => (from === null ? [to] : [])));

const totalsOf = ({ columns, lines }: OpenPlan): Map<string, number> =>
  new Map([...columns].map(([key, column]) => [key, totalOf(column, lines.count)]));

function totalOf({ value }: ColumnData, count: number): number {
  let total = 0;
  for (const values of value) for (let position = 0; position < count; position += 1) total += values[position];
  return total;
}

function losesOf(document: PlanDocument, diff: RecordsDiff): ShapePreview['loses'] {
  return diff.flatMap((change): ShapePreview['loses'] => {
    if (change.to !== null || change.from === null) return [];
    switch (change.type) {
      case 'hold':
      case 'goal':
      case 'limit':
      case 'note':
        return [{ kind: change.type, id: change.id, labels: labelsOf(document, change.from.cell.at) }];
      case 'growthSource':
        return [{ kind: change.type, id: change.id, labels: labelsOf(document, change.from.at) }];
      default:
        return [];
    }
  });
}
