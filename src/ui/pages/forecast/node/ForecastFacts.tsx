import { For, Show } from 'solid-js';
import type { NodeForecast } from '~/domain/forecastView';
import { monthPeriodAt, type PeriodId } from '~/domain/period';
import type { ForecastView } from '~/domain/view';
import { springFestival } from '~/domain/workingDays';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { seasonPeaks } from './seasonPeaks';

const SEASON_MONTHS = 24;
/** The newest ones of a list of months. */
const MONTHS_NAMED = 6;

interface Fact {
  name: string;
  text: string;
}

/** What the history showed: season, running month, a feast that moves, and what to be careful with. */
export function ForecastFacts(props: { node: NodeForecast; festivals: boolean }) {
  const view = () => props.node.view;
  const { t, format } = useText();
  const money = useMoney();

  const season = (): Fact => {
    const peaks = seasonPeaks(view().points);
    if (view().seasonal) {
      const text = peaks
        ? t('forecast.seasonalText', { high: format().month(peaks.high), low: format().month(peaks.low) })
        : '';
      return { name: t('forecast.seasonal'), text };
    }
    return view().months < SEASON_MONTHS
      ? { name: t('forecast.noSeasonYet'), text: t('forecast.noSeasonYetText') }
      : { name: t('forecast.notSeasonal'), text: t('forecast.notSeasonalText') };
  };
  const running = (): Fact[] => {
    const month = view().running;
    if (!month) return [];
    return [
      {
        name: t('forecast.running', { month: format().longMonth(month.period) }),
        text: t('forecast.runningText', { amount: money.say(month.actual) }),
      },
    ];
  };
  const festival = (): Fact[] => {
    const next = props.festivals ? nextFestival(view()) : null;
    if (next === null) return [];
    return [
      {
        name: t('forecast.festivalMoved'),
        text: t('forecast.festivalText', { year: String(next.year), date: format().day(next.day) }),
      },
    ];
  };
  const listed = (months: readonly PeriodId[]): string => {
    const named = months.slice(-MONTHS_NAMED).map((month) => format().longMonth(month));
    return months.length > MONTHS_NAMED ? `… ${format().list(named)}` : format().list(named);
  };
  const notes = () => {
    const { gaps, negative } = props.node;
    const { months } = view();
    return [
      ...(months < SEASON_MONTHS ? [t('forecast.shortTells', { n: months })] : []),
      ...(gaps.length > 0 ? [t('forecast.gaps', { n: gaps.length, months: listed(gaps) })] : []),
      ...(negative.length > 0 ? [t('forecast.negative', { n: negative.length, months: listed(negative) })] : []),
      ...view().notes.flatMap((code) => t.find(`forecast.note.${code}`) ?? []),
    ];
  };

  return (
    <>
      <ul class="facts">
        <For each={[...(props.node.components ? [] : [season()]), ...running(), ...festival()]}>
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
