import type { Command } from '~/domain/command';
import type { Day } from '~/domain/period';
import { ok, type Result } from '~/domain/result';
import type { EditPreview } from '~/domain/view';
import { rowCount, selectionTotals } from '~/engine/cube/index';
import { cellIn } from '~/plan/commands/cellEdit';
import { refusedAnyway } from '~/plan/commands/guard';
import { withAmounts } from '~/plan/commands/typedShares';
import type { PlanDocument } from '~/plan/document';
import { requirePlan } from '~/plan/resolve';
import { attempt } from '~/plan/run';
import { takeBack } from '~/plan/takeBack';

const NOTHING: EditPreview = { leaves: 0, held: 0, addsLines: 0, before: null, after: 0, issues: [] };

/** Commands on values, locks, limits and goals: what they do to leaves can be taken back at once. */
const PREVIEWED = /^(targets|holds|limits|goals|periods)\//;

/**
 * What a command would do: it is done and taken back at once, so that the preview can never differ from the deed. A
 * refusal comes with the present value of its cell. That a reason is still to be given is no refusal. Commands that change the shape of a plan have previews of their own.
 */
export function previewChange(
  document: PlanDocument,
  given: Command,
  clock: { now: string; today: Day },
): Result<EditPreview> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  if (!PREVIEWED.test(given.name)) return ok(NOTHING);
  const meant = withAmounts(document, given);
  if (!meant.ok) return ok({ ...NOTHING, issues: meant.issues });
  const command = meant.value;
  const { open } = required.value;
  const guarded = refusedAnyway(document, command);
  const done = guarded ? null : attempt(document, command, { ...clock, seq: 0, batchOf: () => null });
  if (done?.ok) takeBack(open, done.value);
  const now = presentOf(document, command, required.value);
  if (!done?.ok) {
    const amount = 'amount' in command ? command.amount : null;
    return ok({
      ...NOTHING,
      ...now,
      after: amount ?? now.before ?? 0,
      issues: done?.issues ?? (guarded ? [guarded] : []),
    });
  }
  const { effect, linesAdded } = done.value;
  return ok({
    leaves: effect.leaves,
    held: effect.held,
    addsLines: linesAdded?.count ?? 0,
    before: effect.before === undefined ? now.before : effect.before,
    after: effect.after ?? 0,
    issues: [],
  });
}

/** What the cell of a command shows, and how much below it is held by itself; nothing where it has no single cell. */
function presentOf(
  document: PlanDocument,
  command: Command,
  plan: Parameters<typeof cellIn>[1],
): { before: number | null; held: number } {
  if (!('cell' in command)) return { before: null, held: 0 };
  const { column, selection } = cellIn(document, plan, command.cell);
  if (rowCount(selection.rows) === 0) return { before: null, held: 0 };
  const { sum, spoken, held } = selectionTotals(column, selection);
  return { before: spoken > 0 ? sum : null, held };
}
