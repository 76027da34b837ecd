import { createMemo, createSignal, For } from 'solid-js';
import { civilOf, isoDate } from '~/domain/period';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import type { LifecycleView } from '~/domain/segmentView';
import { ChartPanel } from '../../../charts/ChartPanel';
import { createTokens } from '../../../charts/createTokens';
import { stageOption } from '../../../charts/stageOption';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { StageMark } from './StageMark';
import { BAR_STAGES, STAGE_COLOURS } from './stageLooks';

const monthOf = ({ on }: { on: number }): number => civilOf(on).month;

/** Stages at the end of each month, on top of each other, with the same numbers as a table. */
export function StageChart(props: { view: LifecycleView }) {
  const { t, format } = useText();
  const money = useMoney();
  const tokens = createTokens();
  const [shown, setShown] = createSignal<'customers' | 'sales'>('customers');
  const series = () => props.view.series;
  const reading = (point: LifecycleView['series'][number], stage: (typeof LIFECYCLE_STAGES)[number]) =>
    point[shown()][LIFECYCLE_STAGES.indexOf(stage)];
  const amount = (value: number) => (shown() === 'customers' ? format().count(value) : money.show(value));
  const longLabel = (point: LifecycleView['series'][number]) => format().longMonth(isoDate(point.on).slice(0, 7));
  const label = (point: LifecycleView['series'][number]) => format().month(isoDate(point.on).slice(0, 7));
  const option = createMemo(() =>
    stageOption(
      {
        labels: series().map((point) => (monthOf(point) === 1 ? longLabel(point) : label(point))),
        parts: BAR_STAGES.map((stage) => ({
          name: t(`lifecycle.stage.${stage}`),
          colour: tokens()[STAGE_COLOURS[stage]],
          values: series().map((point) => reading(point, stage)),
        })),
        amount,
      },
      tokens(),
    ),
  );
  const finding = () => {
    const [first] = series();
    const last = series().at(-1);
    return first && last
      ? t('lifecycle.seriesFinding', { from: longLabel(first), to: longLabel(last) })
      : t('lifecycle.title');
  };
  return (
    <ChartPanel
      finding={finding()}
      caption={[
        t('lifecycle.seriesCaption'),
        ...(shown() === 'sales' ? [money.label()] : []),
        ...(series().every(({ comparable }) => comparable) ? [] : [t('lifecycle.notComparable')]),
      ].join(' · ')}
      description={finding()}
      option={option()}
      legend={
        <div class="stage-legend">
          <Segment
            label={t('lifecycle.show')}
            options={[
              { value: 'customers', label: t('lifecycle.seriesCustomers') },
              { value: 'sales', label: t('lifecycle.seriesSales') },
            ]}
            value={shown()}
            onChange={setShown}
          />
          <For each={[...BAR_STAGES].reverse()}>
            {(stage) => (
              <span class="stage-legend__one">
                <StageMark stage={stage} />
                {t(`lifecycle.stage.${stage}`)}
              </span>
            )}
          </For>
        </div>
      }
      table={
        <table class="table">
          <caption class="unseen">{finding()}</caption>
          <thead>
            <tr>
              <th scope="col">{t('lifecycle.month')}</th>
              <For each={LIFECYCLE_STAGES}>
                {(stage) => (
                  <th scope="col" class="number">
                    {t(`lifecycle.stage.${stage}`)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={[...series()].reverse()}>
              {(point) => (
                <tr>
                  <th scope="row">{format().isoDay(point.on)}</th>
                  <For each={LIFECYCLE_STAGES}>
                    {(stage) => <td class="number">{amount(reading(point, stage))}</td>}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      }
    />
  );
}
