import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import type { BalanceQuery, TerritoryEffect } from '~/domain/territoryView';
import { isRange } from '~/engine/cube/index';
import { refusedAnyway } from '~/plan/commands/guard';
import type { CommandContext } from '~/plan/context';
import { memberName, openedPlan, type PlanDocument } from '~/plan/document';
import { attempt } from '~/plan/run';
import { takeBack } from '~/plan/takeBack';
import { targetBy } from '~/plan/views/territoryScene';

/**
 * What moves of customers do to the open plan: the deed, done and taken back, so that it can never differ from it. Null where
 * no plan is open, its lines have no sellers, or targets are to stay; refused as the deed would be.
 */
export function territoryEffect(
  document: PlanDocument,
  { moves, from, targets }: Pick<BalanceQuery, 'moves' | 'targets'> & { from: number },
  clock: Pick<CommandContext, 'now' | 'today'>,
): Result<TerritoryEffect | null> {
  const plan = openedPlan(document);
  const { open } = document;
  if (moves.length === 0) return ok(null);
  const command = { name: 'territories/move' as const, moves, from, targets };
  const refused = refusedAnyway(document, command);
  if (refused) return { ok: false, issues: [refused] };
  const before = targetBy(document, plan, 'seller');
  const done = attempt(document, command, { ...clock, seq: 0, batchOf: () => null });
  if (!done.ok) return done;
  if (!open || !plan) return ok(null);
  const after = targetBy(document, plan, 'seller');
  takeBack(open, done.value);
  if (!before || !after || targets === 'stay') return ok(null);
  const codes = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
  const sellers = codes
    .map((code) => ({
      code,
      name: memberName(document, 'seller', code),
      before: before.get(code) ?? 0,
      after: after.get(code) ?? 0,
    }))
    .filter((seller) => seller.before !== seller.after);
  const touched = done.value.edits.flatMap(({ edit }) =>
    edit.changes.filter(({ rows }) => (isRange(rows) ? rows.end > rows.first : rows.length > 0)),
  );
  const periods = [...new Set(touched.map(({ period }) => period))].sort((a, b) => a - b);
  const first = plan.periods[periods[0]];
  const last = plan.periods[periods[periods.length - 1]];
  const key = columnKey(WORKING_TARGET);
  const gone = new Set(sellers.map(({ code }) => code));
  return ok({
    sellers,
    amount: sellers.reduce((sum, seller) => sum + Math.max(0, seller.after - seller.before), 0),
    leaves: done.value.edits.find(({ column }) => column === key)?.edit.moved ?? 0,
    linesAdded: done.value.linesAdded?.count ?? 0,
    periods: first && last ? { first: first.id, last: last.id } : null,
    closed: plan.periods.filter((period) => period.from >= from && plan.closedPeriods.includes(period.id)).length,
    goals: [...document.records.goal.values()].filter(
      ({ plan: owner, cell }) => owner === plan.id && cell.at.seller !== undefined && gone.has(cell.at.seller),
    ).length,
  });
}
