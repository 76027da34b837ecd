import { proxy } from 'comlink';
import { WORKING_TARGET } from '~/domain/plan';
import type { Result } from '~/domain/result';
import { createLink, type Link } from '~/worker/link';
import type { PlanHostApi } from '~/worker/protocol';
import type { BenchRow } from './benchRow';
import { countMarks, orderFile } from './importCsv';
import { naiveMs } from './naive';

const PERIODS = 12;
const ROUNDS = 21;
/** Settings name members; their cross product are 83,664 lines × 12 months. */
const MEMBERS = { region: 12, product: 84, seller: 83 };
const MINUTES = 600_000;

/** The product's own worker, asked as the page asks it: an edit at 1,000,000 leaf values, and a whole import. */
export async function runHostBench(): Promise<BenchRow[]> {
  const spawn = (): Worker => new Worker(new URL('../../src/worker/entry.ts', import.meta.url), { type: 'module' });
  const link = createLink<PlanHostApi>({ spawn });
  await link.call((host) => host.start(proxy(() => undefined)));
  const rows = [await editRow(link), await importRow(link)];
  link.end();
  return rows;
}

async function editRow(link: Link<PlanHostApi>): Promise<BenchRow> {
  const made = await ask(link, (host) => host.createWorkspace({ name: 'bench', currency: 'CNY' }));
  const members = Object.fromEntries(
    Object.entries(MEMBERS).map(([id, count]) => [id, Array.from({ length: count }, (_, i) => `${id} ${i + 1}`)]),
  );
  const created = await ask(link, (host) =>
    host.dispatch(
      {
        name: 'plan/create',
        settings: {
          name: 'bench',
          currency: 'CNY',
          calendar: { kind: 'months', startMonth: 1, nameBy: 'start' },
          fiscalYear: 2027,
          dimensions: Object.keys(MEMBERS),
          keyCustomers: null,
          base: 'none',
          target: 400_000_000_000,
          members,
          names: { pooledCustomers: 'others', defaultMember: 'all' },
        },
      },
      null,
    ),
  );
  const { plan } = created.status;
  const dimensions = Object.keys(MEMBERS);
  const sheet = await ask(link, (host) => host.openSheet({ dimensions, column: WORKING_TARGET, open: null }));
  const cell = { column: WORKING_TARGET, at: {}, periods: plan?.periods.map((period) => period.id) ?? [] };
  const window = { sheet: sheet.sheet, first: 0, count: 60 };
  const times: number[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const amount = Math.round(400_000_000_000 * (1 + 0.07 * Math.sin(round + 4)));
    const start = performance.now();
    const patch = await ask(link, (host) => host.dispatch({ name: 'targets/setCell', cell, amount }, window));
    if (round >= 0) times.push(performance.now() - start);
    if (patch.block?.footer.allocated !== amount) throw new Error(`${patch.block?.footer.allocated} for ${amount}`);
    // What is written meanwhile is not what is measured here.
    await link.call((host) => host.settle(), MINUTES);
  }
  await ask(link, (host) => host.deleteWorkspace(made.workspace?.id ?? ''));
  const naive = naiveMs();
  const ms = Math.min(...times);
  const reference = `naive spread ${naive.toFixed(2)} ms; median ${median(times).toFixed(0)} ms; leaf values ${(83_664 * PERIODS).toLocaleString('en')}, 60 rows`;
  return { id: 'edit-roundtrip-1m', ms, reference, ratio: ms / naive, must: 20, aim: 10, higherIsBetter: false };
}

async function importRow(link: Link<PlanHostApi>, lines = 1_000_000): Promise<BenchRow> {
  const chunks = orderFile(lines);
  const counting: number[] = [];
  for (let round = 0; round < 15; round++) counting.push(timeOf(() => countMarks(chunks)));
  const file = new File(chunks as BlobPart[], 'orders.csv');
  await ask(link, (host) => host.createWorkspace({ name: 'bench', currency: 'CNY' }));
  const opened = await ask(link, (host) => host.openPack([file], 'bench'));
  const { choices, orders } = opened;
  const start = performance.now();
  const preview = await ask(link, (host) => host.previewPack(opened.draft, { choices, orders }, 'p'));
  const read = performance.now();
  await ask(link, (host) => host.dispatch({ name: 'sources/import', draft: opened.draft }, null));
  const taken = performance.now();
  const settled = await link.call((host) => host.settle(), MINUTES);
  const ms = performance.now() - start;
  if (preview.orders?.report.kept !== lines || settled.save !== 'saved') throw new Error(JSON.stringify(settled));
  await ask(link, (host) => host.deleteWorkspace(settled.workspace?.id ?? ''));
  const parts = [read - start, taken - read, ms - (taken - start)].map((part) => Math.round(part)).join(' + ');
  return {
    id: 'import-1m-whole',
    ms,
    reference: `counting marks ${median(counting).toFixed(1)} ms; ms to read + take in + make durable: ${parts}`,
    ratio: ms / median(counting),
    must: 60,
    aim: 25,
    higherIsBetter: false,
  };
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function ask<T>(link: Link<PlanHostApi>, run: (host: PlanHostApi) => Promise<Result<T>>): Promise<T> {
  const result = await link.call((remote) => run(remote as unknown as PlanHostApi), MINUTES);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
