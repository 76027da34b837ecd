import type { ForecastView } from '~/domain/view';
import type { Translate } from '~/i18n/translate';

export interface ForecastWords {
  t: Translate;
  /** In the unit of the page, without its name. */
  money(amount: number | null): string;
}

const MONTHS_AHEAD = 12;

/** What the year comes to against its target; without a plan's year what the next twelve months come to. */
export function forecastFinding(view: Pick<ForecastView, 'year' | 'points'>, { t, money }: ForecastWords): string {
  const { forecast } = view.year;
  const target = view.year.goal ?? view.year.target;
  if (forecast === null) {
    const ahead = view.points.flatMap(({ mean }) => (mean === null ? [] : [mean])).slice(0, MONTHS_AHEAD);
    const sum = ahead.reduce((all, mean) => all + mean, 0);
    return t('forecast.findingAhead', { forecast: money(sum), n: ahead.length });
  }
  if (target === null) return t('forecast.findingNoTarget', { forecast: money(forecast) });
  const gap = target - forecast;
  if (money(gap) === money(0)) return t('forecast.findingEven', { forecast: money(forecast) });
  return gap > 0
    ? t('forecast.findingShort', { forecast: money(forecast), gap: money(gap) })
    : t('forecast.findingOver', { forecast: money(forecast), gap: money(-gap) });
}
