import type { PeriodId } from '~/domain/period';
import type { FunnelView } from '~/domain/pipelineView';
import type { Tokens } from '../style/tokens';
import { barFrame } from './barFrame';
import type { ChartOption } from './chartOption';

export interface DealTrendWords {
  won: string;
  lost: string;
  days: string;
  month(period: PeriodId): string;
  longMonth(period: PeriodId): string;
  count(value: number): string;
}

/** Deals by month of closing: won below lost, or the days that those won took. A month without any leaves its place empty. */
export function dealTrendOption(
  trend: FunnelView['trend'],
  { look, tokens, words }: { look: 'closed' | 'cycle'; tokens: Tokens; words: DealTrendWords },
): ChartOption {
  const bar = (name: string, colour: string, data: (number | null)[]) => ({
    type: 'bar' as const,
    name,
    stack: 'all',
    barCategoryGap: '30%',
    barMaxWidth: 36,
    itemStyle: { color: colour, borderColor: tokens.surface, borderWidth: 0.5 },
    data,
  });
  const days = (value: number | null) => (value === null ? '–' : words.count(value));
  return barFrame({
    tokens,
    labels: trend.map(({ month }) =>
      month.endsWith('-01') ? `${words.month(month)}\n${month.slice(0, 4)}` : words.month(month),
    ),
    amount: (value) => (Number.isInteger(value) ? words.count(value) : ''),
    tooltip: (index) => {
      const row = trend[index];
      if (!row) return '';
      return [
        words.longMonth(row.month),
        `${words.won}  ${words.count(row.won)}`,
        `${words.lost}  ${words.count(row.lost)}`,
        `${words.days}  ${days(row.medianDays)}`,
      ].join('\n');
    },
    series:
      look === 'closed'
        ? [
            bar(
              words.won,
              tokens.s1,
              trend.map(({ won }) => won),
            ),
            bar(
              words.lost,
              tokens.line2,
              trend.map(({ lost }) => lost),
            ),
          ]
        : [
            bar(
              words.days,
              tokens.s1,
              trend.map(({ medianDays }) => medianDays),
            ),
          ],
  });
}
