import { Dexie, type Table } from 'dexie';
import { type Header, MIN_READER, SCHEMA } from '~/domain/journal';
import type { OrderSegment } from '~/domain/order';
import { createSample } from '~/plan/sample/createSample';
import { commit, emptyWrite } from '~/storage/commit';
import { workspaceDatabase } from '~/storage/schema';
import type { BenchRow } from './benchRow';

const ROWS = 50_000;
/** Rounds of one record per line; before each of them, rounds of segments: both meet the same disk and the same load. */
const PLAIN_ROUNDS = 3;
const ROUNDS = 5;

/** Storing 50,000 order lines as one segment, durably, against one record per line in the same kind of database. */
export async function runStorageBench(): Promise<BenchRow[]> {
  const segment = orderLines();
  const segments: number[] = [];
  const records: number[] = [];
  for (let round = 0; round < PLAIN_ROUNDS; round++) {
    segments.push(...(await storeSegments(segment, round)));
    records.push(await storeRecords(segment, round));
  }
  const [ours, plain] = [median(segments), median(records)];
  return [
    {
      id: 'store-50k-lines-vs-records',
      ms: ours,
      reference: `one record per line, bulk put, strict: ${Math.round(plain)} ms`,
      ratio: plain / ours,
      must: 100,
      aim: 200,
      higherIsBetter: true,
    },
  ];
}

function orderLines(): OrderSegment {
  const [{ day, codes, amount, quantity, order, row }] = createSample({ language: 'en', seed: 1, scale: 10 }).batch
    .segments;
  return {
    count: ROWS,
    day: day.slice(0, ROWS),
    codes: Object.fromEntries(Object.entries(codes).map(([id, column]) => [id, column.slice(0, ROWS)])),
    amount: amount.slice(0, ROWS),
    quantity: quantity?.slice(0, ROWS) ?? null,
    order: order.slice(0, ROWS),
    row: row.slice(0, ROWS),
  };
}

async function storeSegments(segment: OrderSegment, series: number): Promise<number[]> {
  const database = workspaceDatabase('bench-', `segments-${series}`);
  const times: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    // Only the revision is compared; the rest of the header has nothing to say here.
    const header = { schema: SCHEMA, minReader: MIN_READER, revision: round + 2 } as Header;
    const start = performance.now();
    const done = await commit(database, {
      ...emptyWrite(round + 1, header),
      orders: [{ ...segment, id: `orders/${round}` }],
    });
    // The first one opens the database.
    if (round >= 0) times.push(performance.now() - start);
    if (!done.ok) throw new Error(JSON.stringify(done.issues));
  }
  await database.delete();
  return times;
}

async function storeRecords(segment: OrderSegment, series: number): Promise<number> {
  const records = Array.from({ length: segment.count }, (_, i) => ({
    id: i,
    day: segment.day[i],
    amount: segment.amount[i],
    quantity: segment.quantity?.[i] ?? null,
    order: segment.order[i],
    row: segment.row[i],
    ...Object.fromEntries(Object.entries(segment.codes).map(([dimension, column]) => [dimension, column[i]])),
  }));
  const database = new Dexie(`bench-records-${series}`, { chromeTransactionDurability: 'strict' }) as Dexie & {
    rows: Table<(typeof records)[number], number>;
  };
  database.version(1).stores({ rows: 'id' });
  await database.open();
  const start = performance.now();
  await database.rows.bulkPut(records);
  const ms = performance.now() - start;
  await database.delete();
  return ms;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
