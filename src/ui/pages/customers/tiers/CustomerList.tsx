import { createEffect, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js';
import type { CustomerRow, CustomersView } from '~/domain/view';
import { useText } from '../../../components/TextProvider';
import { CustomerLine } from './CustomerLine';
import type { CustomersState } from './createCustomers';
import { ListHead } from './ListHead';
import { spanAround } from './listState';

export interface CustomerListProps {
  state: CustomersState;
  view: CustomersView;
  onPin: (row: CustomerRow) => void;
}

/** Height of a row in CSS: the scroll bar is as long as all rows, though only those in sight are there. */
const ROW = 32;

/** The list of all customers by windows: ten thousand scroll like ten. */
export function CustomerList(props: CustomerListProps) {
  const { t } = useText();
  const [scroller, setScroller] = createSignal<HTMLDivElement>();
  const look = () => {
    const box = scroller();
    if (box) props.state.look(spanAround({ top: box.scrollTop, height: box.clientHeight, rowHeight: ROW }));
  };
  onMount(() => {
    const box = scroller();
    if (!box) return;
    const watch = new ResizeObserver(look);
    watch.observe(box);
    onCleanup(() => watch.disconnect());
  });
  // Another order or filter is another list: it starts at its top.
  createEffect(on(props.state.list, () => scroller()?.scrollTo({ top: 0 }), { defer: true }));
  const after = () => Math.max(0, props.view.matching - props.state.first() - props.view.rows.length);
  return (
    <section
      class="customer-list"
      ref={setScroller}
      aria-label={t('customers.listTitle')}
      aria-busy={props.state.stale()}
      onScroll={look}
    >
      <table class="table customer-table" aria-rowcount={props.view.matching + 1}>
        <caption class="unseen">{t('customers.listTitle')}</caption>
        <ListHead list={props.state.list()} onList={(list) => props.state.show(list)} />
        <tbody>
          <Spacer rows={props.state.first()} />
          <For each={props.view.rows}>
            {(row, index) => (
              <CustomerLine row={row} place={props.state.first() + index() + 2} onPin={() => props.onPin(row)} />
            )}
          </For>
          <Spacer rows={after()} />
        </tbody>
      </table>
      <Show when={props.view.matching === 0}>
        <p class="customer-list__none">{t('customers.noneFound')}</p>
      </Show>
    </section>
  );
}

/** Stands for the rows that are not in sight. */
function Spacer(props: { rows: number }) {
  return (
    <Show when={props.rows > 0}>
      <tr>
        <td class="customer-table__spacer" style={{ height: `${props.rows * ROW}px` }} />
      </tr>
    </Show>
  );
}
