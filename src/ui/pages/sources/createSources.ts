import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { SourceView } from '~/domain/view';
import { useApp } from '~/state/app';

export interface SourcesState {
  /** Null until the first answer. */
  view: Accessor<SourceView | null>;
  /** Asks again: what the browser says about its storage changes without a command. */
  refresh(): void;
}

/** What the workspace holds, asked anew after every command; older answers are dropped. */
export function createSources(): SourcesState {
  const app = useApp();
  const [view, setView] = createSignal<SourceView | null>(null);
  const [round, setRound] = createSignal(0);
  const revision = createMemo(() => `${app.status().workspace?.id}/${app.status().revision}/${app.status().save}`);
  let newest = 0;
  createEffect(
    on([revision, round], async () => {
      if (!app.status().workspace) return;
      const asked = ++newest;
      const answer = await app.attempt(app.host.sources());
      if (asked === newest && answer) setView(answer);
    }),
  );
  return { view, refresh: () => setRound((n) => n + 1) };
}
