import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { columnKey } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { rowCount, selectionTotals } from '~/engine/cube/index';
import { editMargins } from '~/engine/targets/index';
import { noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { boundsOf, requirePlan } from '../resolve';
import { rowsOfCells } from '../rowsOfCells';
import { columnOf } from './cellEdit';
import { cellName, refusalWithNames } from './refusal';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Fixes the totals of rows and of periods of one column together, in minor units: both come out exact, parts keep their
 * proportions as far as both totals allow, holds and closed periods stay. Rows must not overlap, nor periods. A row
 * without lines may only have 0. Refused where the totals do not sum to the same, or where holds make them impossible,
 * with a smallest set of holds that conflict by name.
 */
export function setMargins(document: PlanDocument, command: Of<'targets/setMargins'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const key = columnKey(command.column);
  const column = columnOf(open, plan, key);
  const cells = command.rows.map(({ at }) => ({
    column: command.column,
    at,
    periods: [],
    ...(command.within ? { within: command.within } : {}),
  }));
  const rows = rowsOfCells(document, open, cells);
  const empty = command.rows.findIndex(({ total }, r) => rowCount(rows[r]) === 0 && total !== 0);
  if (empty >= 0) return fail(issue('target/noLines', {}, { node: cellName(document, cells[empty]) }));
  const columns = command.periods.map(({ periods, total }) => ({
    total,
    periods: periods.map((id) => {
      const index = plan.periods.findIndex((period) => period.id === id);
      if (index < 0) throw new RangeError(`period ${id} is not in plan ${plan.id}`);
      return index;
    }),
  }));
  const periods = columns.flatMap((one) => one.periods);
  const totals = rows.map((own) => selectionTotals(column, { rows: own, periods }));
  const heldLeaves = totals.reduce((sum, { held }) => sum + held, 0);
  const edited = editMargins({
    lines: open.lines,
    column,
    rows: rows.map((own, r) => ({ rows: own, total: command.rows[r].total })),
    columns,
    ...boundsOf(document, plan, key),
  });
  if (!edited.ok) return fail(...edited.issues.map((found) => refusalWithNames(document, found, heldLeaves)));
  const { moved, held, equalSpread } = edited.value;
  return ok({
    change: { records: [], cells: [] },
    edits: [{ column: key, edit: edited.value }],
    effect: {
      ...noEffect,
      leaves: moved,
      held,
      equalSpread,
      before: totals.some(({ spoken }) => spoken > 0) ? totals.reduce((sum, one) => sum + one.sum, 0) : null,
      after: columns.reduce((sum, { total }) => sum + total, 0),
    },
  });
}
