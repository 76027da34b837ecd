import { For } from 'solid-js';
import type { ValueView } from '~/domain/customerValue';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** What the whole base is worth, and where it lies. */
export function ValueSummary(props: { view: ValueView; totals: NonNullable<ValueView['totals']> }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 1 });
  const share = (worth: number) => format().percent(props.totals.worth > 0 ? worth / props.totals.worth : null);
  const figures = () => [
    { name: t('value.baseWorth', { unit: money.label() }), value: money.show(props.totals.worth) },
    { name: t('value.baseAlive'), value: format().count(props.totals.alive) },
    { name: t('value.basePurchases'), value: format().count(props.totals.purchases) },
    { name: t('value.baseRisk', { unit: money.label() }), value: money.show(props.totals.atRisk) },
  ];
  return (
    <Section
      finding={t(props.totals.riskCustomers === 0 ? 'value.findingSafe' : 'value.finding', {
        worth: money.say(props.totals.worth),
        months: props.view.rule.months,
        risk: money.say(props.totals.atRisk),
        n: props.totals.riskCustomers,
      })}
      caption={t('value.caption', { date: format().isoDay(props.view.asOf) })}
    >
      <div class="value-summary">
        <dl class="value-figures">
          <For each={figures()}>
            {(figure) => (
              <div>
                <dt>{figure.name}</dt>
                <dd class="number">{figure.value}</dd>
              </div>
            )}
          </For>
        </dl>
        <table class="table value-tiers">
          <caption class="unseen">{t('value.byTier')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('customers.tier')}</th>
              <th scope="col" class="number">
                {t('value.customers')}
              </th>
              <th scope="col" class="number">
                {t('value.stillBuy')}
              </th>
              <th scope="col" class="number">
                {t('value.worthIn', { unit: money.label() })}
              </th>
              <th scope="col" class="number">
                {t('value.share')}
              </th>
              <th scope="col" class="number">
                {t('value.atRiskIn', { unit: money.label() })}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.view.tiers}>
              {(line) => (
                <tr>
                  <th scope="row">{line.tier ?? t('value.noTier')}</th>
                  <td class="number">{format().count(line.customers)}</td>
                  <td class="number">{format().count(line.alive)}</td>
                  <td class="number">{money.show(line.worth)}</td>
                  <td class="number quiet">{share(line.worth)}</td>
                  <td class="number">{money.show(line.atRisk)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Section>
  );
}
