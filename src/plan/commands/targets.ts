import { cellKey } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, type Result } from '~/domain/result';
import { rowCount } from '~/engine/cube/index';
import { clearLeaves, editTotal } from '~/engine/targets/index';
import type { CommandContext, Outcome } from '../context';
import type { PlanDocument } from '../document';
import { requirePlan } from '../resolve';
import { lineToFollow } from '../spread/lineToFollow';
import { cellIn, editCell } from './cellEdit';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Sets the sum of a cell at any level, in minor units; the leaves under it follow exactly, holds stay, limits are kept. A
 * cell without a line under it gets one: dimensions the address leaves open take their only member, else *unassigned*.
 * Refused with the shortfall and the names of the holds where they make the amount impossible; nothing is changed then.
 */
export const setCell = (
  document: PlanDocument,
  { cell, amount, method }: Pick<Of<'targets/setCell'>, 'cell' | 'amount' | 'method'>,
): Result<Outcome> =>
  editCell(document, {
    cell,
    after: amount,
    run: (kernel) =>
      editTotal({
        ...kernel,
        total: amount,
        method:
          method === 'equal'
            ? { kind: 'equal' }
            : { kind: 'proportional', otherwise: lineToFollow(kernel.open, cell.column) },
      }),
  });

/** Makes a cell blank: nobody has spoken. Held and closed leaves stay. */
export function clearCell(document: PlanDocument, { cell }: Of<'targets/clearCell'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  if (rowCount(cellIn(document, required.value, cell).selection.rows) === 0) return fail(issue('target/noLines'));
  return editCell(document, { cell, run: clearLeaves });
}

/** Spreads what a goal still leaves open onto the leaves under it, so that rollup = goal. */
export function fillUnallocated(
  document: PlanDocument,
  command: Of<'targets/fillUnallocated'>,
  _context: CommandContext,
): Result<Outcome> {
  const key = cellKey(command.cell);
  for (const goal of document.records.goal.values()) {
    if (goal.plan !== document.open?.id || cellKey(goal.cell) !== key) continue;
    return setCell(document, { cell: command.cell, amount: goal.amount });
  }
  return fail(issue('goal/unknown'));
}
