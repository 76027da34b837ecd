import { For, Show } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import { LIFECYCLE_STAGES, type LifecycleStage } from '~/domain/segmentation';
import type { LifecycleView } from '~/domain/segmentView';
import { useApp } from '~/state/app';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { StageMark } from './StageMark';

/** Customers and sales per stage, and how many more or fewer than a month end ago. */
export function StageTable(props: { view: LifecycleView; tried: boolean }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const sales = () => props.view.stages.reduce((sum, stage) => sum + stage.sales, 0);
  const falling = () => props.view.stages.filter(({ stage }) => stage === 'declining' || stage === 'dormant');
  const finding = () => {
    const n = falling().reduce((sum, { customers }) => sum + customers, 0);
    const share = ratioOf(
      falling().reduce((sum, stage) => sum + stage.sales, 0),
      sales(),
    );
    return n === 0 ? t('lifecycle.findingFine') : t('lifecycle.finding', { n, share: format().percent(share, 0) });
  };
  const before = (stage: LifecycleStage) =>
    props.view.series.at(-2)?.customers[LIFECYCLE_STAGES.indexOf(stage)] ?? null;
  const meaning = (stage: LifecycleStage) => {
    const { rule } = props.view;
    const days = stage === 'new' ? rule.newDays : stage === 'lost' ? rule.lostDays : rule.dormantDays;
    const share = format().percent(stage === 'declining' ? rule.decline : rule.growth, 0);
    return t(`lifecycle.meaning.${stage}`, {
      days,
      share,
      times: format().number(rule.intervals, Number.isInteger(rule.intervals) ? 0 : 1),
    });
  };
  return (
    <Section finding={finding()} caption={props.view.comparable ? undefined : t('lifecycle.notComparable')}>
      <table class="table stage-table">
        <caption class="unseen">{t('lifecycle.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lifecycle.stageHead')}</th>
            <th scope="col" class="number">
              {t('lifecycle.customers')}
            </th>
            <th scope="col" class="number">
              {t('lifecycle.share')}
            </th>
            <th scope="col" class="number">
              {t('lifecycle.change')}
            </th>
            <th scope="col" class="number">
              {t('lifecycle.sales', { unit: money.label() })}
            </th>
            <th scope="col" class="number">
              {t('lifecycle.salesShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.view.stages}>
            {(row) => (
              <tr>
                <th scope="row">
                  <StageMark stage={row.stage} />
                  <Show when={!props.tried && row.customers > 0} fallback={t(`lifecycle.stage.${row.stage}`)}>
                    <button
                      type="button"
                      class="link"
                      title={t('lifecycle.list', { stage: t(`lifecycle.stage.${row.stage}`) })}
                      onClick={() => app.go('customers', { tab: 'list', stage: row.stage })}
                    >
                      {t(`lifecycle.stage.${row.stage}`)}
                    </button>
                  </Show>
                  <span class="faint stage-table__meaning">{meaning(row.stage)}</span>
                </th>
                <td class="number strong">{format().count(row.customers)}</td>
                <td class="number">{format().percent(ratioOf(row.customers, props.view.customers))}</td>
                <td class="number quiet">
                  <Show when={before(row.stage) !== null} fallback="–">
                    {format().signed(row.customers - (before(row.stage) ?? 0), 0)}
                  </Show>
                </td>
                <td class="number">{money.show(row.sales)}</td>
                <td class="number">{format().percent(ratioOf(row.sales, sales()))}</td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <td>{t('lifecycle.total')}</td>
            <td class="number">{format().count(props.view.customers)}</td>
            <td class="number">{format().percent(ratioOf(props.view.customers, props.view.customers))}</td>
            <td />
            <td class="number">{money.show(sales())}</td>
            <td class="number">{format().percent(ratioOf(sales(), sales()))}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
