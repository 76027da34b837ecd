import type { RecordsDiff } from '~/domain/change';
import type { FactSegment } from '~/domain/fact';
import { issue } from '~/domain/issue';
import { type Entry, type Header, SCHEMA } from '~/domain/journal';
import type { OrderSegment } from '~/domain/order';
import { fail, ok, type Result } from '~/domain/result';
import type { LineSegment, Manifest, ValueSegment } from '~/domain/segment';
import { issueOf, Refusal } from './failure';
import { packFacts } from './packFacts';
import { packOrders } from './packOrders';
import {
  COUNTED_TABLES,
  linesChecksum,
  MEMBERS_PER_BLOCK,
  type MemberBlock,
  type RowCounts,
  segmentChecksum,
} from './rows';
import type { PlainRecordType, WorkspaceDatabase } from './schema';

/** Everything one transaction writes. The header goes in with it or not at all. */
export interface Write {
  /** The revision this write was computed on; another one in the database means that someone else wrote. */
  expect: number;
  header: Header;
  entries: Entry[];
  records: RecordsDiff;
  segments: ValueSegment[];
  manifests: Manifest[];
  lines: LineSegment[];
  orders: (OrderSegment & { id: string })[];
  facts: (FactSegment & { id: string })[];
  /** Segments that no manifest and no kept entry names any more. */
  drop: string[];
}

export const emptyWrite = (expect: number, header: Header): Write => ({
  expect,
  header,
  entries: [],
  records: [],
  segments: [],
  manifests: [],
  lines: [],
  orders: [],
  facts: [],
  drop: [],
});

/**
 * Writes one change in one strict transaction: resolves only when it is durable. The header is compared first: another
 * revision gives 'storage/conflict', a newer schema 'storage/newerSchema', and nothing is written. A full disk gives
 * 'storage/quota' and leaves everything as it was.
 */
export async function commit(database: WorkspaceDatabase, write: Write): Promise<Result<null>> {
  const segments = write.segments.map((segment) => ({ ...segment, checksum: segmentChecksum(segment) }));
  const lines = write.lines.map((segment) => ({ ...segment, checksum: linesChecksum(segment) }));
  const orders = write.orders.map(packOrders);
  const facts = write.facts.map(packFacts);
  try {
    await database.transaction('rw', database.tables, async () => {
      const stored = await database.header.get('header');
      if (stored && (stored.schema > SCHEMA || stored.minReader > SCHEMA)) {
        throw new Refusal(issue('storage/newerSchema', { schema: stored.schema }));
      }
      // A browser that lost the store opens it empty: what is in memory must not be taken for a new beginning.
      if (!stored && write.expect > 0) throw new Refusal(issue('storage/corrupt', { what: 'header' }));
      const revision = stored?.revision ?? 0;
      if (revision !== write.expect) {
        throw new Refusal(issue('storage/conflict', { stored: revision, expected: write.expect }));
      }
      if (write.entries.length > 0) {
        await database.journal.bulkAdd(write.entries);
        await database.steps.bulkAdd(write.entries.map(stepOf));
      }
      await writeRecords(database, write.records);
      if (segments.length > 0) await database.segments.bulkPut(segments);
      if (write.manifests.length > 0) await database.manifests.bulkPut(write.manifests);
      if (lines.length > 0) await database.lines.bulkPut(lines);
      if (orders.length > 0) await database.orders.bulkPut(orders);
      if (facts.length > 0) await database.factSegments.bulkPut(facts);
      if (write.drop.length > 0) await database.segments.bulkDelete(write.drop);
      const rows = await countRows(database, write, stored?.rows ?? NO_ROWS);
      await database.header.put({ ...write.header, key: 'header', rows });
    });
    return ok(null);
  } catch (error) {
    return fail(issueOf(error));
  }
}

const NO_ROWS: RowCounts = { memberBlocks: 0, lines: 0, manifests: 0, segments: 0, orders: 0, factSegments: 0 };

/** Counts anew only the tables that this write touches. */
async function countRows(database: WorkspaceDatabase, write: Write, before: RowCounts): Promise<RowCounts> {
  const touched: Record<keyof RowCounts, boolean> = {
    memberBlocks: write.records.some((change) => change.type === 'member'),
    lines: write.lines.length > 0,
    manifests: write.manifests.length > 0,
    segments: write.segments.length + write.drop.length > 0,
    orders: write.orders.length > 0,
    factSegments: write.facts.length > 0,
  };
  // A header of the release before says nothing of facts: there were none.
  const rows = { ...NO_ROWS, ...before };
  for (const table of COUNTED_TABLES) if (touched[table]) rows[table] = await database[table].count();
  return rows;
}

const stepOf = ({ records: _r, cells: _c, previous: _p, digest: _d, ...step }: Entry) => step;

async function writeRecords(database: WorkspaceDatabase, diff: RecordsDiff): Promise<void> {
  const members = new Map<string, RecordsDiff>();
  for (const change of diff) {
    if (change.type === 'member') {
      const member = change.to ?? change.from;
      if (!member) continue;
      const key = `${Math.floor(member.code / MEMBERS_PER_BLOCK)}/${member.dimension}`;
      const list = members.get(key);
      if (list) list.push(change);
      else members.set(key, [change]);
      continue;
    }
    const table = database.recordTables[change.type as PlainRecordType];
    if (change.to) await table.put(change.to as never);
    else await table.delete(change.id);
  }
  for (const [key, changes] of members) {
    const slash = key.indexOf('/');
    await writeMembers(database, key.slice(slash + 1), Number(key.slice(0, slash)), changes);
  }
}

async function writeMembers(
  database: WorkspaceDatabase,
  dimension: string,
  no: number,
  changes: RecordsDiff,
): Promise<void> {
  const block: MemberBlock = (await database.memberBlocks.get([dimension, no])) ?? { dimension, no, members: [] };
  const byCode = new Map(block.members.map((member) => [member.code, member]));
  for (const change of changes) {
    if (change.type !== 'member') continue;
    if (change.to) byCode.set(change.to.code, change.to);
    else if (change.from) byCode.delete(change.from.code);
  }
  await database.memberBlocks.put({ ...block, members: [...byCode.values()].sort((a, b) => a.code - b.code) });
}
