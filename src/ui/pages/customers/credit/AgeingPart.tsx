import { For, Show } from 'solid-js';
import type { CreditView } from '~/domain/credit';
import { ratioOf } from '~/domain/ratio';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

const BUCKETS = ['b0', 'b1', 'b2', 'b3', 'b4'] as const;

/** How old everything open is: one bar per bucket, with what is disputed and what we owe told apart. */
export function AgeingPart(props: { view: CreditView }) {
  const { t, format } = useText();
  const money = useMoney();
  const open = () => props.view.totals.buckets.reduce((sum, amount) => sum + amount, 0);
  const late = () => props.view.states.late + props.view.states.over;
  const finding = () =>
    late() === 0 ? t('credit.allFine') : t('credit.lead', { n: props.view.states.over, late: props.view.states.late });
  return (
    <Section
      finding={finding()}
      caption={`${t('credit.overdueShare')} ${format().percent(ratioOf(props.view.totals.overdue, open()))} · ${money.label()}`}
    >
      <table class="table ageing">
        <caption class="unseen">{t('credit.ageing')}</caption>
        <tbody>
          <For each={BUCKETS}>
            {(bucket, index) => (
              <tr>
                <th scope="row">{t(`credit.bucket.${bucket}`)}</th>
                <td class="ageing__bar">
                  <span
                    class="ageing__fill"
                    data-late={index() > 0 ? '' : undefined}
                    style={{ width: `${100 * (ratioOf(props.view.totals.buckets[index()], open()) ?? 0)}%` }}
                  />
                </td>
                <td class="number">{money.show(props.view.totals.buckets[index()])}</td>
                <td class="number quiet">{format().percent(ratioOf(props.view.totals.buckets[index()], open()))}</td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <Show when={props.view.totals.disputed !== 0}>
            <Extra name={t('credit.disputed')} amount={money.show(props.view.totals.disputed)} />
          </Show>
          <Show when={props.view.totals.credit !== 0}>
            <Extra name={t('credit.creditBalance')} amount={money.show(props.view.totals.credit)} />
          </Show>
          <Extra name={t('credit.balance')} amount={money.show(props.view.totals.balance)} />
        </tfoot>
      </table>
    </Section>
  );
}

function Extra(props: { name: string; amount: string }) {
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {props.name}
      </th>
      <td class="number">{props.amount}</td>
      <td />
    </tr>
  );
}
