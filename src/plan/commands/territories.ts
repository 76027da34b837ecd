import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import { openedPlan, type PlanDocument } from '../document';
import { added } from '../records';
import { moveLines } from '../territories/moveLines';
import { readMoves } from '../territories/readMoves';

/**
 * Customers change hands from a day on: one record each, for all plans of the workspace. With targets `move` what is planned
 * for them in the open plan goes along, from the first open period that begins on the day or later; all or nothing. Those who
 * stay with their seller are left out; refused where nobody is left, and where something is locked, by its names.
 */
export function moveCustomers(
  document: PlanDocument,
  { moves, from, targets }: Extract<Command, { name: 'territories/move' }>,
  context: CommandContext,
): Result<Outcome> {
  const read = readMoves(document, { moves, from });
  if (!read.ok) return read;
  const handovers = read.value;
  if (handovers.length === 0) return fail(issue('territory/nobody'));
  const records = handovers.map(({ customer, seller }, i) =>
    added('ownership', { id: newId('o', context, i), customer, seller, from }),
  );
  const plan = openedPlan(document);
  if (targets === 'stay' || !document.open || !plan) return ok(recordsOnly(records));
  const moved = moveLines(document, { open: document.open, plan, handovers, on: from, from });
  return moved.ok ? ok({ ...moved.value, change: { ...moved.value.change, records } }) : moved;
}
