import type { Day } from '~/domain/period';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';
import type { ChartWords } from './chartWords';

const DAY_MS = 86_400_000;

/** The words of a chart that shows what is known up to `asOf`. Follows language and unit. */
export function useChartWords(): (asOf: Day | null) => ChartWords {
  const { t, format } = useText();
  const money = useMoney();
  return (asOf) => {
    // "Today" is only said of data that is complete up to yesterday or today.
    const today = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / DAY_MS);
    const isFresh = asOf !== null && today - asOf <= 1 && today >= asOf;
    return {
      actual: t('forecast.actual'),
      soFar: t('forecast.soFar'),
      target: t('forecast.target'),
      forecast: t('forecast.forecast'),
      lastYear: t('forecast.lastYear'),
      own: t('forecast.ownRow'),
      override: t('forecast.override'),
      today: isFresh
        ? t('forecast.todayIs', { date: format().day(today) })
        : t('forecast.dataTo', { date: format().day(asOf) }),
      festival: (day) => t('forecast.springFestival', { date: format().day(day) }),
      nationalDay: t('forecast.nationalDay'),
      interval: (level) => t('forecast.interval', { level: Math.round(level * 100) }),
      money: money.show,
      axis: (amount, most) => (money.show(most / 10) === money.show(0) ? money.compact(amount) : money.show(amount)),
      month: format().month,
      longMonth: format().longMonth,
    };
  };
}
