import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { foldKey, type Hierarchy, type Member, memberId } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { BatchDimension, BatchMember, OrderBatch, OrderSegment } from '~/domain/order';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { hierarchyOf, levelKey } from '../members';
import { added, removed, updated } from '../records';

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
  const fresh = withoutKnownRows(document, batch);
  if (fresh.report.kept === 0) return fail(issue('import/nothingKept'));
  const records: RecordsDiff = [];
  const codes = new Map<string, Uint32Array>();
  for (const dimension of fresh.dimensions) codes.set(dimension.dimension, takeMembers(document, dimension, records));
  const orders = fresh.segments.map((segment, no) => ({
    id: newId('o', context, no + 1),
    segment: recode(segment, codes),
  }));
  const { rows: _rows, ...report } = fresh.report;
  records.push(
    added('import', {
      id: newId('i', context),
      name: fresh.name,
      importedAt: context.now,
      coverage: fresh.coverage,
      segments: orders.map((order) => order.id),
      report,
      dimensions: fresh.dimensions.map((dimension) => dimension.dimension),
    }),
  );
  return ok({
    change: { records, cells: [] },
    edits: [],
    orders,
    effect: { ...noEffect, leaves: 0, after: report.kept },
  });
}

/** Takes the facts of one import out again; its members stay, as later imports and plans may use them. */
export function removeImport(document: PlanDocument, command: Of<'orders/removeImport'>): Result<Outcome> {
  const found = document.records.import.get(command.import);
  if (!found) return fail(issue('member/unknown'));
  return ok({ change: { records: [removed('import', found)], cells: [] }, edits: [], effect: noEffect });
}

/** The batch without rows that are in the workspace already (same order number and line, or same values): counted, not lost. */
export function withoutKnownRows(document: PlanDocument, batch: OrderBatch): OrderBatch {
  const known = new Set<number>();
  for (const imported of document.records.import.values()) {
    for (const id of imported.segments) {
      const segment = document.orders.get(id);
      if (segment) for (let i = 0; i < segment.count; i += 1) known.add(segment.row[i]);
    }
  }
  if (known.size === 0) return batch;
  let there = 0;
  let amount = batch.report.amount;
  const segments: OrderSegment[] = [];
  for (const segment of batch.segments) {
    const keep: number[] = [];
    for (let i = 0; i < segment.count; i += 1) {
      if (known.has(segment.row[i])) amount -= segment.amount[i];
      else keep.push(i);
    }
    there += segment.count - keep.length;
    if (keep.length === segment.count) segments.push(segment);
    else if (keep.length > 0) segments.push(pick(segment, keep));
  }
  if (there === 0) return batch;
  const { report } = batch;
  return {
    ...batch,
    segments,
    report: {
      ...report,
      kept: report.kept - there,
      reported: report.reported + there,
      amount,
      byReason: { ...report.byReason, 'import/alreadyThere': there },
    },
  };
}

function pick(segment: OrderSegment, keep: number[]): OrderSegment {
  const float = (from: Float64Array): Float64Array => Float64Array.from(keep, (i) => from[i]);
  return {
    count: keep.length,
    day: Int32Array.from(keep, (i) => segment.day[i]),
    codes: Object.fromEntries(
      Object.entries(segment.codes).map(([dimension, codes]) => [dimension, Uint32Array.from(keep, (i) => codes[i])]),
    ),
    amount: float(segment.amount),
    quantity: segment.quantity ? float(segment.quantity) : null,
    order: float(segment.order),
    row: float(segment.row),
  };
}

/** Matches or creates the members of one dimension; answers the workspace's code per entry of the batch. */
function takeMembers(document: PlanDocument, batch: BatchDimension, records: RecordsDiff): Uint32Array {
  const { dimension } = batch;
  const members = membersOf(document, dimension);
  const hierarchy = hierarchyOf(document.records, null, dimension);
  const codes = new Uint32Array(batch.members.length);
  const keys = new Map<string, number>();
  let next = members.next;
  for (let i = 1; i < batch.members.length; i += 1) {
    const entry = batch.members[i];
    const key = foldKey(entry.name);
    const full = levelKey(entry.level, key);
    const known = members.byKey.get(full) ?? keys.get(full);
    if (known !== undefined) {
      codes[i] = known;
      const old = members.byCode[known];
      const now = old && withNews(old, entry);
      if (old && now && now !== old) records.push(updated('member', old, now));
      continue;
    }
    codes[i] = next;
    keys.set(full, next);
    records.push(
      added('member', {
        id: memberId(dimension, next),
        dimension,
        code: next,
        key,
        name: entry.name,
        aliases: entry.aliases ?? [],
        level: entry.level,
        attributes: entry.attributes ?? {},
      }),
    );
    next += 1;
  }
  const parent = new Uint32Array(next);
  if (hierarchy) parent.set(hierarchy.parent.subarray(0, next));
  let moved = !hierarchy;
  for (let i = 1; i < batch.members.length; i += 1) {
    const above = codes[batch.members[i].parent];
    if (above !== 0 && parent[codes[i]] === 0 && above !== codes[i]) {
      parent[codes[i]] = above;
      moved = true;
    }
  }
  if (moved || next !== members.next) {
    const levels = hierarchy ? mergedLevels(hierarchy.levels, batch.levels) : batch.levels;
    const now: Hierarchy = { id: hierarchy?.id ?? `workspace:${dimension}`, plan: null, dimension, levels, parent };
    records.push(hierarchy ? updated('hierarchy', hierarchy, now) : added('hierarchy', now));
  }
  return codes;
}

/** A known member with what an import adds to it; the same object where that is nothing. */
function withNews(member: Member, entry: BatchMember): Member {
  const attributes = { ...member.attributes, ...entry.attributes };
  const aliases = [...new Set([...member.aliases, ...(entry.aliases ?? [])])];
  const same = Object.entries(attributes).every(([name, value]) => member.attributes[name] === value);
  return same && aliases.length === member.aliases.length ? member : { ...member, attributes, aliases };
}

const mergedLevels = (old: string[], fresh: string[]): string[] =>
  fresh.every((level) => old.includes(level)) ? old : [...fresh.filter((level) => !old.includes(level)), ...old];

function recode(segment: OrderSegment, codes: Map<string, Uint32Array>): OrderSegment {
  const columns = Object.entries(segment.codes).map(([dimension, column]) => {
    const to = codes.get(dimension);
    return [dimension, to ? column.map((code) => to[code]) : column] as const;
  });
  return { ...segment, codes: Object.fromEntries(columns) };
}
