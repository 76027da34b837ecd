import type { RecordChange, RecordsDiff } from '~/domain/change';
import type { FactSegment } from '~/domain/fact';
import { issue } from '~/domain/issue';
import { type Entry, type Header, SCHEMA, type Step } from '~/domain/journal';
import type { OrderSegment } from '~/domain/order';
import { fail, ok, type Result } from '~/domain/result';
import type { LineSegment, Manifest, ValueSegment } from '~/domain/segment';
import { issueOf } from './failure';
import { unpackFacts } from './packFacts';
import { unpackOrders } from './packOrders';
import { COUNTED_TABLES, factsChecksum, linesChecksum, ordersChecksum, type RowCounts, segmentChecksum } from './rows';
import { PLAIN_RECORD_TYPES, type WorkspaceDatabase } from './schema';

export interface StoredWorkspace {
  header: Header;
  /** All records as additions. */
  records: RecordsDiff;
  steps: Step[];
}

/**
 * Header, records and undo list of a workspace, as of one moment; null where nothing was ever written. A newer schema is
 * refused. A store that lost rows opens without an error, so the header says how many there must be: where they are not,
 * 'storage/corrupt' names the table.
 */
export async function loadWorkspace(database: WorkspaceDatabase): Promise<Result<StoredWorkspace | null>> {
  try {
    return await database.transaction('r', database.tables, async () => {
      const stored = await database.header.get('header');
      const entries = await database.journal.count();
      if (!stored) return entries > 0 ? fail(issue('storage/corrupt', { what: 'header' })) : ok(null);
      if (stored.minReader > SCHEMA) return fail(issue('storage/newerSchema', { schema: stored.schema }));
      const { key: _key, rows, ...header } = stored;
      const records = await loadRecords(database);
      const steps = await database.steps.orderBy('seq').toArray();
      const counts = { entries, steps: steps.length, records: records.length };
      const broken = (await lossOf(database, rows)) ?? damageOf(header, steps, counts);
      return broken ? fail(issue('storage/corrupt', { what: broken })) : ok({ header, records, steps });
    });
  } catch (error) {
    return fail(issueOf(error));
  }
}

async function loadRecords(database: WorkspaceDatabase): Promise<RecordsDiff> {
  const records: RecordChange[] = [];
  for (const type of PLAIN_RECORD_TYPES) {
    for (const record of await database.recordTables[type].toArray()) {
      records.push({ type, id: record.id, from: null, to: record } as RecordChange);
    }
  }
  for (const block of await database.memberBlocks.toArray()) {
    for (const member of block.members) records.push({ type: 'member', id: member.id, from: null, to: member });
  }
  return records;
}

async function lossOf(database: WorkspaceDatabase, rows: Partial<RowCounts>): Promise<string | null> {
  // Headers of earlier releases do not name the tables that came later.
  for (const table of COUNTED_TABLES) if ((await database[table].count()) !== (rows[table] ?? 0)) return table;
  return null;
}

function damageOf(
  header: Header,
  steps: Step[],
  found: { entries: number; steps: number; records: number },
): string | null {
  const { entries, records } = header.counts;
  if (found.entries !== entries || found.steps !== entries || (steps.at(-1)?.seq ?? 0) !== entries) return 'journal';
  return found.records === records ? null : 'records';
}

export interface StoredPlan {
  lines: LineSegment[];
  manifests: Manifest[];
  segments: Map<string, ValueSegment>;
}

/** Lines, manifests and segments of one generation of a plan. What is missing or changed gives 'storage/corrupt'. */
export async function loadPlan(
  database: WorkspaceDatabase,
  plan: string,
  generation: number,
): Promise<Result<StoredPlan>> {
  try {
    return await database.transaction('r', [database.lines, database.manifests, database.segments], async () => {
      const range = [
        [plan, generation],
        [plan, generation, []],
      ] as const;
      const lines = await database.lines
        .where('[plan+generation+group+no]')
        .between(...range)
        .toArray();
      const manifests = await database.manifests
        .where('[plan+generation+group+column+period]')
        .between(...range)
        .toArray();
      if (!lines.every((segment) => linesChecksum(segment) === segment.checksum)) {
        return fail(issue('storage/corrupt', { what: 'lines' }));
      }
      const ids = new Set<string>();
      for (const manifest of manifests) for (const id of manifest.segments) if (id !== null) ids.add(id);
      const segments = await loadSegments(database, [...ids]);
      return segments.ok ? ok({ lines, manifests, segments: segments.value }) : segments;
    });
  } catch (error) {
    return fail(issueOf(error));
  }
}

/** The named segments, each checked against its checksum. */
export async function loadSegments(
  database: WorkspaceDatabase,
  ids: string[],
): Promise<Result<Map<string, ValueSegment>>> {
  try {
    const found = new Map<string, ValueSegment>();
    const rows = await database.segments.bulkGet(ids);
    for (let i = 0; i < ids.length; i += 1) {
      const row = rows[i];
      if (!row || segmentChecksum(row) !== row.checksum) {
        return fail(issue('storage/corrupt', { what: 'segments' }));
      }
      found.set(row.id, row);
    }
    return ok(found);
  } catch (error) {
    return fail(issueOf(error));
  }
}

/** Order segments by id, in the order asked for. */
export async function loadOrders(database: WorkspaceDatabase, ids: string[]): Promise<Result<OrderSegment[]>> {
  try {
    const rows = await database.orders.bulkGet(ids);
    const segments: OrderSegment[] = [];
    for (const row of rows) {
      if (!row || ordersChecksum(row) !== row.checksum) return fail(issue('storage/corrupt', { what: 'orders' }));
      segments.push(unpackOrders(row));
    }
    return ok(segments);
  } catch (error) {
    return fail(issueOf(error));
  }
}

/** Fact segments by id, in the order asked for. */
export async function loadFactSegments(database: WorkspaceDatabase, ids: string[]): Promise<Result<FactSegment[]>> {
  try {
    const rows = await database.factSegments.bulkGet(ids);
    const segments: FactSegment[] = [];
    for (const row of rows) {
      if (!row || factsChecksum(row) !== row.checksum) return fail(issue('storage/corrupt', { what: 'facts' }));
      segments.push(unpackFacts(row));
    }
    return ok(segments);
  } catch (error) {
    return fail(issueOf(error));
  }
}

/** Full entries with seq in (after, …], oldest first: what opening replays by their new values. */
export async function loadEntries(database: WorkspaceDatabase, after: number): Promise<Result<Entry[]>> {
  try {
    return ok(await database.journal.where('seq').above(after).sortBy('seq'));
  } catch (error) {
    return fail(issueOf(error));
  }
}

/** One entry with its deltas, for undo and redo. */
export async function loadEntry(database: WorkspaceDatabase, seq: number): Promise<Result<Entry>> {
  try {
    const entry = await database.journal.get(seq);
    return entry ? ok(entry) : fail(issue('storage/corrupt', { what: 'journal' }));
  } catch (error) {
    return fail(issueOf(error));
  }
}
