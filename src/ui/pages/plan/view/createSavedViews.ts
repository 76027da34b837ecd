import { createEffect, createMemo, createSignal, on, untrack } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { SavedView } from '~/domain/savedView';
import type { App } from '~/state/app';
import type { MoneyWords } from '../../../components/useMoney';
import { type PlanViewState, queryOf } from '../planViewState';
import { isAsSaved, savedLook, viewFrom } from './savedLook';

interface SavedViewPorts {
  app: App;
  state: PlanViewState;
  money: MoneyWords;
  /** Whether the sheet stands: before that only a view that the address names is asked for. */
  ready: () => boolean;
}

/** Views of the open plan under their names. The address names the one that is chosen, so that a link opens it. */
export function createSavedViews({ app, state, money, ready }: SavedViewPorts) {
  const [views, setViews] = createSignal<SavedView[]>([]);
  const [loaded, setLoaded] = createSignal(false);
  const key = createMemo(() =>
    ready() || app.route().params.view ? `${app.status().plan?.id}:${app.status().revision}` : null,
  );
  let asked = 0;
  const load = async () => {
    const mine = ++asked;
    const answer = await app.host.savedViews();
    if (mine !== asked) return;
    const found = answer.ok ? answer.value : [];
    setViews([...found].sort((a, b) => a.title.localeCompare(b.title)));
    setLoaded(true);
  };
  createEffect(on(key, (now) => now !== null && void load()));

  const chosen = createMemo(() => views().find(({ id }) => id === state.view().chosen) ?? null);
  const changed = () => {
    const now = chosen();
    return now !== null && !isAsSaved(now, state.view(), money.unit());
  };

  const choose = (saved: SavedView) => {
    const { view, unit } = viewFrom(saved, state.view());
    state.change(view);
    const plan = app.status().plan;
    if (plan && unit) app.preferences.setUnit(plan.id, unit);
    app.setParams({ view: saved.id });
  };
  // A link that names a view opens it once; afterwards the address follows what is chosen.
  createEffect(
    on([loaded, () => app.route().params.view], ([ready, named]) => {
      if (!ready || !named || named === untrack(state.view).chosen) return;
      const saved = untrack(views).find(({ id }) => id === named);
      if (saved) choose(saved);
      else app.setParams({ view: null });
    }),
  );

  /** Keeps the view as it is now, under a new name or over one that is there. Refusals come back, null = kept. */
  const save = async (title: string, id: string | null): Promise<Issue[] | null> => {
    const { dimensions, column, ...rest } = queryOf(state.view());
    const look = savedLook(state.view(), money.unit());
    const done = await app.run(
      { name: 'views/save', view: { id, title, query: { dimensions, column, ...rest }, look } },
      { inPlace: true },
    );
    if (!done.ok) return done.issues;
    const before = new Set(views().map((one) => one.id));
    await load();
    const kept = views().find((one) => (id === null ? !before.has(one.id) : one.id === id));
    if (kept) {
      state.change({ chosen: kept.id });
      app.setParams({ view: kept.id });
    }
    return null;
  };
  const remove = async (saved: SavedView) => {
    const done = await app.run({ name: 'views/remove', view: saved.id });
    if (!done.ok) return;
    state.change({ chosen: null });
    app.setParams({ view: null });
    await load();
  };

  return { views, chosen, changed, choose, save, remove };
}
