import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Result } from '~/domain/result';
import { useApp } from '~/state/app';
import type { RowSpan } from './LongTable';

export interface Windowed<Q, V> {
  /** The last answer; null until the first. */
  view: Accessor<V | null>;
  /** Where its rows begin in the list. */
  first: Accessor<number>;
  stale: Accessor<boolean>;
  query: Accessor<Q>;
  /** Another question: the list starts at its top. */
  ask(query: Q): void;
  look(span: RowSpan): void;
}

/** While somebody types, the worker is asked once. */
const PAUSE_MS = 120;

/**
 * A list that the worker answers by windows: the query without its window, asked again when it, the rows in sight or the
 * workspace change. The answer to the newest question counts; older ones are dropped.
 */
export function createWindowed<Q extends object, V>(
  call: (query: Q & RowSpan) => Promise<Result<V>>,
  start: Q,
): Windowed<Q, V> {
  const app = useApp();
  const [query, setQuery] = createSignal<Q>(start);
  const [span, setSpan] = createSignal<RowSpan>(
    { first: 0, count: 60 },
    { equals: (a, b) => a.first === b.first && a.count === b.count },
  );
  const [shown, setShown] = createSignal<{ view: V; first: number } | null>(null);
  const [stale, setStale] = createSignal(true);
  const revision = createMemo(() => `${app.status().workspace?.id}/${app.status().revision}`);
  let newest = 0;
  createEffect(
    on([query, span, revision], ([asked, rows], before) => {
      if (!app.status().workspace) return;
      const mine = ++newest;
      setStale(true);
      const isNew = before !== undefined && before[0] !== asked;
      const timer = setTimeout(
        async () => {
          const view = await app.attempt(call({ ...asked, ...rows }));
          if (mine !== newest) return;
          setStale(false);
          if (view !== null) setShown({ view, first: rows.first });
        },
        isNew ? PAUSE_MS : 0,
      );
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return {
    view: () => shown()?.view ?? null,
    first: () => shown()?.first ?? 0,
    stale,
    query,
    ask(next) {
      setQuery(() => next);
      setSpan((old) => ({ ...old, first: 0 }));
    },
    look: setSpan,
  };
}
