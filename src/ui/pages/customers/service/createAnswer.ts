import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { Result } from '~/domain/result';
import { useApp } from '~/state/app';

/** The last answer to a question that is asked again whenever it or the workspace changes; null until the first. */
export function createAnswer<Q, V>(
  question: Accessor<Q>,
  call: (question: Q) => Promise<Result<V>>,
): Accessor<V | null> {
  const app = useApp();
  const [answer, setAnswer] = createSignal<V | null>(null);
  const revision = createMemo(() => `${app.status().workspace?.id}/${app.status().revision}`);
  let newest = 0;
  createEffect(
    on([question, revision], async ([asked]) => {
      if (!app.status().workspace) return;
      const mine = ++newest;
      const value = await app.attempt(call(asked));
      if (mine === newest && value !== null) setAnswer(() => value);
    }),
  );
  return answer;
}
