import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import type { PackBatch } from '~/domain/pack';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { planPack } from '../sources/planPack';
import { targetCells } from '../sources/targetCells';
import { setCells } from './block';
import { refusedBefore } from './guard';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Takes everything of a prepared pack in as one step: members, orders, facts, days off, targets of the open plan, and how the
 * columns were read. Undo takes all of it out again. A pack that says nothing new is refused, so that the same files again
 * leave no trace; targets that do not fit the open plan refuse the whole pack with their rows.
 */
export function importSources(
  document: PlanDocument,
  command: Of<'sources/import'>,
  context: CommandContext,
): Result<Outcome> {
  const pack = context.packOf?.(command.draft) ?? null;
  if (!pack) return fail(issue('import/nothingKept'));
  const targets = setTargets(document, pack, command.reason);
  if (!targets.ok) return targets;
  const moved = targets.value !== null && targets.value.effect.leaves + targets.value.effect.linesAdded > 0;
  const planned = planPack(document, pack, { ...context, targetsMoved: moved });
  if (planned.moves === 0) return fail(issue('import/nothingNew'));
  const { edits = [], linesAdded, change } = targets.value ?? {};
  const { held = 0, equalSpread = false, leaves = 0, linesAdded: lines = 0 } = targets.value?.effect ?? {};
  return ok({
    change: { records: [...planned.records, ...(change?.records ?? [])], cells: change?.cells ?? [] },
    edits,
    orders: planned.orders,
    facts: planned.facts,
    ...(linesAdded ? { linesAdded } : {}),
    effect: {
      ...noEffect,
      leaves,
      linesAdded: lines,
      held,
      equalSpread,
      after: rowsMoved(planned, pack),
      method: broughtBy(pack),
    },
  });
}

function setTargets(document: PlanDocument, pack: PackBatch, reason = ''): Result<Outcome | null> {
  const cells = targetCells(
    document,
    pack.tables.flatMap(({ targets = [] }) => targets),
  );
  if (!cells.ok) return cells;
  if (cells.value.length === 0) return ok(null);
  const command = { name: 'targets/setCells', origin: 'paste', cells: cells.value, reason } as const;
  const refused = refusedBefore(document, command);
  return refused ? fail(refused) : setCells(document, command);
}

const NAMED = 3;

/** What the history says of an import for good, undone or not: its files, tables and rows. */
function broughtBy({ orders, tables }: PackBatch): NonNullable<Outcome['effect']['method']> {
  const files = orders ? (orders.batch.files ?? [orders.batch.report]) : [];
  const names = [
    ...files.map((file) => ('name' in file ? file.name : file.source)),
    ...tables.map(({ table }) => table),
  ];
  const distinct = [...new Set(names)];
  const records = (orders?.batch.report.kept ?? 0) + tables.reduce((sum, { report }) => sum + report.kept, 0);
  return {
    files: distinct.slice(0, NAMED).join(' · ') + (distinct.length > NAMED ? ' · …' : ''),
    tables: distinct.length,
    records,
  };
}

/** Rows that are new or changed now: what the page says was imported. */
const rowsMoved = ({ tables, merged }: ReturnType<typeof planPack>, pack: PackBatch): number =>
  tables.reduce((sum, { merge }) => sum + merge.new + merge.changed, 0) +
  (merged ? merged.segments.reduce((sum, { count }) => sum + count, 0) : 0) +
  pack.tables.reduce((sum, { targets = [] }) => sum + targets.length, 0);
