import type { At } from '~/domain/cell';
import type { Plan } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import type { PlanDocument } from '~/plan/document';
import { type NodeSeries, nodeSeries } from '~/plan/forecast/foretellNode';
import type { NodeTrial } from '~/plan/forecast/studyNode';
import { outlookScene } from '~/plan/outlooks/outlookScene';
import { type ForecastRequest, forecastRequest } from '~/plan/views/forecastRequest';
import { FORECAST_OPTIONS, forecastKey } from './forecastKey';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

/** The histories of many nodes, orders read once; null where a node has none. */
export function requestsOf(document: PlanDocument, plan: Plan, ats: readonly At[]): (ForecastRequest | null)[] {
  const { table } = outlookScene(document, plan, ats);
  return ats.map((at) => {
    const request = forecastRequest(document, plan, { at, table });
    return request.ok ? request.value : null;
  });
}

/** Series that one worker takes at a time. */
const CHUNK = 20;

/** Trials of many nodes in the pool, a chunk per worker, kept per session until orders or what people said change. */
export async function trialsOf(
  open: Session,
  pool: ComputePool,
  { requests, of, control }: { requests: readonly ForecastRequest[]; of: 'cases' | 'outliers'; control: TaskControl },
): Promise<Result<NodeTrial[]>> {
  const version = open.document.factsVersion;
  const known = kept.get(open);
  const mine = known?.version === version ? known : { version, trials: new Map<string, NodeTrial>() };
  if (mine !== known) kept.set(open, mine);
  const keys = requests.map((request) => `${of}|${forecastKey(open.document, request)}`);
  const missing = requests.flatMap((request, i) =>
    mine.trials.has(keys[i]) ? [] : [{ key: keys[i], series: nodeSeries(request) }],
  );
  const chunks: { key: string; series: NodeSeries }[][] = [];
  for (let i = 0; i < missing.length; i += CHUNK) chunks.push(missing.slice(i, i + CHUNK));
  const quiet: TaskControl = { signal: control.signal, onProgress: () => undefined };
  let done = requests.length - missing.length;
  const results = await Promise.all(
    chunks.map(async (chunk): Promise<Result<null>> => {
      const series = chunk.map((one) => one.series);
      const made = await pool.run('studies', { series, options: FORECAST_OPTIONS, of }, quiet);
      if (!made.ok) return made;
      chunk.forEach(({ key }, i) => {
        mine.trials.set(key, made.value[i]);
      });
      done += chunk.length;
      control.onProgress(done, requests.length);
      return ok(null);
    }),
  );
  const failed = results.find((result) => !result.ok);
  if (failed && !failed.ok) return failed;
  return ok(keys.map((key) => mine.trials.get(key) ?? { cases: [], outliers: [] }));
}

const kept = new WeakMap<Session, { version: number; trials: Map<string, NodeTrial> }>();
