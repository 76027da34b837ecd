import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { For, Show } from 'solid-js';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { type ListState, type SortKey, withSort } from './listState';

/** Heads of the list; those of a sorted kind are buttons. */
export function ListHead(props: { list: ListState; onList: (list: ListState) => void }) {
  const { t } = useText();
  const money = useMoney();
  const columns = (): { by: SortKey | null; head: string; number: boolean; class: string }[] => [
    { by: 'name', head: t('customers.name'), number: false, class: 'name' },
    { by: 'tier', head: t('customers.tier'), number: false, class: 'tier' },
    { by: 'score', head: t('customers.score'), number: true, class: 'score' },
    { by: 'monetary', head: t('customers.sales12In', { unit: money.label() }), number: true, class: 'money' },
    { by: null, head: t('customers.share'), number: true, class: 'share' },
    { by: 'frequency', head: t('customers.orders'), number: true, class: 'orders' },
    { by: 'recencyDays', head: t('customers.daysSince'), number: true, class: 'days' },
    { by: null, head: t('customers.rfmScores'), number: true, class: 'rfm' },
  ];
  const order = (by: SortKey | null) => {
    const { sort } = props.list;
    return by === null ? undefined : sort.by === by ? (sort.descending ? 'descending' : 'ascending') : 'none';
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        <For each={columns()}>
          {(column) => (
            <th
              scope="col"
              class={`customer-table__${column.class}`}
              classList={{ number: column.number }}
              aria-sort={order(column.by)}
            >
              <Show when={column.by} fallback={column.head}>
                {(by) => (
                  <button type="button" class="table__sort" onClick={() => props.onList(withSort(props.list, by()))}>
                    {column.head}
                    <Show when={order(by()) === 'descending'}>
                      <ArrowDown size={12} class="icon" aria-hidden="true" />
                    </Show>
                    <Show when={order(by()) === 'ascending'}>
                      <ArrowUp size={12} class="icon" aria-hidden="true" />
                    </Show>
                  </button>
                )}
              </Show>
            </th>
          )}
        </For>
      </tr>
    </thead>
  );
}
