import type { RecordsDiff } from '~/domain/change';
import type { DimensionId } from '~/domain/dimension';
import type { FactSegment } from '~/domain/fact';
import type { ImportProfile } from '~/domain/importProfile';
import type { PackBatch, TableBatch } from '~/domain/pack';
import { SOURCES } from '~/domain/sourceTable';
import { type CommandContext, newId } from '../context';
import type { PlanDocument } from '../document';
import { added, updated } from '../records';
import { cutFacts } from './factRows';
import { knownTo } from './knownTo';
import { createMemberIntake } from './memberIntake';
import type { Inside, PlannedPack, PlannedTable } from './plannedPack';
import { takeDays } from './takeDays';
import { takeFacts } from './takeFacts';
import { takeMembers } from './takeMembers';
import { takeNames } from './takeNames';
import { takeOrders } from './takeOrders';

/**
 * Works out what a prepared pack does to a workspace, for the dry run and the deed alike: members first, then orders, then
 * facts, so that a customer named in two files is one member. A table that says nothing new leaves no trace; one that does is
 * kept whole, so that taking out an older import later loses nothing of it.
 */
export function planPack(
  document: PlanDocument,
  pack: PackBatch,
  context: Pick<CommandContext, 'seq' | 'now'> & { targetsMoved?: boolean },
): PlannedPack {
  const intake = createMemberIntake(document);
  const plan: PlannedPack = { records: [], orders: [], facts: [], tables: [], merged: null, moves: 0 };
  const inPack: Inside = { document, intake, plan, context: context as CommandContext, lists: new Set() };
  for (const table of pack.tables) if (SOURCES[table.report.kind].stored === 'members') planMembers(inPack, table);
  if (pack.orders) planOrders(inPack, pack.orders);
  for (const { dimension } of pack.tables.flatMap(({ dimensions }) => dimensions)) {
    if (intake.has(dimension)) inPack.lists.add(dimension);
  }
  for (const table of pack.tables) {
    const { stored } = SOURCES[table.report.kind];
    if (stored === 'members') for (const batch of table.dimensions.slice(1)) takeNames(inPack, { table, batch });
    if (stored === 'facts') planFacts(inPack, table);
    if (stored === 'holidays') planDays(inPack, table);
    if (stored === 'targets' && context.targetsMoved) remember(inPack, table, { moves: 1, segments: [], left: [] });
  }
  plan.records.push(...intake.records());
  // Files with the same headers in one pack were read alike.
  const profiles = plan.moves > 0 ? new Map(pack.profiles.map((profile) => [profile.id, profile])) : new Map();
  for (const profile of profiles.values()) plan.records.push(rememberedProfile(document, profile, context));
  return plan;
}

function planMembers(inPack: Inside, table: TableBatch): void {
  const taken = takeMembers(inPack.document, inPack.intake, table);
  inPack.plan.tables.push({ table: table.table, kind: table.report.kind, ...taken });
  const { merge } = taken;
  remember(inPack, table, { moves: merge.new + merge.changed + merge.gone, segments: [], left: taken.left });
}

function planOrders({ document, intake, plan, context }: Inside, orders: NonNullable<PackBatch['orders']>): void {
  const taken = takeOrders(document, intake, { orders, context, pack: newId('k', context) });
  plan.records.push(...taken.records);
  plan.orders.push(...taken.orders);
  plan.merged = taken.merged;
  const { merge } = taken.merged;
  plan.moves += merge.new + merge.gone + (orders.rule === 'onlyNew' ? 0 : merge.changed);
}

function planFacts(inPack: Inside, table: TableBatch): void {
  const codes = new Map<DimensionId, Uint32Array>();
  const unmatched = table.dimensions.flatMap((batch) => {
    const taken = takeNames(inPack, { table, batch });
    codes.set(batch.dimension, taken.codes);
    return taken.unmatched;
  });
  const { segment, ...taken } = takeFacts(inPack.document, table, codes);
  inPack.plan.tables.push({ table: table.table, kind: table.report.kind, ...taken, unmatched });
  const { merge } = taken;
  const changed = table.rule === 'onlyNew' ? 0 : merge.changed;
  remember(inPack, table, { moves: merge.new + merge.gone + changed, segments: cutFacts(segment), left: taken.left });
}

function planDays(inPack: Inside, table: TableBatch): void {
  const { record, ...taken } = takeDays(inPack.document, table);
  if (record) inPack.plan.records.push(record);
  inPack.plan.tables.push({ table: table.table, kind: table.report.kind, ...taken });
  remember(inPack, table, { moves: taken.merge.new + taken.merge.changed, segments: [], left: [] });
}

/** The record of a table that brought something, or says that its source is complete to a later day. */
function remember(
  { document, plan, context }: Inside,
  table: TableBatch,
  taken: { moves: number; segments: FactSegment[]; left: PlannedTable['left'] },
): void {
  const { report } = table;
  const later = report.asOf !== null && report.asOf > (knownTo(document, report.kind) ?? Number.NEGATIVE_INFINITY);
  if (taken.moves === 0 && !later) return;
  plan.moves += Math.max(1, taken.moves);
  const no = plan.records.filter(({ type, from }) => type === 'sourceImport' && from === null).length + 1;
  const ids = taken.segments.map((segment) => {
    const id = newId('f', context, plan.facts.length + 1);
    plan.facts.push({ id, segment });
    return id;
  });
  const byReason = { ...report.byReason };
  for (const { code } of taken.left) byReason[code] = (byReason[code] ?? 0) + 1;
  const amount = taken.left.reduce((sum, row) => sum + row.amount, 0);
  plan.records.push(
    added('sourceImport', {
      ...report,
      id: newId('i', context, no),
      pack: newId('k', context),
      importedAt: context.now,
      segments: ids,
      kept: report.kept - taken.left.length,
      reported: report.reported + taken.left.length,
      byReason,
      amount: report.amount === null ? null : report.amount - amount,
    }),
  );
}

function rememberedProfile(
  document: PlanDocument,
  profile: Omit<ImportProfile, 'usedAt'>,
  { now }: Pick<CommandContext, 'now'>,
): RecordsDiff[number] {
  const old = document.records.importProfile.get(profile.id);
  const next: ImportProfile = { ...profile, usedAt: now };
  return old ? updated('importProfile', old, next) : added('importProfile', next);
}
