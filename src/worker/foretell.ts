import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { SeriesForecast } from '~/engine/forecast/index';
import { nodeSeries } from '~/plan/forecast/foretellNode';
import type { ForecastRequest } from '~/plan/views/forecastRequest';
import { FORECAST_OPTIONS, forecastKey } from './forecastKey';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

/** Series that one worker takes at a time: short enough to tell progress, long enough to be worth the way. */
const CHUNK = 50;

/** Chunks that are on their way at once: two for each of the most workers there are. */
const LANES = 8;

/** Series on their way, by key: who asks for one of them meanwhile waits for it instead of having it made twice. */
const underway = new WeakMap<Session, Map<string, Promise<unknown>>>();

/** The orders that kept forecasts were made from: those of other orders are never asked for again. */
const keptOf = new WeakMap<Session, number>();

/**
 * The forecasts of many nodes, in the order asked: those known already as they were kept, the others made in the pool in
 * chunks over all its workers. What another caller has begun is waited for; had it been cancelled, it is made here.
 */
export async function foretell(
  open: Session,
  pool: ComputePool,
  { requests, control }: { requests: readonly ForecastRequest[]; control: TaskControl },
): Promise<Result<SeriesForecast[]>> {
  const begun = underway.get(open) ?? new Map<string, Promise<unknown>>();
  underway.set(open, begun);
  const { factsVersion } = open.document;
  if (keptOf.get(open) !== factsVersion) open.forecasts.clear();
  keptOf.set(open, factsVersion);
  const keys = requests.map((request) => forecastKey(open.document, request));
  const wanted = new Map(requests.map((request, i) => [keys[i], request]));
  const found = new Map<string, SeriesForecast>();
  const total = wanted.size;
  for (;;) {
    for (const key of wanted.keys()) {
      const known = open.forecasts.get(key);
      if (!known) continue;
      found.set(key, known);
      wanted.delete(key);
    }
    if (wanted.size === 0) return ok(keys.flatMap((key) => found.get(key) ?? []));
    if (control.signal.aborted) return fail(issue('worker/cancelled'));
    const mine = [...wanted].filter(([key]) => !begun.has(key));
    const others = [...wanted.keys()].flatMap((key) => begun.get(key) ?? []);
    const told = (done: number): void => control.onProgress(found.size + done, total);
    const made = await makeAll(open, pool, { wanted: mine, begun, control, told });
    if (!made.ok) return made;
    for (const [key, forecast] of made.value) {
      found.set(key, forecast);
      wanted.delete(key);
    }
    await stopped(Promise.allSettled(others), control);
  }
}

interface Making {
  wanted: [key: string, request: ForecastRequest][];
  begun: Map<string, Promise<unknown>>;
  control: TaskControl;
  told: (done: number) => void;
}

async function makeAll(
  open: Session,
  pool: ComputePool,
  { wanted, begun, control, told }: Making,
): Promise<Result<[string, SeriesForecast][]>> {
  const quiet: TaskControl = { signal: control.signal, onProgress: () => undefined };
  let done = 0;
  const make = async (chunk: Making['wanted']): Promise<Result<[string, SeriesForecast][]>> => {
    const series = chunk.map(([, request]) => nodeSeries(request));
    const made = await pool.run('forecasts', { series, options: FORECAST_OPTIONS }, quiet);
    if (!made.ok) return made;
    done += chunk.length;
    told(done);
    return ok(chunk.map(([key], i) => [key, made.value[i]]));
  };
  const chunks: Making['wanted'][] = [];
  for (let i = 0; i < wanted.length; i += CHUNK) chunks.push(wanted.slice(i, i + CHUNK));
  const version = open.document.factsVersion;
  // Said of all before the first is begun, so that nobody else begins them.
  const ends = chunks.map((chunk) => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    for (const [key] of chunk) begun.set(key, ended);
    return end;
  });
  const results: Result<[string, SeriesForecast][]>[] = [];
  const runOne = async (i: number): Promise<void> => {
    try {
      results[i] = await make(chunks[i]);
      const made = results[i];
      // Orders that changed meanwhile are asked for by other keys: nothing stale is kept.
      if (made.ok && open.document.factsVersion === version)
        for (const [key, forecast] of made.value) open.forecasts.set(key, forecast);
    } finally {
      for (const [key] of chunks[i]) begun.delete(key);
      ends[i]();
    }
  };
  // A few at a time, more than there are workers: what waits costs neither memory nor a long breath at the start.
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < chunks.length) {
      next += 1;
      await runOne(next - 1);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const failed = results.find((result) => !result.ok);
  if (failed && !failed.ok) return failed;
  return ok(results.flatMap((result) => (result.ok ? result.value : [])));
}

const POLL = 50;

/** Waits for something of another caller, but no longer than this one wants to. */
async function stopped(wait: Promise<unknown>, { signal }: TaskControl): Promise<void> {
  let watch: ReturnType<typeof setInterval> | undefined;
  const ended = new Promise<void>((resolve) => {
    watch = setInterval(() => {
      if (signal.aborted) resolve();
    }, POLL);
  });
  await Promise.race([wait, ended]);
  clearInterval(watch);
}
