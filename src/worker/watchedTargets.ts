import type { Day } from '~/domain/period';
import { judgedNodes, MOST_WATCHED, type WatchedNode, watchedOf, watchedTrees } from '~/plan/challenge/watchedNodes';
import { foretellNodes, sceneOf } from './challengeScenes';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

/** How hard the targets are that the home page watches; none where they are too many to be foretold for a glance, or nothing is known. */
export async function watchedTargets(
  open: Session,
  pool: ComputePool,
  { today, control }: { today: Day; control: TaskControl },
): Promise<WatchedNode[]> {
  const scene = sceneOf(open, 'target', today);
  if (!scene.ok) return [];
  const ats = watchedTrees(scene.value).flatMap((tree) => watchedOf(tree).map((node) => tree.ats[node]));
  if (ats.length > MOST_WATCHED) return [];
  const made = await foretellNodes(open, scene.value, { ats, pool, control });
  const now = made.ok ? sceneOf(open, 'target', today) : made;
  return now.ok ? judgedNodes(now.value, watchedTrees(now.value)) : [];
}
