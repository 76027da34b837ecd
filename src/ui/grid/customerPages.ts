import { type Accessor, createSignal } from 'solid-js';
import type { CustomerListView, ListCells, ListColumn, ListWindow } from '~/domain/customerList';
import { createLatest } from './latest';

/** Rows that are asked for at once. */
const PAGE = 100;
/** Pages that are kept: scrolling back asks nobody. */
const KEPT = 40;

/** The rows of the customer list that are at hand, by their place in the list. */
export interface CustomerPages {
  /** Rises whenever numbers came. */
  version: Accessor<number>;
  /** The newest answer: counts, totals, gaps. Null before the first. */
  head: Accessor<CustomerListView | null>;
  /** The list changed and its new rows are still on their way. */
  stale: Accessor<boolean>;
  code(row: number): number | null;
  pinned(row: number): boolean;
  text(row: number, column: ListColumn): string | null;
  /** Null where it is blank or not at hand. */
  number(row: number, column: ListColumn): number | null;
  trend(row: number): Float64Array | null;
  total(column: ListColumn): number | null;
  isHere(row: number): boolean;
  /** These rows are on screen. */
  look(first: number, count: number): void;
  /** Another list, other columns, or other numbers: everything is asked for anew, what is shown stays until then. */
  reset(columns: ListColumn[]): void;
  dispose(): void;
}

interface Question {
  window: ListWindow;
  generation: number;
}

/** `ask` answers null where the question failed; somebody else has said why. */
export function createCustomerPages(ask: (window: ListWindow) => Promise<CustomerListView | null>): CustomerPages {
  const [version, setVersion] = createSignal(0);
  const [head, setHead] = createSignal<CustomerListView | null>(null);
  const [stale, setStale] = createSignal(true);
  let pages = new Map<number, { view: CustomerListView; offset: number }>();
  let columns: ListColumn[] = [];
  let generation = 0;
  let filled = -1;
  let sight = { first: 0, count: PAGE };

  const latest = createLatest<Question, { question: Question; view: CustomerListView | null }>({
    ask: async (question) => ({ question, view: await ask(question.window) }),
    take({ question, view }) {
      if (!view || question.generation !== generation) return;
      if (filled !== generation) pages = new Map();
      filled = generation;
      const from = Math.floor(question.window.first / PAGE);
      for (let page = from; page * PAGE < question.window.first + question.window.count; page += 1) {
        pages.delete(page);
        pages.set(page, { view, offset: page * PAGE - view.first });
      }
      for (const old of pages.keys()) if (pages.size > KEPT) pages.delete(old);
      setHead(view);
      setStale(false);
      setVersion((before) => before + 1);
      want();
    },
  });

  /** Asks for the stretch of pages in sight that are missing. */
  const want = () => {
    if (columns.length === 0) return;
    const isFresh = filled === generation;
    const matching = isFresh ? (head()?.matching ?? 0) : Number.POSITIVE_INFINITY;
    const first = Math.floor(sight.first / PAGE);
    const last = Math.floor(Math.max(0, Math.min(sight.first + sight.count, matching) - 1) / PAGE);
    const missing = [];
    for (let page = first; page <= last; page += 1) if (!isFresh || !pages.has(page)) missing.push(page);
    if (missing.length === 0) return;
    const start = missing[0] * PAGE;
    const window = { first: start, count: (missing[missing.length - 1] + 1) * PAGE - start, columns };
    latest.ask({ window, generation });
  };

  const place = (row: number): { view: CustomerListView; at: number } | null => {
    const page = pages.get(Math.floor(row / PAGE));
    if (!page) return null;
    const at = page.offset + (row % PAGE);
    return at >= 0 && at < page.view.codes.length ? { view: page.view, at } : null;
  };
  const cellsOf = (view: CustomerListView, column: ListColumn): ListCells | undefined =>
    view.cells.find((cells) => cells.column === column);

  return {
    version,
    head,
    stale,
    isHere: (row) => place(row) !== null,
    code(row) {
      const found = place(row);
      return found?.view.codes[found.at] ?? null;
    },
    pinned(row) {
      const found = place(row);
      return found?.view.pinned[found.at] === 1;
    },
    text(row, column) {
      const found = place(row);
      return (found && cellsOf(found.view, column)?.texts?.[found.at]) ?? null;
    },
    number(row, column) {
      const found = place(row);
      const value = found && cellsOf(found.view, column)?.numbers?.[found.at];
      return value === undefined || value === null || Number.isNaN(value) ? null : value;
    },
    trend(row) {
      const found = place(row);
      const numbers = found && cellsOf(found.view, 'trend')?.numbers;
      if (!found || !numbers) return null;
      const months = numbers.length / found.view.codes.length;
      return numbers.subarray(found.at * months, (found.at + 1) * months);
    },
    total(column) {
      const view = head();
      return (view && cellsOf(view, column)?.total) ?? null;
    },
    look(first, count) {
      sight = { first, count };
      want();
    },
    reset(next) {
      columns = next;
      generation += 1;
      setStale(true);
      want();
    },
    dispose: latest.stop,
  };
}
