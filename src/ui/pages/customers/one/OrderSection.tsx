import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createEffect, createSignal, For, Index, on, Show } from 'solid-js';
import type { CustomerOrder, OneCustomerView } from '~/domain/oneCustomer';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

const STEP = 20;

/** Orders, newest first, each with its lines when it is opened; more come when they are asked for. */
export function OrderSection(props: { view: OneCustomerView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [orders, setOrders] = createSignal<readonly CustomerOrder[]>([]);
  const [open, setOpen] = createSignal<ReadonlySet<number>>(new Set());
  let asked = 0;
  const takeFirst = async (count: number) => {
    const mine = ++asked;
    const found = await app.attempt(app.host.customerOrders(props.view.head.code, 0, count));
    if (mine === asked && found) setOrders(found);
  };
  createEffect(
    on(
      () => props.view,
      (view, before) => {
        const isSame = before?.head.code === view.head.code;
        if (!isSame) setOpen(new Set<number>());
        void takeFirst(isSame ? Math.max(STEP, orders().length) : STEP);
      },
    ),
  );
  const turn = (id: number) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const left = () => props.view.orderCount - orders().length;
  const finding = () => t('customerList.one.orders', { n: format().count(props.view.orderCount) });
  return (
    <Show when={props.view.orderCount > 0}>
      <Section finding={finding()} caption={t('customerList.one.ordersCaption')}>
        <table class="table one__orders">
          <caption class="unseen">{finding()}</caption>
          <thead>
            <tr>
              <th scope="col">{t('customerList.one.day')}</th>
              <th scope="col">{t('customerList.one.product')}</th>
              <th scope="col" class="number">
                {t('customerList.one.lines')}
              </th>
              <th scope="col" class="number">
                {t('customerList.one.amount')}
              </th>
            </tr>
          </thead>
          <Index each={orders()}>
            {(order) => (
              <tbody>
                <tr>
                  <th scope="row">
                    <button
                      type="button"
                      class="one__open"
                      aria-expanded={open().has(order().id)}
                      onClick={() => turn(order().id)}
                    >
                      <ChevronRight size={14} class="icon" aria-hidden="true" />
                      {format().isoDay(order().day)}
                    </button>
                  </th>
                  <td class="one__goods">
                    {order()
                      .lines.slice(0, 3)
                      .map((line) => line.product)
                      .join(', ')}
                    <Show when={order().amount < 0}>
                      <span class="one__tag">{t('customerList.one.returnOrder')}</span>
                    </Show>
                  </td>
                  <td class="number">{format().count(order().lines.length)}</td>
                  <td class="number">{money.exact(order().amount)}</td>
                </tr>
                <Show when={open().has(order().id)}>
                  <For each={order().lines}>
                    {(line) => (
                      <tr class="one__line">
                        <td />
                        <td>{line.product}</td>
                        <td />
                        <td class="number">{money.exact(line.amount)}</td>
                      </tr>
                    )}
                  </For>
                </Show>
              </tbody>
            )}
          </Index>
        </table>
        <Show when={left() > 0}>
          <Button look="link" onClick={() => void takeFirst(orders().length + STEP * 5)}>
            {t('customerList.one.moreOrders', { n: format().count(Math.min(left(), STEP * 5)) })}
          </Button>
        </Show>
      </Section>
    </Show>
  );
}
