import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { CustomersView } from '~/domain/view';
import { useApp } from '~/state/app';
import { keptRows } from './keptRows';
import { customersQuery, type ListState, type RowSpan, START_LIST, spanAround } from './listState';
import { isSameRule, type RuleDraft } from './ruleDraft';

export interface CustomersState {
  /** Null until the first answer. */
  view: Accessor<CustomersView | null>;
  /** Where the rows of the view begin in the list. */
  first: Accessor<number>;
  stale: Accessor<boolean>;
  /** The rule on screen: the one tried out, else the saved one. */
  rule: Accessor<RuleDraft | null>;
  tried: Accessor<boolean>;
  tryRule(rule: RuleDraft): void;
  reset(): void;
  apply(): Promise<void>;
  list: Accessor<ListState>;
  show(list: ListState): void;
  look(span: RowSpan): void;
}

/** While a slider is dragged or a name typed, the worker is asked once. */
const PAUSE_MS = 120;

/**
 * The customers page over the host: rule and list make one query, the answer to the newest one counts and older ones are
 * dropped. Nothing is stored before `apply`.
 */
export function createCustomers(): CustomersState {
  const app = useApp();
  const [draft, setDraft] = createSignal<RuleDraft | null>(null);
  const [list, setList] = createSignal<ListState>(START_LIST);
  const [span, setSpan] = createSignal<RowSpan>(spanAround({ top: 0, height: 640, rowHeight: 32 }), {
    equals: (a, b) => a.first === b.first && a.count === b.count,
  });
  const [shown, setShown] = createSignal<{ view: CustomersView; first: number } | null>(null);
  const [stale, setStale] = createSignal(true);
  const revision = createMemo(() => `${app.status().workspace?.id}/${app.status().revision}`);
  let newest = 0;

  createEffect(
    on([draft, list, span, revision], (now, before) => {
      if (!app.status().workspace) return;
      const query = customersQuery(...([now[0], now[1], now[2]] as const));
      const asked = ++newest;
      setStale(true);
      const isTyped = before !== undefined && (before[0] !== now[0] || before[1].search !== now[1].search);
      const timer = setTimeout(
        async () => {
          const view = await app.attempt(app.host.customers(query));
          if (asked !== newest) return;
          setStale(false);
          if (!view) return;
          const rows = keptRows(shown()?.view.rows ?? [], view.rows);
          setShown({ view: { ...view, rows }, first: query.first });
        },
        isTyped ? PAUSE_MS : 0,
      );
      onCleanup(() => clearTimeout(timer));
    }),
  );

  const saved = createMemo<RuleDraft | null>((kept) => {
    const view = shown()?.view;
    return view && !view.draft ? view.rule : kept;
  }, null);
  const rule = () => draft() ?? saved();
  return {
    view: () => shown()?.view ?? null,
    first: () => shown()?.first ?? 0,
    stale,
    rule,
    tried: () => draft() !== null,
    tryRule(next) {
      const kept = saved();
      setDraft(kept && isSameRule(next, kept) ? null : next);
    },
    reset: () => setDraft(null),
    async apply() {
      const wanted = draft();
      if (!wanted) return;
      const done = await app.run({ name: 'customers/setTierRule', rule: wanted });
      if (!done.ok) return;
      // The rule on screen is the saved one from here on; its figures follow with the next answer.
      setShown((old) => old && { ...old, view: { ...old.view, rule: wanted, draft: false } });
      setDraft(null);
    },
    list,
    show(next) {
      setList(next);
      setSpan((old) => ({ ...old, first: 0 }));
    },
    look: setSpan,
  };
}
