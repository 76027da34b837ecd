import { For, Show } from 'solid-js';
import { useText } from '../../../components/TextProvider';
import { AmountSource } from '../AmountSource';
import { ColumnList } from '../ColumnList';
import { DateQuestion } from '../DateQuestion';
import { FilterEditor } from '../FilterEditor';
import { LookupJoins } from '../LookupJoins';
import { columnOf, missingParts } from '../mappingEdits';
import type { OrderReading } from '../orderReading';

/** What the columns of the orders mean, and what completes them. */
export function OrderColumns(props: { orders: OrderReading }) {
  const { t } = useText();
  const missing = () => {
    const mapping = props.orders.mapping();
    return mapping ? missingParts(mapping) : [];
  };
  const column = () => {
    const mapping = props.orders.mapping();
    return mapping && columnOf(mapping, 'date');
  };
  const cells = () =>
    props.orders.orderFiles().flatMap((file) => {
      const at = file.headers.indexOf(column() ?? '');
      return file.sample.map((row) => row[at] ?? '');
    });
  return (
    <>
      <ColumnList draft={props.orders} />
      <Show when={missing().length > 0}>
        <div class="import-note import-note--bad" role="alert">
          <For each={missing()}>
            {(part) => <p>{part === 'date' ? t('import.needDate') : t('import.needAmount')}</p>}
          </For>
        </div>
      </Show>
      <DateQuestion
        column={column() ?? ''}
        cells={cells()}
        open={props.orders.problems().some((issue) => issue.code === 'import/ambiguousDate')}
        chosen={props.orders.mapping()?.dateOrder ?? null}
        onChoose={(dateOrder) => {
          const mapping = props.orders.mapping();
          if (mapping) props.orders.change({ ...mapping, dateOrder });
        }}
      />
      <AmountSource draft={props.orders} />
      <FilterEditor draft={props.orders} />
      <LookupJoins draft={props.orders} />
    </>
  );
}
