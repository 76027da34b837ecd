import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { HomeView } from '~/domain/view';
import type { App } from '~/state/app';

export interface Home {
  view: Accessor<HomeView | null>;
  /** True while newer numbers are on their way for longer than an eye notices. */
  stale: Accessor<boolean>;
}

const DIM_AFTER_MS = 100;

/** What Home shows: asked again after every change, old numbers stay until the new ones are there. */
export function createHome(app: App): Home {
  const [view, setView] = createSignal<HomeView | null>(null);
  const [stale, setStale] = createSignal(false);
  let turn = 0;
  let shown = '';

  const load = async (plan: string) => {
    const mine = ++turn;
    const timer = setTimeout(() => mine === turn && setStale(true), DIM_AFTER_MS);
    const next = await app.attempt(app.host.home());
    clearTimeout(timer);
    if (mine !== turn) return;
    setStale(false);
    if (!next) return;
    shown = plan;
    setView(next);
    app.setPlanTotal(next.target);
  };

  createEffect(
    on([() => planKey(app), () => app.status().revision], ([plan]) => {
      if (plan !== shown) setView(null);
      if (plan === null) turn += 1;
      else void load(plan);
    }),
  );
  onCleanup(() => {
    turn += 1;
  });
  return { view, stale };
}

function planKey(app: App): string | null {
  const { workspace, plan } = app.status();
  return workspace && plan ? `${workspace.id}/${plan.id}` : null;
}
