import { For, Show } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import type { CustomersView } from '~/domain/view';
import { useText } from '../../../components/TextProvider';
import { TierBadge } from './TierBadge';

/** What the rule amounts to: customers and sales per tier. */
export function TierTable(props: { view: CustomersView }) {
  const { t, format } = useText();
  const customers = () => props.view.tiers.reduce((sum, tier) => sum + tier.customers, 0);
  const revenue = () => props.view.tiers.reduce((sum, tier) => sum + tier.revenue, 0);
  const ofSales = (amount: number) => ratioOf(amount, revenue());
  return (
    <table class="table tier-table">
      <caption class="unseen">{t('customers.tierTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('customers.tier')}</th>
          <th scope="col" class="number">
            {t('customers.customers')}
          </th>
          <th scope="col" class="number">
            {t('customers.share')}
          </th>
          <th scope="col" class="number">
            {t('customers.shareOfSales')}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.view.tiers}>
          {(tier) => (
            <tr>
              <th scope="row">
                <TierBadge tier={tier.tier} />
              </th>
              <td class="number strong">{format().count(tier.customers)}</td>
              <td class="number">{format().percent(ratioOf(tier.customers, customers()))}</td>
              <td class="number">
                <span class="share-bar">
                  <span class="share-bar__track">
                    <span
                      class={`share-bar__fill share-bar__fill--${tier.tier}`}
                      style={{ width: `${Math.max(0, Math.min(1, ofSales(tier.revenue) ?? 0)) * 100}%` }}
                    />
                  </span>
                  <span class="share-bar__text">{format().percent(ofSales(tier.revenue), 0)}</span>
                </span>
              </td>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <td>{t('customers.total')}</td>
          <td class="number">{format().count(customers())}</td>
          <td class="number">{format().percent(ratioOf(customers(), customers()))}</td>
          <td class="number">{format().percent(ratioOf(revenue(), revenue()), 0)}</td>
        </tr>
        <Show when={props.view.unscored > 0}>
          <tr class="tier-table__rest">
            <td colSpan={4}>{t('customers.unscored', { n: props.view.unscored })}</td>
          </tr>
        </Show>
      </tfoot>
    </table>
  );
}
