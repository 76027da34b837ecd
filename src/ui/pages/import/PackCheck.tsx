import { Show } from 'solid-js';
import { Later } from '../../components/Later';
import { DryRun } from './check/DryRun';
import { orderReading } from './orderReading';
import { PackBar } from './PackBar';
import type { PackDraft } from './packDraft';
import { TableList } from './TableList';
import { TablePane } from './table/TablePane';
import './pack.css';

/** Left what was brought, right one table of it or all of it together, below the decision. */
export function PackCheck(props: { draft: PackDraft }) {
  const orders = orderReading(props.draft);
  const table = () => props.draft.table(props.draft.place());
  return (
    <>
      <div class="pack">
        <TableList draft={props.draft} />
        {/* Another table is another pane: nothing of the one before stays open in it. */}
        <Show when={table()?.id ?? 'all'} keyed>
          {(id) => (
            <Later>
              <Show when={props.draft.table(id)} fallback={<DryRun draft={props.draft} orders={orders} />}>
                {(one) => (
                  <Show when={props.draft.choice(id)}>
                    {(choice) => <TablePane draft={props.draft} orders={orders} table={one()} choice={choice()} />}
                  </Show>
                )}
              </Show>
            </Later>
          )}
        </Show>
      </div>
      <PackBar draft={props.draft} />
    </>
  );
}
