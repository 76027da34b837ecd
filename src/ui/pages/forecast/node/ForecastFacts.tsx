import { For, Show } from 'solid-js';
import { monthPeriodAt } from '~/domain/period';
import type { ForecastView } from '~/domain/view';
import { springFestival } from '~/domain/workingDays';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { seasonPeaks } from './seasonPeaks';

const SEASON_MONTHS = 24;

interface Fact {
  name: string;
  text: string;
}

/** What the history showed: season, running month, a feast that moves, and what to be careful with. */
export function ForecastFacts(props: { view: ForecastView; festivals: boolean }) {
  const { t, format } = useText();
  const money = useMoney();

  const season = (): Fact => {
    const peaks = seasonPeaks(props.view.points);
    if (props.view.seasonal) {
      const text = peaks
        ? t('forecast.seasonalText', { high: format().month(peaks.high), low: format().month(peaks.low) })
        : '';
      return { name: t('forecast.seasonal'), text };
    }
    return props.view.months < SEASON_MONTHS
      ? { name: t('forecast.noSeasonYet'), text: t('forecast.noSeasonYetText') }
      : { name: t('forecast.notSeasonal'), text: t('forecast.notSeasonalText') };
  };
  const running = (): Fact[] => {
    const month = props.view.running;
    if (!month) return [];
    return [
      {
        name: t('forecast.running', { month: format().longMonth(month.period) }),
        text: t('forecast.runningText', { amount: money.say(month.actual) }),
      },
    ];
  };
  const festival = (): Fact[] => {
    const next = props.festivals ? nextFestival(props.view) : null;
    if (next === null) return [];
    return [
      {
        name: t('forecast.festivalMoved'),
        text: t('forecast.festivalText', { year: String(next.year), date: format().day(next.day) }),
      },
    ];
  };
  const notes = () => props.view.notes.flatMap((code) => t.find(`forecast.note.${code}`) ?? []);

  return (
    <>
      <ul class="facts">
        <For each={[season(), ...running(), ...festival()]}>
          {(fact) => (
            <li class="facts__one">
              <span class="strong">{fact.name}</span>
              <span class="facts__text">{fact.text}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={notes().length > 0}>
        <section class="section" aria-labelledby="forecast-notes">
          <h2 id="forecast-notes" class="type-section">
            {t('forecast.notes')}
          </h2>
          <ul class="notes">
            <For each={notes()}>{(note) => <li>{note}</li>}</For>
          </ul>
        </section>
      </Show>
    </>
  );
}

/** The first Spring Festival among the foretold months. */
function nextFestival({ points }: ForecastView): { year: number; day: number } | null {
  for (const { period, mean } of points) {
    if (mean === null) continue;
    const year = Number(period.slice(0, 4));
    const { from, to } = monthPeriodAt((year - 1970) * 12 + Number(period.slice(5, 7)) - 1);
    const day = springFestival(year);
    if (day !== null && day >= from && day <= to) return { year, day };
  }
  return null;
}
