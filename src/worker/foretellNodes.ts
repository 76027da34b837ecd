import type { At } from '~/domain/cell';
import type { NodeOutlook } from '~/domain/outlook';
import type { Plan } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import { nodeOutlook, silentOutlook } from '~/plan/outlooks/nodeOutlook';
import { type OutlookScene, outlookScene } from '~/plan/outlooks/outlookScene';
import { type ForecastRequest, forecastRequest } from '~/plan/views/forecastRequest';
import { foretell } from './foretell';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

/** The outlooks of many nodes in the order asked, and what they share. */
export async function foretellNodes(
  open: Session,
  pool: ComputePool,
  { plan, ats, control }: { plan: Plan; ats: readonly At[]; control: TaskControl },
): Promise<Result<{ scene: OutlookScene; outlooks: NodeOutlook[] }>> {
  const scene = outlookScene(open.document, plan, ats);
  const { table } = scene;
  const requests = ats.map((at) => forecastRequest(open.document, plan, { at, table }));
  const wanted = requests.flatMap((request): ForecastRequest[] => (request.ok ? [request.value] : []));
  const made = await foretell(open, pool, { requests: wanted, control });
  if (!made.ok) return made;
  let next = 0;
  const outlooks = requests.map((request, i) => {
    if (!request.ok) return silentOutlook(open.document, scene, ats[i]);
    next += 1;
    return nodeOutlook(open.document, scene, { request: request.value, result: made.value[next - 1] });
  });
  return ok({ scene, outlooks });
}
