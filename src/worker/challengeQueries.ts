import type { At } from '~/domain/cell';
import type { ChallengeQuery } from '~/domain/challengeView';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import {
  type ChallengeMemory,
  type ChallengeScene,
  challengeScene,
  createChallengeMemory,
} from '~/plan/challenge/challengeScene';
import { challengeAddresses, challengeView } from '~/plan/challenge/challengeView';
import { difficultyTree, difficultyView } from '~/plan/challenge/difficultyView';
import { addressKey } from '~/plan/outlooks/salesTable';
import { requirePlan } from '~/plan/resolve';
import type { ChallengeApi } from './challengeApi';
import { outlooksOf } from './outlooks';
import type { QueryOptions } from './queries';
import type { Session } from './session';
import type { TaskControl } from './tasks';

/** How hard targets are. Forecasts are made once and kept; after an edit only the targets are summed again. */
export function createChallengeQueries({ session, jobs, pool, clock }: QueryOptions): ChallengeApi {
  const memories = new WeakMap<Session, ChallengeMemory>();

  const sceneOf = (open: Session, line: ChallengeQuery['line']): Result<ChallengeScene> => {
    const required = requirePlan(open.document);
    if (!required.ok) return required;
    const memory = memories.get(open) ?? createChallengeMemory();
    memories.set(open, memory);
    return ok(challengeScene(open.document, required.value, { line, facts: open.facts, memory, today: clock().today }));
  };

  /** Forecasts of nodes that have none yet. An edit of the orders meanwhile makes them stale: then they are not kept. */
  const foretell = async (
    open: Session,
    scene: ChallengeScene,
    { ats, control }: { ats: readonly At[]; control: TaskControl },
  ): Promise<Result<null>> => {
    const { memory } = scene;
    const missing = ats.filter((at) => !memory.outlooks.has(addressKey(at)));
    if (missing.length === 0) return ok(null);
    const { key } = memory;
    const made = await outlooksOf(open, pool, { ats: missing, control });
    if (!made.ok) return made;
    if (memory.key !== key) return ok(null);
    missing.forEach((at, i) => {
      memory.outlooks.set(addressKey(at), made.value[i]);
    });
    return ok(null);
  };

  const asJob = <T>(
    given: { line: ChallengeQuery['line']; job: string },
    work: (open: Session, scene: ChallengeScene, control: TaskControl) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const open = session();
    if (!open) return Promise.resolve(fail(issue('plan/notOpen')));
    return jobs.run({ id: given.job, kind: 'challenge', cancellable: true }, async (control) => {
      const scene = sceneOf(open, given.line);
      return scene.ok ? work(open, scene.value, control) : scene;
    });
  };

  return {
    challenge: (query, job) =>
      asJob({ line: query.line, job }, async (open, scene, control) => {
        const ats = challengeAddresses(scene, query.at);
        const made = await foretell(open, scene, { ats, control });
        if (!made.ok) return made;
        // The plan may have been edited while forecasts were made: it is read as it stands now.
        const now = sceneOf(open, query.line);
        return now.ok ? ok(challengeView(now.value, query.at)) : now;
      }),
    difficulty: (query, job) =>
      asJob({ line: query.line, job }, async (open, scene, control) => {
        const made = await foretell(open, scene, { ats: difficultyTree(scene, query.depth).tree.ats, control });
        if (!made.ok) return made;
        const now = sceneOf(open, query.line);
        if (!now.ok) return now;
        const { tree, isCut } = difficultyTree(now.value, query.depth);
        return ok(difficultyView(now.value, tree, { ...query, isCut }));
      }),
  };
}
