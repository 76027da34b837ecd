import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { TableRows } from '~/domain/packView';
import type { SourceKind } from '~/domain/source';
import { useApp } from '~/state/app';
import type { PackDraft } from '../packDraft';
import { packFailure } from '../packFailure';

export type FixRow = TableRows['rows'][number];

export interface FixRows {
  headers: Accessor<string[]>;
  /** A row by its place in the list; null while it is on its way. */
  row(index: number): FixRow | null;
  /** The rows at hand begin here. */
  first: Accessor<number>;
  rows: Accessor<FixRow[]>;
  matching: Accessor<number>;
  stale: Accessor<boolean>;
  /** Why there are none: a file too large to be walked through by hand, for one. */
  problems: Accessor<Issue[]>;
  look(first: number, count: number): void;
}

export interface FixQuery {
  table: string;
  kind: SourceKind;
  onlyErrors: boolean;
}

const STEP = 40;
/** Rows asked for at once: those in sight, and a step before and behind. */
const spanAround = (first: number, count: number) => {
  const from = Math.max(0, (Math.floor(first / STEP) - 1) * STEP);
  return { first: from, count: (Math.floor((first + count) / STEP) + 2) * STEP - from };
};

/** Rows of a table by windows, asked anew whenever something about the tables was changed. */
export function createFixRows(draft: PackDraft, query: Accessor<FixQuery>): FixRows {
  const app = useApp();
  const [span, setSpan] = createSignal(spanAround(0, 20), {
    equals: (a, b) => a.first === b.first && a.count === b.count,
  });
  const [answer, setAnswer] = createSignal<{ first: number; view: TableRows } | null>(null);
  const [stale, setStale] = createSignal(true);
  const [problems, setProblems] = createSignal<Issue[]>([]);
  let newest = 0;
  createEffect(
    on([query, span, draft.version], async ([asked, rows], before) => {
      const id = draft.opened()?.draft;
      if (id === undefined) return;
      if (before && before[0].table !== asked.table) setAnswer(null);
      const mine = ++newest;
      setStale(true);
      const got = await app.host.tableRows(id, { ...asked, ...rows }, draft.trial()).catch(packFailure);
      if (mine !== newest) return;
      setStale(false);
      setProblems(got.ok ? [] : got.issues);
      setAnswer(got.ok ? { first: rows.first, view: got.value } : null);
    }),
  );
  onCleanup(() => {
    newest += 1;
  });
  const first = () => answer()?.first ?? 0;
  const rows = () => answer()?.view.rows ?? [];
  return {
    headers: () => answer()?.view.headers ?? draft.table(query().table)?.headers ?? [],
    row: (index) => rows()[index - first()] ?? null,
    first,
    rows,
    matching: () => answer()?.view.matching ?? 0,
    stale,
    problems,
    look: (from, count) => setSpan(spanAround(from, count)),
  };
}
