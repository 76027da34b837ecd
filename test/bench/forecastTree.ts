import { createRandom } from '~/engine/numeric';
import type { ForecastRequest } from '~/plan/views/forecastRequest';
import { createComputePool } from '~/worker/computePool';
import { foretell } from '~/worker/foretell';
import type { Session } from '~/worker/session';
import type { ComputePool } from '~/worker/tasks';
import type { BenchRow } from './benchRow';

const SERIES = 10_000;
const MONTHS = 60;
/** As many workers as the product starts. */
const WORKERS = Math.max(2, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));

/**
 * Every node of a tree of 10,000 foretold in the product's own compute workers, as the tree of forecasts does: the time of it,
 * the longest the thread that hands them out is kept busy (the page's own thread has nothing to do), and how soon it ends when
 * somebody stops it.
 */
export async function runForecastTreeBench(): Promise<BenchRow[]> {
  const spawn = (): Worker =>
    new Worker(new URL('../../src/worker/computeEntry.ts', import.meta.url), { type: 'module' });
  const pool = createComputePool({ spawn, size: WORKERS });
  const requests = madeUpRequests();
  // Workers start once in the life of the app.
  await run(pool, requests.slice(0, 100));
  const whole = await run(pool, requests);
  const ended = await cancelled(pool, requests);
  const row = (id: string, figure: Pick<BenchRow, 'ms' | 'reference' | 'ratio' | 'must' | 'aim'>): BenchRow => ({
    id,
    ...figure,
    higherIsBetter: false,
  });
  return [
    row('forecast-10000-series', {
      ms: whole.ms,
      reference: `seconds, ${MONTHS} months each, ${WORKERS} of ${navigator.hardwareConcurrency} cores`,
      ratio: whole.ms / 1000,
      must: 90,
      aim: 30,
    }),
    row('forecast-10000-longest-block', {
      ms: whole.longest,
      reference: 'ms that the handing thread was busy at once',
      ratio: whole.longest,
      must: 50,
      aim: 20,
    }),
    row('forecast-10000-cancel', {
      ms: ended,
      reference: 'ms until it has stopped',
      ratio: ended,
      must: 500,
      aim: 150,
    }),
  ];
}

/** Level, trend and season of any size, some that start late, some with few sales. */
function madeUpRequests(): ForecastRequest[] {
  const random = createRandom(5);
  const firstMonth = (2022 - 1970) * 12;
  return Array.from({ length: SERIES }, (_, series) => {
    const level = 10_000 * 10 ** (3 * random());
    const growth = (random() - 0.4) / 60;
    const swing = random() * 0.5;
    const late = random() < 0.2 ? Math.floor(random() * 40) : 0;
    const rare = random() < 0.15;
    const history = Array.from({ length: MONTHS - late }, (_, m) => {
      if (rare && random() < 0.6) return 0;
      const season = 1 + swing * Math.sin(((m + late) * Math.PI) / 6);
      return Math.round(level * (1 + growth * m) * season * (0.8 + 0.4 * random()));
    });
    return {
      at: { customer: series + 1 },
      history,
      fromMonth: firstMonth + late,
      horizon: 13,
      running: null,
      asOf: 20_819,
      events: { promotions: [], leftOut: [], real: [] },
      festivals: true,
      analogue: null,
      seasonKin: null,
      liftKin: null,
    };
  });
}

const emptySession = (): Session => ({ document: { factsVersion: 0 }, forecasts: new Map() }) as unknown as Session;

async function run(pool: ComputePool, requests: ForecastRequest[]): Promise<{ ms: number; longest: number }> {
  const watch = watchBlocks();
  const started = performance.now();
  const control = { signal: { aborted: false }, onProgress: () => undefined };
  const made = await foretell(emptySession(), pool, { requests, control });
  const ms = performance.now() - started;
  if (!made.ok || made.value.length !== requests.length) throw new Error('not all series were foretold');
  return { ms, longest: watch.end() };
}

/** How long it takes until a run that is stopped half-way has answered. */
async function cancelled(pool: ComputePool, requests: ForecastRequest[]): Promise<number> {
  const signal = { aborted: false };
  const answer = foretell(emptySession(), pool, { requests, control: { signal, onProgress: () => undefined } });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const started = performance.now();
  signal.aborted = true;
  const made = await answer;
  if (made.ok) throw new Error('it was done before it could be stopped');
  return performance.now() - started;
}

/** The longest that this thread could answer nobody. */
function watchBlocks(): { end(): number } {
  let last = performance.now();
  let longest = 0;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const channel = new MessageChannel();
  let ended = false;
  channel.port1.onmessage = () => {
    look();
    if (!ended) setTimeout(() => channel.port2.postMessage(null), 4);
  };
  channel.port2.postMessage(null);
  return {
    end() {
      ended = true;
      look();
      return longest;
    },
  };
}
