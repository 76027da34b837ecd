import { createMemo, Show } from 'solid-js';
import { ALL_ROWS } from '~/domain/sheet';
import { useApp } from '~/state/app';
import { usePlanSheet } from './createPlanSheet';
import { PlanCharts } from './PlanCharts';

/** Charts of the row the active cell stands in, over the periods of its column. */
export function ChartsPanel() {
  const app = useApp();
  const sheet = usePlanSheet();
  const row = () => {
    const active = sheet.active()?.row;
    return active && active.role !== 'unallocated' ? active.id : ALL_ROWS;
  };
  const year = createMemo(() => sheet.source.rows()?.fields.find(({ kind }) => kind === 'year')?.periods ?? []);
  const periods = () => {
    const found = sheet.active()?.field?.periods;
    return found && found.length > 1 ? found : year();
  };
  return (
    <Show when={sheet.source.rows()}>
      {(rows) => (
        <PlanCharts
          sheet={rows().sheet}
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
