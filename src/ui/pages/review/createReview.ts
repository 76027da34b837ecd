import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { At } from '~/domain/cell';
import type { KpiQuery, KpiView } from '~/domain/view';
import { useApp } from '~/state/app';

export type PeriodKind = KpiQuery['period'];

/** A node that was gone down to, with its name. */
export interface Step {
  label: string;
  at: At;
}

export interface ReviewState {
  /** Null until the first answer. */
  view: Accessor<KpiView | null>;
  stale: Accessor<boolean>;
  kind: Accessor<PeriodKind>;
  setKind(kind: PeriodKind): void;
  setPeriod(id: string): void;
  /** The way down from all of the company, which is not in it. */
  path: Accessor<Step[]>;
  goTo(path: Step[]): void;
}

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'year'];

/** The board of one node and period; kind and period stand in the address, so that a link opens the same board. */
export function createReview(): ReviewState {
  const app = useApp();
  const [path, setPath] = createSignal<Step[]>([]);
  const [view, setView] = createSignal<KpiView | null>(null);
  const [stale, setStale] = createSignal(true);
  const kind = createMemo<PeriodKind>(() => KINDS.find((one) => one === app.route().params.kind) ?? 'year');
  const periodId = createMemo(() => app.route().params.period ?? null);
  const at = createMemo<At>(() => path().at(-1)?.at ?? {});
  const source = createMemo(() => `${app.status().workspace?.id}/${app.status().plan?.id}/${app.status().revision}`);
  let newest = 0;

  createEffect(
    on([kind, periodId, at, source], async ([period, id, node]) => {
      // A page may be there before the workspace it shows is open.
      if (!app.status().workspace) return;
      const asked = ++newest;
      setStale(true);
      const answer = await app.attempt(app.host.kpis({ period, periodId: id, at: node }));
      if (asked !== newest) return;
      setStale(false);
      if (answer) setView(answer);
    }),
  );

  return {
    view,
    stale,
    kind,
    setKind: (next) => app.setParams({ kind: next, period: null }),
    setPeriod: (id) => app.setParams({ period: id }),
    path,
    goTo: setPath,
  };
}
