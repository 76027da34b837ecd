import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import type { NodeOutlook } from '~/domain/outlook';
import { fail, ok, type Result } from '~/domain/result';
import { openedPlan } from '~/plan/document';
import { foretellNodes } from './foretellNodes';
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
  const made = await foretellNodes(open, pool, { plan, ats, control });
  return made.ok ? ok(made.value.outlooks) : made;
}
