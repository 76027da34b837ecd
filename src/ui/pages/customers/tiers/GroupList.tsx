import { For, Show } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import type { CustomersView } from '~/domain/view';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { CustomersState } from './createCustomers';

/** What a named group of RFM is called, and what to do with it; its id where the language knows none. */
export function useGroupWords() {
  const { t } = useText();
  return {
    name: (id: string) => t.find(`customers.group.${id}`) ?? id,
    advice: (id: string) => t.find(`customers.advice.${id}`) ?? '',
  };
}

/** The eight named groups of RFM: who they are, what they bring, what to do. */
export function GroupList(props: { state: CustomersState; view: CustomersView }) {
  const { t, format } = useText();
  const money = useMoney();
  const words = useGroupWords();
  const total = () => props.view.groups.reduce((sum, { sales }) => sum + sales, 0);
  const finding = () => {
    const best = props.view.groups.reduce((top, one) => (one.sales > top.sales ? one : top));
    return t('customers.groupsFinding', {
      name: words.name(best.id),
      n: best.customers,
      share: format().percent(ratioOf(best.sales, total()), 0),
    });
  };
  return (
    <Section finding={finding()} caption={t('customers.groupsCaption')}>
      <table class="table group-list">
        <caption class="unseen">{t('customers.groupsTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('customers.groupHead')}</th>
            <th scope="col" class="number">
              {t('customers.customers')}
            </th>
            <th scope="col" class="number">
              {t('customers.sales12In', { unit: money.label() })}
            </th>
            <th scope="col" class="number">
              {t('customers.shareOfSales')}
            </th>
            <th scope="col">{t('customers.groupAdvice')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.view.groups}>
            {(group) => (
              <tr data-chosen={props.state.list().group === group.id ? '' : undefined}>
                <th scope="row">
                  <Show when={group.customers > 0} fallback={words.name(group.id)}>
                    <button
                      type="button"
                      class="group-link"
                      aria-pressed={props.state.list().group === group.id}
                      title={t('customers.groupList', { name: words.name(group.id) })}
                      onClick={() =>
                        props.state.show({
                          ...props.state.list(),
                          rfm: null,
                          group: props.state.list().group === group.id ? null : group.id,
                        })
                      }
                    >
                      {words.name(group.id)}
                    </button>
                  </Show>
                </th>
                <td class="number strong">{format().count(group.customers)}</td>
                <td class="number">{money.show(group.sales)}</td>
                <td class="number">{format().percent(ratioOf(group.sales, total()))}</td>
                <td class="quiet">{words.advice(group.id)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Section>
  );
}
