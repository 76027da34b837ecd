import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import type { Page } from 'playwright';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { canonicalBytes } from '~/plan/canonical';
import type { PlanDocument } from '~/plan/document';
import { digestOfBytes } from '~/storage/digest';
import { databaseName, workspaceDatabase } from '~/storage/schema';
import { closeSession, openSession } from '~/worker/session';

/** A stored workspace as it lies in the browser, opened by the product's own reading of it, outside of the browser. */
export interface StoredPlan {
  /** Of the canonical bytes: equal for equal plans, whatever was done to come there. */
  digest: string;
  document: PlanDocument;
  plan: Plan;
  /** Of the working target in minor units at a row of the sheet, over some columns of it; null = nobody has spoken. */
  amount(row: string, ...columns: string[]): number | null;
  /** Every leaf value of the working target, by line and period. */
  leaves(): (number | null)[];
}

interface Dump {
  name: string;
  tables: Record<string, unknown[]>;
}

let readings = 0;

/** Everything of the only workspace as it lies on the disk of the browser; wait for the sign that says saved before. */
export async function readWorkspace(page: Page): Promise<{ digest: string; document: PlanDocument }> {
  const dump = await page.evaluate(dumpWorkspace);
  readings += 1;
  const namespace = `reading${readings}/`;
  const id = dump.name.slice(dump.name.lastIndexOf('v1/') + 3);
  const copy = workspaceDatabase(namespace, id);
  for (const [table, rows] of Object.entries(dump.tables)) {
    await copy.table(table).bulkPut(rows.map((row) => unpacked(row)));
  }
  copy.close();
  const lock = { held: true, release: () => undefined };
  const opened = await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  const { document } = opened.value;
  closeSession(opened.value);
  await Dexie.delete(databaseName(namespace, id));
  return { digest: digestOfBytes(canonicalBytes(document)), document };
}

/** The open plan as it lies on the disk of the browser. */
export async function readStore(page: Page): Promise<StoredPlan> {
  const { digest, document } = await readWorkspace(page);
  const plan = [...document.records.plan.values()].find(({ id: one }) => one === document.open?.id);
  const open = document.open;
  const column = open?.columns.get(columnKey(WORKING_TARGET));
  if (!plan || !open || !column) throw new RangeError('no plan is stored');

  return {
    digest,
    document,
    plan,
    amount(row, ...columns) {
      const inside = linesUnder(document, plan, row);
      let [sum, spoken] = [0, false];
      for (const period of columns.flatMap((one) => periodsOf(plan, one))) {
        for (let at = 0; at < open.lines.count; at += 1) {
          if (!inside(at) || (column.state[period][at] & 1) === 0) continue;
          sum += column.value[period][at];
          spoken = true;
        }
      }
      return spoken ? sum : null;
    },
    leaves: () =>
      column.value.flatMap((values, period) =>
        Array.from({ length: open.lines.count }, (_, line) => {
          const at = open.lines.positionOf[line];
          return (column.state[period][at] & 1) === 0 ? null : values[at];
        }),
      ),
  };
}

/** Which lines, by position, lie under a row such as `region:1/seller:2`. */
function linesUnder(document: PlanDocument, plan: Plan, row: string): (at: number) => boolean {
  const open = document.open;
  if (!open) throw new RangeError('no plan is stored');
  const wanted = row === 'all' ? [] : row.split('/').map((part) => part.split(':'));
  const tests = wanted.map(([level, code]) => {
    const chain = [...document.records.hierarchy.values()].find(
      (one) => one.plan === plan.id && one.levels.includes(level) && open.lines.dimensions.includes(one.dimension),
    );
    const dimension = chain?.dimension ?? level;
    const codes = open.lines.codes[open.lines.dimensions.indexOf(dimension)];
    if (!codes) throw new RangeError(`no line has a ${level}`);
    const isUnder = (leaf: number): boolean => {
      for (let at = leaf, steps = 0; steps < 9; steps += 1) {
        if (at === Number(code)) return true;
        if (!chain || at === 0) return false;
        at = chain.parent[at];
      }
      return false;
    };
    return (at: number) => isUnder(codes[at]);
  });
  return (at) => tests.every((test) => test(at));
}

/** Indices of the leaf periods of a column such as `m:2026-05` or `q:2026-Q2`. */
function periodsOf(plan: Plan, column: string): number[] {
  const [kind, id] = [column.slice(0, 1), column.slice(2)];
  const all = plan.periods.map((_, at) => at);
  if (kind === 'y') return all;
  if (kind === 'm') return all.filter((at) => plan.periods[at].id === id);
  const quarter = Number(id.slice(-1)) - 1;
  return all.slice(quarter * 3, quarter * 3 + 3);
}

/** Runs in the page: every row of the only workspace; typed arrays as words that JSON can carry. */
async function dumpWorkspace(): Promise<Dump> {
  const packed = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      let text = '';
      for (let at = 0; at < bytes.length; at += 32_768) {
        text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      }
      return { $array: value.constructor.name, bytes: btoa(text) };
    }
    if (Array.isArray(value)) return value.map(packed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, packed(inner)]));
  };
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const name = (await indexedDB.databases()).find((one) => one.name?.includes('v1/'))?.name;
  if (!name) throw new RangeError('no workspace is stored');
  const database = await asked(indexedDB.open(name));
  const stores = [...database.objectStoreNames];
  // One transaction: what is read is one state.
  const reading = database.transaction(stores);
  const tables = await Promise.all(
    stores.map(async (store) => [store, packed(await asked(reading.objectStore(store).getAll()))] as const),
  );
  database.close();
  return { name, tables: Object.fromEntries(tables) as Record<string, unknown[]> };
}

const ARRAYS = { Float64Array, Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array };

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  if ('$array' in value && 'bytes' in value) {
    const bytes = Uint8Array.from(Buffer.from(String(value.bytes), 'base64'));
    const Kind = ARRAYS[value.$array as keyof typeof ARRAYS];
    return new Kind(bytes.buffer);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpacked(inner)]));
}
