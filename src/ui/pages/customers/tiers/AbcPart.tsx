import { createMemo, For, Show } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import type { CustomersView } from '~/domain/view';
import { ChartPanel } from '../../../charts/ChartPanel';
import { createTokens } from '../../../charts/createTokens';
import { paretoOption } from '../../../charts/paretoOption';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** How few customers bring how much: the curve, and the ABC classes by sales alone. */
export function AbcPart(props: { view: CustomersView }) {
  const { t, format } = useText();
  const money = useMoney();
  const tokens = createTokens();
  const total = () => props.view.abc.sales.reduce((sum, amount) => sum + amount, 0);
  const finding = () =>
    t('customers.abcFinding', {
      n: props.view.abc.customers[0],
      share: format().percent(ratioOf(props.view.abc.sales[0], total()), 0),
    });
  const option = createMemo(() =>
    paretoOption(
      {
        points: props.view.pareto,
        name: t('customers.abcCurve'),
        cuts: [0.7, 0.9],
        count: (value) => format().count(value),
        share: (value) => format().percent(value, 0),
      },
      tokens(),
    ),
  );
  const table = () => (
    <table class="table">
      <caption class="unseen">{t('customers.abcTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('customers.abcClass')}</th>
          <th scope="col" class="number">
            {t('customers.customers')}
          </th>
          <th scope="col" class="number">
            {t('customers.share')}
          </th>
          <th scope="col" class="number">
            {t('customers.sales12In', { unit: money.label() })}
          </th>
          <th scope="col" class="number">
            {t('customers.shareOfSales')}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={['A', 'B', 'C']}>
          {(letter, i) => (
            <tr>
              <th scope="row">{letter}</th>
              <td class="number strong">{format().count(props.view.abc.customers[i()])}</td>
              <td class="number">{format().percent(ratioOf(props.view.abc.customers[i()], props.view.customers))}</td>
              <td class="number">{money.show(props.view.abc.sales[i()])}</td>
              <td class="number">{format().percent(ratioOf(props.view.abc.sales[i()], total()))}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
  return (
    <Show when={props.view.pareto.length > 0} fallback={<p class="type-lead">{t('customers.abcNone')}</p>}>
      <ChartPanel
        finding={finding()}
        caption={t('customers.abcCaption')}
        description={finding()}
        option={option()}
        table={table()}
      />
    </Show>
  );
}
