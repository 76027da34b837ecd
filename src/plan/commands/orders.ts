import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, noEffect, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { removed } from '../records';
import { createMemberIntake } from '../sources/memberIntake';
import { rowsBack } from '../sources/rowsBack';
import { takeOrders } from '../sources/takeOrders';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Takes a prepared import into the workspace: members it brings are matched by folded name or alias at their level, new
 * ones get the next codes, parents that are new fill the workspace's own hierarchy (a plan's copy is not touched), and
 * its order lines become segments. Rows that an earlier import brought are not taken twice. One entry, one undo.
 */
export function importOrders(
  document: PlanDocument,
  command: Of<'orders/import'>,
  context: CommandContext,
): Result<Outcome> {
  const batch = context.batchOf(command.draft);
  if (!batch) return fail(issue('import/nothingKept'));
  const intake = createMemberIntake(document);
  const { records, orders, merged } = takeOrders(document, intake, { orders: { batch, rule: 'onlyNew' }, context });
  if (records.length === 0) return fail(issue('import/nothingKept'));
  records.unshift(...intake.records());
  const after = batch.report.kept - merged.left.rows;
  return ok({ change: { records, cells: [] }, edits: [], orders, effect: { ...noEffect, after } });
}

/**
 * Takes what one import brought out again, orders or facts. Rows that it put others in the place of come back, unless another
 * import says the same row; its members stay, as later imports and plans may use them.
 */
export function removeImport(
  document: PlanDocument,
  command: Of<'orders/removeImport'>,
  context: CommandContext,
): Result<Outcome> {
  const facts = document.records.sourceImport.get(command.import);
  const found = document.records.import.get(command.import);
  if (!found && !facts) return fail(issue('import/unknown'));
  if (!found) return ok(recordsOnly(facts ? [removed('sourceImport', facts)] : []));
  const back = rowsBack(document, found, context);
  const records: RecordsDiff = [removed('import', found), ...back.records];
  return ok({ change: { records, cells: [] }, edits: [], orders: back.orders, effect: noEffect });
}
