import type { At, CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { PlanDocument } from '../document';
import { measureCellAt } from '../measureEdit';
import { measureValue, SHARE_SCALE } from '../measureValue';
import { requirePlan } from '../resolve';
import { scaledProduct } from '../scaledProduct';
import { cellName } from './refusal';

/**
 * The same command with amounts in the place of typed shares: a share (an integer of 0.01 %, 2,534 = 25.34 %) times what the
 * node it is a share of holds in the same periods before anything is changed, rounded half away from zero. So the shares of
 * all parts of a node, pasted as one block, keep its total where they add up to 100 %; one share alone moves that total, as
 * typing its amount would. Commands without shares come back as they are. Refused where the node is blank or zero.
 */
export function withAmounts(document: PlanDocument, command: Command): Result<Command> {
  const required = requirePlan(document);
  const isShare = command.name === 'targets/setCell' ? command.of !== undefined : hasShares(command);
  if (!isShare || !required.ok) return ok(command);
  const { plan } = required.value;
  const wholes = new Map<string, number | null>();
  const wholeOf = (cell: CellRef, of: At): number | null => {
    const key = `${cell.column.scenario}/${cell.column.layer}/${cell.column.measure}|${JSON.stringify(of)}|${cell.periods}`;
    const known = wholes.get(key);
    if (known !== undefined) return known;
    const value = measureValue(
      plan.groups[0].measures,
      cell.column.measure,
      measureCellAt(document, required.value, { ...cell, at: of }),
    );
    wholes.set(key, value);
    return value;
  };
  const amountOf = (cell: CellRef, of: At, share: number): Result<number> => {
    const whole = wholeOf(cell, of);
    if (whole === null || whole === 0) {
      return fail(issue('cell/noWhole', {}, { node: cellName(document, { ...cell, at: of }) }));
    }
    return ok(scaledProduct(share, whole, -SHARE_SCALE));
  };
  if (command.name === 'targets/setCell') {
    const { of = {}, ...plain } = command;
    const amount = amountOf(command.cell, of, command.amount);
    return amount.ok ? ok({ ...plain, amount: amount.value }) : amount;
  }
  if (command.name !== 'targets/setCells') return ok(command);
  const cells: { cell: CellRef; amount: number | null }[] = [];
  for (const { cell, amount, of } of command.cells) {
    const meant = of === undefined || amount === null ? ok(amount) : amountOf(cell, of, amount);
    if (!meant.ok) return meant;
    cells.push({ cell, amount: meant.value });
  }
  return ok({ ...command, cells });
}

const hasShares = (command: Command): boolean =>
  command.name === 'targets/setCells' && command.cells.some(({ of }) => of !== undefined);
