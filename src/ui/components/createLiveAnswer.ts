import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Result } from '~/domain/result';
import { useApp } from '~/state/app';

export interface LiveAnswer<V> {
  /** The last answer; null until the first. */
  value: Accessor<V | null>;
  stale: Accessor<boolean>;
}

/** While a rule is edited the worker is asked once. */
const PAUSE_MS = 120;

/**
 * What the worker answers at once to a question that changes while it is typed: asked again when it or the workspace changes,
 * the newest answer counts. A question of null is not asked. What may take long is asked by `createAnswer`, as a job.
 */
export function createLiveAnswer<Q, V>(
  question: Accessor<Q | null>,
  call: (asked: Q) => Promise<Result<V>>,
): LiveAnswer<V> {
  const app = useApp();
  const [value, setValue] = createSignal<V | null>(null);
  const [stale, setStale] = createSignal(true);
  const revision = createMemo(() => `${app.status().workspace?.id}/${app.status().revision}`);
  let newest = 0;
  createEffect(
    on([question, revision], ([asked], before) => {
      if (asked === null || !app.status().workspace) return;
      const mine = ++newest;
      setStale(true);
      const timer = setTimeout(
        async () => {
          const answer = await app.attempt(call(asked));
          if (mine !== newest) return;
          setStale(false);
          if (answer !== null) setValue(() => answer);
        },
        before === undefined ? 0 : PAUSE_MS,
      );
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return { value, stale };
}
