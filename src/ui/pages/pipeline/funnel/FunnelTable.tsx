import { createSignal, For } from 'solid-js';
import type { FunnelStage, FunnelView } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import { FunnelBar } from '../../../charts/FunnelBar';
import { Section } from '../../../components/Section';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

type Measure = 'count' | 'amount';

/** Stage by stage: what reached it, what went further, how long it took, and what lies in it now. */
export function FunnelTable(props: { view: FunnelView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [measure, setMeasure] = createSignal<Measure>('count');
  const size = (stage: FunnelStage) => (measure() === 'count' ? stage.entered : stage.enteredAmount);
  const wonSize = () => (measure() === 'count' ? props.view.won.count : props.view.won.amount);
  const most = () => Math.max(1, wonSize(), ...props.view.stages.map(size));
  /** Without stage changes a lost deal may have come further than anybody knows: the count is the least it can be. */
  const reached = (stage: FunnelStage) =>
    props.view.basis === 'snapshot' &&
    stage.conversion === null &&
    props.view.lost.count > 0 &&
    stage !== props.view.stages[0]
      ? `≥ ${sized(size(stage))}`
      : sized(size(stage));
  const sized = (value: number) => (measure() === 'count' ? format().count(value) : money.show(value));
  const days = (value: number | null) => format().count(value === null ? null : Math.round(value));
  const show = (stage: string, filter: string) => app.setParams({ tab: 'deals', show: filter, stage: stage || null });
  return (
    <Section
      finding={t('pipeline.funnel.table')}
      caption={t('pipeline.funnel.conversionHint')}
      tools={
        <Segment<Measure>
          label={t('pipeline.funnel.measure')}
          options={[
            { value: 'count', label: t('pipeline.funnel.byCount') },
            { value: 'amount', label: t('pipeline.funnel.byMoney') },
          ]}
          value={measure()}
          onChange={setMeasure}
        />
      }
    >
      <div class="pipeline-scroll">
        <table class="table funnel-table">
          <caption class="unseen">{t('pipeline.funnel.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('pipeline.funnel.stage')}</th>
              <th scope="col" class="funnel-table__shape">
                {t('pipeline.funnel.shape')}
              </th>
              <th scope="col" class="number">
                {t('pipeline.funnel.conversion')}
              </th>
              <th scope="col" class="number">
                {t('pipeline.funnel.conversionAmount')}
              </th>
              <th scope="col" class="number">
                {t('pipeline.funnel.median')}
              </th>
              <th scope="col" class="number" title={t('pipeline.funnel.longHint')}>
                {t('pipeline.funnel.long')}
              </th>
              <th scope="col" class="number">
                {t('pipeline.funnel.chance')}
              </th>
              <th scope="col" class="number">
                {t('pipeline.funnel.now')}
              </th>
              <th scope="col" class="number">
                {t('pipeline.funnel.nowAmount')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.view.stages}>
              {(row) => (
                <tr>
                  <th scope="row">{row.stage.name}</th>
                  <td>
                    <FunnelBar
                      share={size(row) / most()}
                      text={reached(row)}
                      label={t('pipeline.funnel.reachedLabel', { stage: row.stage.name, n: reached(row) })}
                    />
                  </td>
                  <td class="number strong">{format().percent(row.conversion, 0)}</td>
                  <td class="number quiet">{format().percent(row.conversionAmount, 0)}</td>
                  <td class="number">{days(row.medianDays)}</td>
                  <td class="number quiet">{days(row.longDays)}</td>
                  <td class="number">
                    <span classList={{ 'funnel-table__hand': row.stage.chance !== null }}>
                      {format().probability(row.chance)}
                    </span>
                  </td>
                  <td class="number">
                    <button
                      type="button"
                      class="pipeline-link"
                      aria-label={`${t('pipeline.funnel.dealsOf', { stage: row.stage.name })}: ${row.count}`}
                      onClick={() => show(row.stage.id, 'open')}
                    >
                      {format().count(row.count)}
                    </button>
                  </td>
                  <td class="number">{money.show(row.amount)}</td>
                </tr>
              )}
            </For>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('pipeline.funnel.won')}</th>
              <td>
                <FunnelBar
                  won
                  share={wonSize() / most()}
                  text={sized(wonSize())}
                  label={t('pipeline.funnel.reachedLabel', { stage: t('pipeline.funnel.won'), n: sized(wonSize()) })}
                />
              </td>
              <td colspan={4} />
              <td class="number quiet">{t('pipeline.funnel.open')}</td>
              <td class="number">{format().count(props.view.open.count)}</td>
              <td class="number">{money.show(props.view.open.amount)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Section>
  );
}
