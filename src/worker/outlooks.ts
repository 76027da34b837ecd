import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import type { NodeOutlook } from '~/domain/outlook';
import { fail, ok, type Result } from '~/domain/result';
import { openedPlan } from '~/plan/document';
import { nodeOutlook, silentOutlook } from '~/plan/outlooks/nodeOutlook';
import { type ForecastRequest, forecastRequest } from '~/plan/views/forecastRequest';
import { FORECAST_OPTIONS, forecastKey } from './forecastKey';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

/** Series that one worker takes at a time: short enough to tell progress, long enough to be worth the way. */
const CHUNK = 50;

/**
 * What many nodes may come to in the year of the open plan, in the order asked. Series are foretold in the pool, several at
 * a time, and kept until orders change. A node without history is answered without a year, never left out.
 */
export async function outlooksOf(
  open: Session,
  pool: ComputePool,
  { ats, control }: { ats: readonly At[]; control: TaskControl },
): Promise<Result<NodeOutlook[]>> {
  const plan = openedPlan(open.document);
  if (!plan) return fail(issue('plan/notOpen'));
  const requests = ats.map((at) => forecastRequest(open.document, plan, { at }));
  const missing: ForecastRequest[] = [];
  for (const request of requests) {
    if (request.ok && !open.forecasts.has(forecastKey(open.document, request.value))) missing.push(request.value);
  }
  const made = await foretell(open, pool, { requests: missing, control });
  if (!made.ok) return made;
  return ok(
    requests.map((request, i) => {
      const result = request.ok ? open.forecasts.get(forecastKey(open.document, request.value)) : undefined;
      return request.ok && result
        ? nodeOutlook(open.document, plan, { request: request.value, result })
        : silentOutlook(open.document, plan, ats[i]);
    }),
  );
}

async function foretell(
  open: Session,
  pool: ComputePool,
  { requests, control }: { requests: ForecastRequest[]; control: TaskControl },
): Promise<Result<null>> {
  const chunks: ForecastRequest[][] = [];
  for (let i = 0; i < requests.length; i += CHUNK) chunks.push(requests.slice(i, i + CHUNK));
  let done = 0;
  const quiet = { signal: control.signal, onProgress: () => undefined };
  const results = await Promise.all(
    chunks.map(async (chunk): Promise<Result<null>> => {
      const series = chunk.map(({ history }) => Float64Array.from(history, (value) => value ?? Number.NaN));
      const horizons = chunk.map(({ horizon }) => horizon);
      const forecasts = await pool.run('forecasts', { series, horizons, options: FORECAST_OPTIONS }, quiet);
      if (!forecasts.ok) return forecasts;
      chunk.forEach((request, i) => {
        open.forecasts.set(forecastKey(open.document, request), forecasts.value[i]);
      });
      done += chunk.length;
      control.onProgress(done, requests.length);
      return ok(null);
    }),
  );
  return results.find((result) => !result.ok) ?? ok(null);
}
