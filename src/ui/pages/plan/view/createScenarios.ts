import { createResource } from 'solid-js';
import type { Column } from '~/domain/plan';
import type { ScenarioView } from '~/domain/scenario';
import { useApp } from '~/state/app';
import type { Titles } from './columnName';

/** Scenarios and columns of the open plan, asked for anew with every change. */
export function createScenarios() {
  const app = useApp();
  const [found] = createResource(
    () => ({ plan: app.status().plan?.id, revision: app.status().revision }),
    // Without an answer the sheet still shows its own column.
    async () => {
      const answer = await app.host.scenarios();
      return answer.ok ? answer.value : null;
    },
  );
  const view = (): ScenarioView => found.latest ?? { scenarios: [], issues: [] };
  return {
    view,
    titles: (): Titles => ({
      scenarios: Object.fromEntries(view().scenarios.map(({ scenario, title }) => [scenario, title])),
      plan: app.status().plan,
    }),
    /** Every column that holds numbers. */
    columns: (): Column[] => view().scenarios.flatMap(({ heads }) => heads.map(({ column }) => column)),
  };
}

export type Scenarios = ReturnType<typeof createScenarios>;
