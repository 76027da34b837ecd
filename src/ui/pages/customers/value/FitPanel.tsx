import { For, Show } from 'solid-js';
import type { ValueView } from '~/domain/customerValue';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { CountsChart } from './CountsChart';
import { fitFinding } from './fitFinding';
import { repeatText } from './repeatText';

/** With more than this part of all still there the model has found no leaving. */
const STAYING = 0.998;

/** Whether to believe the model: what it expects against what is, what it foretold, and when it does not apply. */
export function FitPanel(props: { view: ValueView }) {
  const { t, format } = useText();
  const cautions = () => {
    const { view } = props;
    const found: string[] = [];
    if (view.repeaters < 30 || view.repeaters < 0.1 * view.customers) found.push(t('value.caution.few'));
    if (view.rule.model === 'bgNbd' && view.customers > view.repeaters) {
      found.push(t('value.caution.single', { n: view.customers - view.repeaters }));
    }
    if (view.totals && view.totals.alive > STAYING * view.customers) found.push(t('value.caution.staying'));
    if (view.moneyRefusal) found.push(t('value.caution.money'));
    else if (view.correlation !== null && Math.abs(view.correlation) > 0.3) {
      found.push(t('value.caution.related', { r: format().number(view.correlation, 2) }));
    }
    if (view.gaps > 0) found.push(t('value.caution.gaps', { n: view.gaps }));
    if (view.model && !view.check) found.push(t('value.caution.short'));
    return found;
  };
  return (
    <>
      <Show when={props.view.counts.length > 0}>
        <Section finding={t(`value.fit.${fitFinding(props.view)}`)} caption={t('value.fitCaption')}>
          <CountsChart counts={props.view.counts} />
          <table class="table fit-table">
            <caption class="unseen">{t('value.fitCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('value.repeat')}</th>
                <th scope="col" class="number">
                  {t('value.expected')}
                </th>
                <th scope="col" class="number">
                  {t('value.actual')}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.view.counts}>
                {(row) => (
                  <tr>
                    <th scope="row">
                      <Show when={row.to === null} fallback={repeatText(row, format())}>
                        {t('value.orMore', { n: row.from })}
                      </Show>
                    </th>
                    <td class="number">{format().count(row.expected)}</td>
                    <td class="number">{format().count(row.actual)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Section>
      </Show>
      <Show when={props.view.check}>
        {(check) => (
          <Section
            finding={t('value.check', {
              predicted: format().count(check().predicted),
              actual: format().count(check().actual),
              off: format().growth(check().actual > 0 ? check().predicted / check().actual - 1 : null, 0),
            })}
          >
            <p class="type-caption">
              {t('value.checkText', {
                from: format().isoDay(check().from),
                to: format().isoDay(check().to),
                error: format().number(check().meanError, 2),
                plain: format().number(check().plainError, 2),
              })}
            </p>
          </Section>
        )}
      </Show>
      <Section finding={t('value.when')}>
        <p class="type-caption">{t('value.whenText')}</p>
        <ul class="value-cautions">
          <For each={cautions()}>{(caution) => <li>{caution}</li>}</For>
        </ul>
        <Show when={props.view.model}>
          {(model) => (
            <details class="value-parameters">
              <summary>{t('value.parameters')}</summary>
              <dl>
                <For each={Object.entries(model())}>
                  {([name, value]) => (
                    <>
                      <dt>{name === 'logLikelihood' ? t('value.logLikelihood') : name}</dt>
                      <dd class="number">{format().number(value, name === 'logLikelihood' ? 1 : 4)}</dd>
                    </>
                  )}
                </For>
              </dl>
              <p class="type-caption">{t('value.parametersText')}</p>
            </details>
          )}
        </Show>
      </Section>
    </>
  );
}
