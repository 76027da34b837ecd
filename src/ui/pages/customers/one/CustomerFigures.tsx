import { For, Show } from 'solid-js';
import type { OneCustomerView } from '~/domain/oneCustomer';
import { BLANK } from '~/i18n/format';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** The figures of a customer in one row; what nobody knows is a dash. */
export function CustomerFigures(props: { view: OneCustomerView }) {
  const { t, format } = useText();
  const money = useMoney();
  const days = (value: number | null) =>
    value === null ? BLANK : t('customerList.one.days', { n: format().count(Math.round(value)) });
  const tiles = (): { id: string; value: string; note?: string; tone?: 'bad' | 'warn' }[] => {
    const { figures } = props.view;
    const rank =
      figures.rank === null
        ? undefined
        : t('customerList.one.rank', { rank: format().count(figures.rank), all: format().count(figures.ranked) });
    const risk = figures.risk === 'high' ? 'bad' : figures.risk === 'watch' ? 'warn' : undefined;
    return [
      { id: 'sales12', value: money.sayFinely(figures.sales12), note: rank },
      { id: 'growth', value: format().growth(figures.growth, 1) },
      { id: 'share', value: format().percent(figures.share, 1) },
      { id: 'target', value: money.sayFinely(figures.target) },
      { id: 'attainment', value: format().percent(figures.attainment, 1) },
      { id: 'orders', value: format().count(figures.orders) },
      { id: 'averageOrder', value: money.sayFinely(figures.averageOrder) },
      {
        id: 'recency',
        value: days(figures.recencyDays),
        note: figures.lastDay === null ? t('customerList.one.neverOrdered') : format().isoDay(figures.lastDay),
        tone: risk,
      },
      { id: 'interval', value: days(figures.interval) },
    ];
  };
  return (
    <dl class="one__figures">
      <For each={tiles()}>
        {(tile) => (
          <div class="one__figure" data-tone={tile.tone}>
            <dt>{t.find(`customerList.one.kpi.${tile.id}`)}</dt>
            <dd>
              {tile.value}
              <Show when={tile.note}>
                <small>{tile.note}</small>
              </Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}
