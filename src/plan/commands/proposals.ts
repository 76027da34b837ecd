import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { columnKey } from '~/domain/plan';
import { fail, type Result } from '~/domain/result';
import { selectionTotals } from '~/engine/cube/index';
import { editTotal, percentOf } from '~/engine/targets/index';
import type { Outcome } from '../context';
import type { PlanDocument } from '../document';
import { requirePlan, selectionOf } from '../resolve';
import { editCell } from './cellEdit';
import { copyColumn, isShare } from './columns';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * The target of a cell becomes what was proposed for it, leaf by leaf, around all holds as in `copyColumn`; its sum is the
 * proposal's. Refused where nothing was proposed below the cell.
 */
export function acceptProposal(document: PlanDocument, { cell }: Of<'proposals/accept'>): Result<Outcome> {
  const proposed = proposedIn(document, cell);
  if (!proposed.ok) return proposed;
  return copyColumn(document, { from: { ...cell.column, layer: 'proposal' }, to: cell, percent: 100 });
}

/**
 * Moves the target of a cell by so many percent of its gap (proposal − target), rounded half away from zero, and lays it
 * below in proportion to the target; where the target is blank, in proportion to the proposal. 0 moves nothing, 100
 * closes the gap. Holds stay. Refused where nothing was proposed below the cell, and for a percentage below 0.
 */
export function spreadGap(
  document: PlanDocument,
  { cell, percent }: Pick<Of<'proposals/spreadGap'>, 'cell' | 'percent'>,
): Result<Outcome> {
  if (!isShare(percent)) return fail(issue('number/notUnderstood', { text: percent }));
  const proposed = proposedIn(document, cell);
  if (!proposed.ok) return proposed;
  const { sum, weight } = proposed.value;
  return editCell(document, {
    cell,
    run: (kernel) => {
      const now = selectionTotals(kernel.column, kernel.edit);
      const gap = sum - now.sum;
      const part = percentOf(Math.abs(gap), percent);
      if (part === null) return fail(issue('target/tooLarge', { amount: gap }));
      const total = now.sum + Math.sign(gap) * part;
      return editTotal({
        ...kernel,
        total,
        method: now.spoken > 0 ? { kind: 'proportional' } : { kind: 'weights', weight },
      });
    },
  });
}

/** What was proposed under a cell of a target line: the same scenario and measure, layer `proposal`. */
function proposedIn(
  document: PlanDocument,
  cell: Of<'proposals/accept'>['cell'],
): Result<{ sum: number; weight: Float64Array[] }> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const column = open.columns.get(columnKey({ ...cell.column, layer: 'proposal' }));
  const totals = column ? selectionTotals(column, selectionOf(document, plan, cell)) : null;
  if (!column || !totals || totals.spoken === 0) return fail(issue('proposal/none'));
  return { ok: true, value: { sum: totals.sum, weight: [...column.value] } };
}
