import { createMemo, createSignal } from 'solid-js';
import type { FunnelView } from '~/domain/pipelineView';
import { ChartPanel } from '../../../charts/ChartPanel';
import { createTokens } from '../../../charts/createTokens';
import { dealTrendOption } from '../../../charts/dealTrendOption';
import { Segment } from '../../../components/Segment';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** More months than this are too many bars. */
const MONTHS = 24;

type Look = 'closed' | 'cycle';

/** Deals won and lost month by month, or how long those that were won took. */
export function DealTrend(props: { view: FunnelView }) {
  const { t, format } = useText();
  const money = useMoney();
  const tokens = createTokens();
  const [look, setLook] = createSignal<Look>('closed');
  const rows = createMemo(() => props.view.trend.slice(-MONTHS));
  const sum = (read: (row: FunnelView['trend'][number]) => number) => rows().reduce((all, row) => all + read(row), 0);
  const finding = () =>
    rows().length === 0
      ? t('pipeline.funnel.trendNone')
      : t('pipeline.funnel.trend', {
          months: rows().length,
          won: sum(({ won }) => won),
          lost: sum(({ lost }) => lost),
        });
  const caption = () => t(look() === 'closed' ? 'pipeline.funnel.trendCaption' : 'pipeline.funnel.cycleCaption');
  const option = createMemo(() =>
    dealTrendOption(rows(), {
      look: look(),
      tokens: tokens(),
      words: {
        won: t('pipeline.funnel.won'),
        lost: t('pipeline.funnel.lost'),
        days: t('pipeline.funnel.median'),
        month: format().month,
        longMonth: format().longMonth,
        count: (value) => format().count(Math.round(value)),
      },
    }),
  );
  return (
    <ChartPanel
      finding={finding()}
      caption={caption()}
      description={`${finding()}. ${caption()}`}
      option={option()}
      legend={
        <div class="deal-trend__look">
          <Segment<Look>
            label={t('pipeline.funnel.trendCaption')}
            options={[
              { value: 'closed', label: `${t('pipeline.funnel.won')} / ${t('pipeline.funnel.lost')}` },
              { value: 'cycle', label: t('pipeline.funnel.cycle') },
            ]}
            value={look()}
            onChange={setLook}
          />
        </div>
      }
      table={
        <Table
          label={finding()}
          rows={rows()}
          columns={[
            {
              id: 'month',
              head: t('pipeline.funnel.month'),
              rowHead: true,
              cell: (row) => format().longMonth(row.month),
            },
            { id: 'won', head: t('pipeline.funnel.won'), number: true, cell: (row) => format().count(row.won) },
            { id: 'lost', head: t('pipeline.funnel.lost'), number: true, cell: (row) => format().count(row.lost) },
            {
              id: 'amount',
              head: t('pipeline.funnel.wonAmount'),
              number: true,
              cell: (row) => money.show(row.wonAmount),
            },
            {
              id: 'days',
              head: t('pipeline.funnel.median'),
              number: true,
              cell: (row) => format().count(row.medianDays === null ? null : Math.round(row.medianDays)),
            },
          ]}
        />
      }
    />
  );
}
