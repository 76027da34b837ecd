import { type Issue, issue } from '~/domain/issue';
import type { TableBatch } from '~/domain/pack';
import { WORKING_TARGET } from '~/domain/plan';
import { selectionTotals } from '~/engine/cube/index';
import { cellIn } from '~/plan/commands/cellEdit';
import { refusedAnyway } from '~/plan/commands/guard';
import type { PlanDocument } from '~/plan/document';
import { requirePlan } from '~/plan/resolve';
import { attempt } from '~/plan/run';
import type { PlannedTable } from '~/plan/sources/plannedPack';
import { targetCells } from '~/plan/sources/targetCells';
import { takeBack } from '~/plan/takeBack';

/** What lists of targets would do to the open plan. */
export interface TargetTrial {
  /** By table; before and after speak of the whole plan: leaf values with a target, and their total. */
  tables: Map<string, Omit<PlannedTable, 'table' | 'kind'>>;
  /** Why they cannot be written: what the plan does not have, and what locks and limits forbid. */
  issues: Issue[];
}

/** Tries the targets of a pack out on the open plan and takes them back: the dry run can never differ from the deed. */
export function previewTargets(document: PlanDocument, tables: readonly TableBatch[]): TargetTrial {
  const trial: TargetTrial = { tables: new Map(), issues: [] };
  const lists = tables.filter(({ targets = [] }) => targets.length > 0);
  if (lists.length === 0) return trial;
  const required = requirePlan(document);
  if (!required.ok) return { ...trial, issues: [issue('import/noPlan')] };
  const { open, plan } = required.value;
  const periods = plan.periods.map(({ id }) => id);
  const total = (): PlannedTable['before'] => {
    const { column, selection } = cellIn(document, required.value, { column: WORKING_TARGET, at: {}, periods });
    const { sum, spoken } = selectionTotals(column, selection);
    return { rows: spoken, amount: spoken > 0 ? sum : null };
  };
  const before = total();
  for (const { table, targets = [] } of lists) {
    const merge = { new: 0, changed: 0, same: 0, gone: 0 };
    const cells = targetCells(document, targets);
    if (!cells.ok)
      trial.issues.push(...cells.issues.map((found) => ({ ...found, place: { file: table, ...found.place } })));
    for (const { cell, amount } of cells.ok ? cells.value : []) {
      const { column, selection } = cellIn(document, required.value, cell);
      const now = selectionTotals(column, selection);
      merge[now.spoken === 0 ? 'new' : now.sum === amount ? 'same' : 'changed'] += 1;
    }
    trial.tables.set(table, { merge, before, after: before, left: [], unmatched: [] });
  }
  if (trial.issues.length > 0) return trial;
  const all = targetCells(
    document,
    lists.flatMap(({ targets = [] }) => targets),
  );
  if (!all.ok) return { ...trial, issues: all.issues };
  const command = { name: 'targets/setCells', origin: 'paste', cells: all.value } as const;
  const refused = refusedAnyway(document, command);
  if (refused) return { ...trial, issues: [refused] };
  const done = attempt(document, command, { now: '', today: 0, seq: 0, batchOf: () => null });
  if (!done.ok) return { ...trial, issues: done.issues };
  const after = total();
  takeBack(open, done.value);
  for (const [table, tried] of trial.tables) trial.tables.set(table, { ...tried, after });
  return trial;
}
