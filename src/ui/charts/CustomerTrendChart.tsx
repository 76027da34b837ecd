import type { CustomerTrendView } from '~/domain/oneCustomer';
import { monthIdAt } from '~/domain/period';
import { Table } from '../components/Table';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';
import { ChartPanel } from './ChartPanel';
import { createTokens } from './createTokens';
import { customerTrendOption } from './customerTrendOption';

/** Twelve months of one customer with last year and target, or the same as a table. */
export function CustomerTrendChart(props: { trend: CustomerTrendView; finding: string; caption: string }) {
  const { t, format } = useText();
  const money = useMoney();
  const tokens = createTokens();
  const words = () => ({
    now: t('customerList.one.thisYear'),
    before: t('customerList.one.lastYear'),
    target: t('customerList.one.targetLine'),
    month: (id: string) => format().month(id),
    longMonth: (id: string) => format().longMonth(id),
    money: (amount: number) => money.say(amount),
    axis: (amount: number, most: number) =>
      money.show(most / 10) === money.show(0) ? money.compact(amount) : money.show(amount),
  });
  const rows = () => props.trend.now.map((_, at) => ({ at, id: monthIdAt(props.trend.firstMonth + at) }));
  return (
    <ChartPanel
      finding={props.finding}
      caption={props.caption}
      description={`${props.finding}. ${props.caption}`}
      option={customerTrendOption(props.trend, { words: words(), tokens: tokens() })}
      table={
        <Table
          label={`${props.finding}, ${money.label()}`}
          rows={rows()}
          columns={[
            {
              id: 'month',
              head: t('customerList.one.month'),
              rowHead: true,
              cell: (row) => format().longMonth(row.id),
            },
            { id: 'now', head: words().now, number: true, cell: (row) => money.show(props.trend.now[row.at]) },
            { id: 'before', head: words().before, number: true, cell: (row) => money.show(props.trend.before[row.at]) },
            { id: 'target', head: words().target, number: true, cell: (row) => money.show(props.trend.target[row.at]) },
          ]}
        />
      }
    />
  );
}
