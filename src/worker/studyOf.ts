import { ok, type Result } from '~/domain/result';
import { nodeSeries } from '~/plan/forecast/foretellNode';
import type { NodeStudy } from '~/plan/forecast/studyNode';
import type { ForecastRequest } from '~/plan/views/forecastRequest';
import { FORECAST_OPTIONS, forecastKey } from './forecastKey';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

/** Nodes that were looked at closely, until orders change. */
const studies = new WeakMap<Session, { version: number; made: Map<string, NodeStudy> }>();

/** One node looked at closely, in the pool; kept until orders or what people said of its months change. */
export async function studyOf(
  open: Session,
  pool: ComputePool,
  { request, control }: { request: ForecastRequest; control: TaskControl },
): Promise<Result<NodeStudy>> {
  const version = open.document.factsVersion;
  const known = studies.get(open);
  const kept = known?.version === version ? known : { version, made: new Map<string, NodeStudy>() };
  if (kept !== known) studies.set(open, kept);
  const key = forecastKey(open.document, request);
  const study = kept.made.get(key);
  if (study) return ok(study);
  const made = await pool.run('forecast', { node: nodeSeries(request), options: FORECAST_OPTIONS }, control);
  if (!made.ok) return made;
  kept.made.set(key, made.value);
  open.forecasts.set(key, made.value.forecast);
  return made;
}
