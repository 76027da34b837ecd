import { createEffect, createMemo, createSignal, on } from 'solid-js';
import type { Column } from '~/domain/plan';
import type { ScenarioView } from '~/domain/scenario';
import { useApp } from '~/state/app';
import type { Titles } from './columnName';

/** Scenarios and columns of the open plan, asked for anew with every change, and not before `ready`. */
export function createScenarios(ready: () => boolean) {
  const app = useApp();
  const [found, setFound] = createSignal<ScenarioView | null>(null);
  const key = createMemo(() => (ready() ? `${app.status().plan?.id}:${app.status().revision}` : null));
  let asked = 0;
  createEffect(
    on(key, async (now) => {
      if (now === null) return;
      const mine = ++asked;
      const answer = await app.host.scenarios();
      // Without an answer the sheet still shows its own column.
      if (mine === asked && answer.ok) setFound(answer.value);
    }),
  );
  const view = (): ScenarioView => found() ?? { scenarios: [], issues: [] };
  return {
    view,
    /** Whether an answer has come. */
    known: () => found() !== null,
    titles: (): Titles => ({
      scenarios: Object.fromEntries(view().scenarios.map(({ scenario, title }) => [scenario, title])),
      plan: app.status().plan,
    }),
    /** Every column that holds numbers. */
    columns: (): Column[] => view().scenarios.flatMap(({ heads }) => heads.map(({ column }) => column)),
  };
}

export type Scenarios = ReturnType<typeof createScenarios>;
