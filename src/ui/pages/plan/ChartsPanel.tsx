import { createMemo, Show } from 'solid-js';
import { ALL_ROWS } from '~/domain/sheet';
import { useApp } from '~/state/app';
import { usePlanSheet } from './createPlanSheet';
import { PlanCharts } from './PlanCharts';

/** Charts of the row the active cell stands in, over the periods of its column. */
export function ChartsPanel() {
  const app = useApp();
  const sheet = usePlanSheet();
  // Going along a row or within a quarter asks for nothing new.
  const row = createMemo(() => {
    const active = sheet.active()?.row;
    return active && active.role !== 'unallocated' ? active.id : ALL_ROWS;
  });
  /** Of one month the year it lies in: a single bar is no picture. */
  const periods = createMemo(
    () => {
      const found = sheet.active()?.field?.periods ?? [];
      if (found.length > 1) return found;
      const years = sheet.source.rows()?.fields.filter(({ kind }) => kind === 'year') ?? [];
      return (years.find(({ periods }) => periods.includes(found[0])) ?? years[0])?.periods ?? [];
    },
    [],
    { equals: (a, b) => a.join() === b.join() },
  );
  return (
    <Show when={sheet.source.rows()}>
      {(rows) => (
        <PlanCharts
          sheet={rows().sheet}
          measure={sheet.state.view().column.measure}
          row={row()}
          periods={periods()}
          periodsText={sheet.periodsText([...periods()])}
          revision={app.status().revision}
          onPick={(id) => sheet.show(id, sheet.active()?.columnId ?? 'name')}
        />
      )}
    </Show>
  );
}
