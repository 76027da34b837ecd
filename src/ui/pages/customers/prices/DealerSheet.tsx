import { For, Show } from 'solid-js';
import { monthIdAt } from '~/domain/period';
import type { DealerView } from '~/domain/priceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { DealerNext } from './DealerNext';

/** What a dealer buys, sells on and earns with us, its rebates, its target and its months. */
export function DealerSheet(props: { view: DealerView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const growth = () => {
    const { buys, buysBefore } = props.view;
    return buysBefore !== null && buysBefore > 0 ? buys / buysBefore - 1 : null;
  };
  const earned = (): [string, number | null][] => [
    [t('price.sellsOn'), props.view.sellsOn],
    [t('price.paidFor'), props.view.paidFor],
    [t('price.margin'), props.view.margin],
    [t('price.rebate'), props.view.rebate],
    [t('price.support'), props.view.support],
    [t('price.earns'), props.view.earns],
  ];
  const opportunities = () => {
    const open = props.view.prospects.opportunities;
    return open === null ? '–' : t('price.opportunityCount', { n: open.count, amount: money.say(open.amount) });
  };
  const stands = (): [string, string][] => [
    [t('price.target'), props.view.target === null ? t('price.noTarget') : money.say(props.view.target)],
    [t('price.attainment'), format().percent(props.view.attainment)],
    [t('price.stock'), money.say(props.view.stock)],
    [t('price.stockMonths'), format().number(props.view.stockMonths, 1)],
    [t('price.potential'), money.say(props.view.prospects.potential)],
    [t('price.potentialShare'), format().percent(props.view.prospects.potentialShare)],
    [t('price.opportunities'), opportunities()],
  ];
  return (
    <article class="dealer__sheet">
      <Section
        finding={t('price.dealerFinding', {
          name: props.view.name,
          buys: money.say(props.view.buys),
          growth: format().growth(growth()),
        })}
        caption={t('price.dealerWindow', {
          from: format().isoDay(props.view.from),
          to: format().isoDay(props.view.asOf),
        })}
        tools={
          <span class="dealer__acts">
            <Button onClick={() => app.setParams({ code: String(props.view.code) })}>{t('price.openCustomer')}</Button>
            <Button onClick={() => print()}>{t('price.print')}</Button>
          </span>
        }
      >
        <div class="dealer__parts">
          <Pairs title={t('price.earnsTitle')} rows={earned().map(([name, amount]) => [name, money.say(amount)])} />
          <Pairs title={t('price.planTitle')} rows={stands()} />
        </div>
        <Show when={props.view.margin === null}>
          <p class="type-caption">{t('price.noSellThrough')}</p>
        </Show>
        <Programmes view={props.view} />
        <DealerNext customer={props.view.code} />
        <div class="dealer__parts">
          <Products view={props.view} />
          <Months view={props.view} />
        </div>
      </Section>
    </article>
  );
}

function Pairs(props: { title: string; rows: [string, string][] }) {
  return (
    <table class="table dealer__pairs">
      <caption class="type-section">{props.title}</caption>
      <tbody>
        <For each={props.rows}>
          {([name, value]) => (
            <tr>
              <th scope="row">{name}</th>
              <td class="number">{value}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Programmes(props: { view: DealerView }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  return (
    <Show when={props.view.programmes.length > 0}>
      <table class="table">
        <caption class="type-section">{t('price.part.rebates')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('price.programme')}</th>
            <th scope="col">{t('price.stepAtEnd')}</th>
            <th scope="col" class="number">
              {t('price.accrued')}
            </th>
            <th scope="col" class="number">
              {t('price.atEnd')}
            </th>
            <th scope="col" class="number">
              {t('price.toNext')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.view.programmes}>
            {(one) => (
              <tr>
                <th scope="row">{one.title}</th>
                <td>{one.step === 0 ? t('price.noStep') : t('price.stepNo', { n: one.step })}</td>
                <td class="number">{money.say(one.accrued)}</td>
                <td class="number">{money.say(one.atEnd)}</td>
                <td class="number">{one.on === 'volume' ? money.say(one.toNext) : format().percent(one.toNext)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  );
}

function Products(props: { view: DealerView }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  return (
    <table class="table">
      <caption class="type-section">{t('price.topProducts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('price.product')}</th>
          <th scope="col" class="number">{`${t('price.sales')} ${money.label()}`}</th>
          <th scope="col" class="number">
            {t('price.before')}
          </th>
          <th scope="col" class="number">
            {t('price.quantity')}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.view.products}>
          {(product) => (
            <tr>
              <th scope="row">{product.name || '–'}</th>
              <td class="number">{money.show(product.buys)}</td>
              <td class="number">{money.show(product.before)}</td>
              <td class="number">{format().count(product.quantity)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Months(props: { view: DealerView }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  return (
    <table class="table">
      <caption class="type-section">{t('price.monthsTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('price.dates')}</th>
          <th scope="col" class="number">{`${t('price.sales')} ${money.label()}`}</th>
          <th scope="col" class="number">
            {t('price.before')}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.view.months}>
          {(month) => (
            <tr>
              <th scope="row">{format().month(monthIdAt(month.month))}</th>
              <td class="number">{money.show(month.buys)}</td>
              <td class="number">{money.show(month.before)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
