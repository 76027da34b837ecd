import type { Command } from '~/domain/command';
import type { Day } from '~/domain/period';
import { columnKey } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import type { EditPreview } from '~/domain/view';
import { removeTail, rowCount, selectionTotals } from '~/engine/cube/index';
import { revertEdit } from '~/engine/targets/index';
import { columnOf } from '~/plan/commands/cellEdit';
import { setCell } from '~/plan/commands/targets';
import type { PlanDocument } from '~/plan/document';
import { requirePlan, selectionOf } from '~/plan/resolve';

/** What a typed amount would do: it is done and taken back at once, so that the preview can never differ from the deed. */
export function previewChange(
  document: PlanDocument,
  command: Command,
  _clock: { now: string; today: Day },
): Result<EditPreview> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  if (command.name !== 'targets/setCell')
    return ok({ leaves: 0, held: 0, addsLines: 0, before: null, after: 0, issues: [] });
  const { open, plan } = required.value;
  const column = columnOf(open, plan, columnKey(command.cell.column));
  const selection = selectionOf(document, plan, command.cell);
  const before = rowCount(selection.rows) > 0 ? selectionTotals(column, selection) : null;
  const shown = before && before.spoken > 0 ? before.sum : null;
  const done = setCell(document, command);
  if (!done.ok) {
    return ok({
      leaves: 0,
      held: before?.held ?? 0,
      addsLines: 0,
      before: shown,
      after: command.amount,
      issues: done.issues,
    });
  }
  for (const { edit } of done.value.edits) revertEdit(column, edit);
  const added = done.value.linesAdded;
  if (added) removeTail(open.lines, [...open.columns.values()], added.first);
  return ok({
    leaves: done.value.effect.leaves,
    held: done.value.effect.held,
    addsLines: added?.count ?? 0,
    before: shown,
    after: command.amount,
    issues: [],
  });
}
