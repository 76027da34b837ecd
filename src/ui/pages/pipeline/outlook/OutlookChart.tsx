import { createMemo } from 'solid-js';
import type { PipelineForecastView } from '~/domain/pipelineView';
import { ChartPanel } from '../../../charts/ChartPanel';
import { createTokens } from '../../../charts/createTokens';
import { outlookOption } from '../../../charts/outlookOption';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { OutlookLegend } from './OutlookLegend';
import { outlookMonths, runningMonth } from './outlookMonths';

/** Month by month: repeat sales, deals on top of them with their range, and the target. */
export function OutlookChart(props: { view: PipelineForecastView }) {
  const { t, format } = useText();
  const money = useMoney();
  const tokens = createTokens();
  const rows = createMemo(() => outlookMonths(props.view));
  const hasRunRate = () => rows().some(({ runRate }) => runRate !== null);
  const hasTarget = () => rows().some(({ target }) => target !== null);
  const caption = () => {
    const running = runningMonth(props.view.asOf);
    if (running === null) return money.label();
    return `${money.label()} · ${t('pipeline.outlook.restOf', { month: format().longMonth(running) })}`;
  };
  const words = () => ({
    weighted: t('pipeline.outlook.weighted'),
    deals: t('pipeline.outlook.dealsSum'),
    runRate: t('pipeline.outlook.runRate'),
    combined: t('pipeline.outlook.combined'),
    range: t('pipeline.outlook.range'),
    target: t('pipeline.outlook.target'),
    month: format().month,
    longMonth: format().longMonth,
    money: (amount: number | null) => money.show(amount),
    axis: (amount: number, most: number) =>
      money.show(most / 10) === money.show(0) ? money.compact(amount) : money.show(amount),
  });
  const signed = (amount: number | null) =>
    amount !== null && amount > 0 && money.show(amount) !== money.show(0)
      ? `+${money.show(amount)}`
      : money.show(amount);
  return (
    <ChartPanel
      finding={t('pipeline.outlook.chart')}
      caption={caption()}
      description={`${t('pipeline.outlook.chart')}. ${caption()}`}
      option={outlookOption(rows(), { words: words(), tokens: tokens() })}
      legend={<OutlookLegend hasRunRate={hasRunRate()} hasTarget={hasTarget()} />}
      table={
        <Table
          label={`${t('pipeline.outlook.chart')}, ${money.label()}`}
          rows={rows()}
          columns={[
            {
              id: 'month',
              head: t('pipeline.outlook.month'),
              rowHead: true,
              cell: (row) => format().longMonth(row.month),
            },
            {
              id: 'weighted',
              head: t('pipeline.outlook.weighted'),
              number: true,
              cell: (row) => money.show(row.weighted),
            },
            { id: 'deals', head: t('pipeline.outlook.dealsSum'), number: true, cell: (row) => money.show(row.deals) },
            {
              id: 'runRate',
              head: t('pipeline.outlook.runRate'),
              number: true,
              cell: (row) => money.show(row.runRate),
            },
            {
              id: 'mean',
              head: t('pipeline.outlook.combined'),
              number: true,
              cell: (row) => <span class="forecast-text strong">{money.show(row.mean)}</span>,
            },
            {
              id: 'range',
              head: t('pipeline.outlook.range'),
              number: true,
              cell: (row) => (
                <span class="quiet">{format().interval(money.show(row.lower), money.show(row.upper))}</span>
              ),
            },
            { id: 'target', head: t('pipeline.outlook.target'), number: true, cell: (row) => money.show(row.target) },
            {
              id: 'difference',
              head: t('pipeline.outlook.difference'),
              number: true,
              cell: (row) => signed(row.difference),
            },
          ]}
        />
      }
    />
  );
}
