import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import type { NodeOutlook } from '~/domain/outlook';
import { fail, ok, type Result } from '~/domain/result';
import { openedPlan } from '~/plan/document';
import { nodeOutlook, silentOutlook } from '~/plan/outlooks/nodeOutlook';
import { outlookScene } from '~/plan/outlooks/outlookScene';
import { type ForecastRequest, forecastRequest } from '~/plan/views/forecastRequest';
import { foretell } from './foretell';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

/**
 * What many nodes may come to in the year of the open plan, in the order asked, by the same numbers as a node's own page.
 * Orders are read once for all of them, series are foretold in the pool, several at a time, and kept until orders change. A
 * node without history is answered without a year, never left out.
 */
export async function outlooksOf(
  open: Session,
  pool: ComputePool,
  { ats, control }: { ats: readonly At[]; control: TaskControl },
): Promise<Result<NodeOutlook[]>> {
  const plan = openedPlan(open.document);
  if (!plan) return fail(issue('plan/notOpen'));
  const scene = outlookScene(open.document, plan, ats);
  const { table } = scene;
  const requests = ats.map((at) => forecastRequest(open.document, plan, { at, table }));
  const wanted = requests.flatMap((request): ForecastRequest[] => (request.ok ? [request.value] : []));
  const made = await foretell(open, pool, { requests: wanted, control });
  if (!made.ok) return made;
  let next = 0;
  return ok(
    requests.map((request, i) => {
      if (!request.ok) return silentOutlook(open.document, scene, ats[i]);
      next += 1;
      return nodeOutlook(open.document, scene, { request: request.value, result: made.value[next - 1] });
    }),
  );
}
