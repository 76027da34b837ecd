import type { At } from '~/domain/cell';
import type { ChallengeQuery } from '~/domain/challengeView';
import type { Day } from '~/domain/period';
import { ok, type Result } from '~/domain/result';
import {
  type ChallengeMemory,
  type ChallengeScene,
  challengeScene,
  createChallengeMemory,
} from '~/plan/challenge/challengeScene';
import { addressKey } from '~/plan/outlooks/salesTable';
import { requirePlan } from '~/plan/resolve';
import { outlooksOf } from './outlooks';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

/** What was found out per open workspace: all that judges targets shares it. */
const memories = new WeakMap<Session, ChallengeMemory>();

/** What a question about targets is answered from, as the plan stands now. */
export function sceneOf(open: Session, line: ChallengeQuery['line'], today: Day): Result<ChallengeScene> {
  const required = requirePlan(open.document);
  if (!required.ok) return required;
  const memory = memories.get(open) ?? createChallengeMemory();
  memories.set(open, memory);
  return ok(
    challengeScene(open.document, required.value, { line, facts: open.facts, views: open.views, memory, today }),
  );
}

/** Forecasts of nodes that have none yet. An edit of the orders meanwhile makes them stale: then they are not kept. */
export async function foretellNodes(
  open: Session,
  scene: ChallengeScene,
  { ats, pool, control }: { ats: readonly At[]; pool: ComputePool; control: TaskControl },
): Promise<Result<null>> {
  const { memory } = scene;
  const missing = ats.filter((at) => !memory.outlooks.has(addressKey(at)));
  if (missing.length === 0) return ok(null);
  const { version } = memory;
  const made = await outlooksOf(open, pool, { ats: missing, control });
  if (!made.ok) return made;
  if (memory.version !== version) return ok(null);
  missing.forEach((at, i) => {
    memory.outlooks.set(addressKey(at), made.value[i]);
  });
  return ok(null);
}
