import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { CustomerListChoices, CustomerListQuery, ListColumn } from '~/domain/customerList';
import type { SavedFilter } from '~/domain/savedFilter';
import { useApp } from '~/state/app';
import { type CustomerPages, createCustomerPages } from '../../../grid/customerPages';
import { START_COLUMNS } from './listColumns';
import { isListColumn, paramsOf, queryOf } from './listParams';

export interface CustomerListState {
  query: Accessor<CustomerListQuery>;
  /** Another question; it stands in the address, so that going back finds it again. */
  ask(change: Partial<CustomerListQuery>): void;
  /** What is being typed: the list follows after a moment. */
  search(text: string): void;
  columns: Accessor<readonly ListColumn[]>;
  showColumns(columns: readonly ListColumn[] | null): void;
  pages: CustomerPages;
  choices: Accessor<CustomerListChoices | null>;
  filters: Accessor<readonly SavedFilter[]>;
  ticked: Accessor<ReadonlySet<number>>;
  tick(row: number, isOn: boolean, through: boolean): void;
  tickAll(): Promise<void>;
  untick(): void;
}

const COLUMNS = 'customers.columns';
/** While a name is typed, the worker is asked once. */
const PAUSE_MS = 120;

/** The list over the host: address and preferences make one question, its rows come by windows. */
export function createCustomerList(): CustomerListState {
  const app = useApp();
  const query = createMemo(() => queryOf(app.route().params), undefined, { equals: same });
  const columns = createMemo<readonly ListColumn[]>(
    () => {
      const kept = app.preferences.list(COLUMNS)?.filter(isListColumn);
      return kept && kept.length > 0 ? ['name', ...kept.filter((id) => id !== 'name')] : START_COLUMNS;
    },
    START_COLUMNS,
    { equals: same },
  );
  const revision = createMemo(
    () =>
      `${app.status().workspace?.id}/${app.status().revision}/${app.status().plan?.id}/${JSON.stringify(app.status().past)}`,
  );
  const [choices, setChoices] = createSignal<CustomerListChoices | null>(null);
  const [filters, setFilters] = createSignal<readonly SavedFilter[]>([]);
  const [ticked, setTicked] = createSignal<ReadonlySet<number>>(new Set());
  let lastTick: number | null = null;

  const pages = createCustomerPages((window) => app.attempt(app.host.customerList(query(), window)));
  onCleanup(pages.dispose);
  createEffect(
    on([query, columns, revision], ([, shown]) => {
      if (app.status().workspace) pages.reset([...shown]);
    }),
  );
  createEffect(on(query, () => (lastTick = null)));
  createEffect(
    on(revision, async (asked) => {
      if (!app.status().workspace) return;
      const [found, saved] = await Promise.all([
        app.attempt(app.host.customerListChoices()),
        app.attempt(app.host.customerFilters()),
      ]);
      if (asked !== revision()) return;
      if (found) setChoices(found);
      if (saved) setFilters(saved);
    }),
  );

  const ask = (change: Partial<CustomerListQuery>) => {
    clearTimeout(timer);
    app.setParams({ ...paramsOf({ ...query(), ...change }), row: null });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  return {
    query,
    ask,
    search(text) {
      clearTimeout(timer);
      timer = setTimeout(() => ask({ search: text }), PAUSE_MS);
    },
    columns,
    showColumns: (next) => app.preferences.setList(COLUMNS, next),
    pages,
    choices,
    filters,
    ticked,
    async tick(row, isOn, through) {
      const from = lastTick;
      lastTick = row;
      const code = pages.code(row);
      if (!through || from === null || from === row) {
        if (code !== null) setTicked((before) => turned(before, [code], isOn));
        return;
      }
      const all = await app.attempt(app.host.customerListCodes(query()));
      const codes = all?.slice(Math.min(from, row), Math.max(from, row) + 1) ?? [];
      setTicked((before) => turned(before, codes, isOn));
    },
    async tickAll() {
      const all = await app.attempt(app.host.customerListCodes(query()));
      if (all) setTicked((before) => turned(before, all, true));
    },
    untick: () => setTicked(new Set<number>()),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function turned(before: ReadonlySet<number>, codes: Iterable<number>, isOn: boolean): ReadonlySet<number> {
  const next = new Set(before);
  for (const code of codes) {
    if (isOn) next.add(code);
    else next.delete(code);
  }
  return next;
}
