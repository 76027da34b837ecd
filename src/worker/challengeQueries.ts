import type { ChallengeQuery } from '~/domain/challengeView';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { ChallengeScene } from '~/plan/challenge/challengeScene';
import { challengeAddresses, challengeView } from '~/plan/challenge/challengeView';
import { difficultyTree, difficultyView } from '~/plan/challenge/difficultyView';
import type { ChallengeApi } from './challengeApi';
import { foretellNodes, sceneOf } from './challengeScenes';
import type { QueryOptions } from './queries';
import type { Session } from './session';
import type { TaskControl } from './tasks';

/** How hard targets are. Forecasts are made once and kept; after an edit only the targets are summed again. */
export function createChallengeQueries({ session, jobs, pool, clock }: QueryOptions): ChallengeApi {
  const asJob = <T>(
    given: { line: ChallengeQuery['line']; job: string },
    work: (open: Session, scene: ChallengeScene, control: TaskControl) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const open = session();
    if (!open) return Promise.resolve(fail(issue('plan/notOpen')));
    return jobs.run({ id: given.job, kind: 'challenge', cancellable: true }, async (control) => {
      const scene = sceneOf(open, given.line, clock().today);
      return scene.ok ? work(open, scene.value, control) : scene;
    });
  };

  return {
    challenge: (query, job) =>
      asJob({ line: query.line, job }, async (open, scene, control) => {
        const made = await foretellNodes(open, scene, { ats: challengeAddresses(scene, query.at), pool, control });
        if (!made.ok) return made;
        // The plan may have been edited while forecasts were made: it is read as it stands now.
        const now = sceneOf(open, query.line, clock().today);
        return now.ok ? ok(challengeView(now.value, query.at)) : now;
      }),
    difficulty: (query, job) =>
      asJob({ line: query.line, job }, async (open, scene, control) => {
        const { revision } = open;
        const asked = difficultyTree(scene, query.depth);
        const known = scene.memory.outlooks.size;
        const made = await foretellNodes(open, scene, { ats: asked.tree.ats, pool, control });
        if (!made.ok) return made;
        // After an edit there is nothing to foretell, and the tree that was just made still stands.
        if (scene.memory.outlooks.size === known && open.revision === revision) {
          return ok(difficultyView(scene, asked.tree, { ...query, isCut: asked.isCut }));
        }
        const now = sceneOf(open, query.line, clock().today);
        if (!now.ok) return now;
        const { tree, isCut } = difficultyTree(now.value, query.depth);
        return ok(difficultyView(now.value, tree, { ...query, isCut }));
      }),
  };
}
