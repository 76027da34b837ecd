import { Show } from 'solid-js';
import { useText } from '../../components/TextProvider';
import { amountSource } from './mappingEdits';
import type { OrderReading } from './orderReading';

/** Where the amount of a row comes from, said plainly: a column, or quantity × price. */
export function AmountSource(props: { draft: OrderReading }) {
  const { t } = useText();
  const source = () => {
    const mapping = props.draft.mapping();
    return mapping && amountSource(mapping);
  };
  const words = () => {
    const from = source();
    if (!from) return '';
    if (from.kind === 'column') return t('import.amountColumn', { column: from.column });
    if (from.kind === 'timesColumn') return t('import.amountTimesColumn', from);
    return t('import.amountTimesLookup', { quantity: from.quantity, price: from.price, file: from.lookup });
  };
  return (
    <Show when={source()}>
      {(from) => (
        <section class="import-fact">
          <h3 class="import-fact__name">{t('import.amount')}</h3>
          <p>
            {words()}
            <Show when={from().kind !== 'column'}>
              <span class="quiet"> {t('import.amountRounded')}</span>
            </Show>
          </p>
        </section>
      )}
    </Show>
  );
}
