import { Show } from 'solid-js';
import type { FiscalCalendar } from '~/domain/calendar';
import { CalendarFields } from '../../components/CalendarFields';
import { Select } from '../../components/Select';
import { useText } from '../../components/TextProvider';
import { periodCount, spanOfYears, yearsAround } from './fiscalYears';
import { periodsText } from './periodsText';

export interface YearFieldsProps {
  calendar: FiscalCalendar;
  year: number;
  years: number;
  onCalendar: (calendar: FiscalCalendar) => void;
  onYear: (year: number) => void;
  onYears: (years: number) => void;
}

/** More years are added later, on the structure page. */
const YEARS = ['1', '2', '3'] as const;
const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** Which time: the year people name, how many, the month it starts, by which end it is named, and how it is cut. */
export function YearFields(props: YearFieldsProps) {
  const { t, format } = useText();
  const span = () => {
    const { calendar, year, years } = props;
    const { from, to } = spanOfYears({ calendar, year, years });
    const words = t('wizard.span', { from: format().longDay(from), to: format().longDay(to) });
    return `${words} · ${periodsText(t, calendar, periodCount({ calendar, year, years }))}`;
  };
  return (
    <div class="wizard__fields">
      <Select
        label={t('wizard.fiscalYear')}
        value={String(props.year)}
        options={yearsAround(props.year).map((year) => ({ value: String(year), label: format().fiscalYear(year) }))}
        onChange={(year) => props.onYear(Number(year))}
      />
      <Select
        label={t('wizard.startMonth')}
        value={String(props.calendar.startMonth)}
        options={MONTHS.map((month) => ({
          value: String(month),
          label: format().month(`2026-${String(month).padStart(2, '0')}`),
        }))}
        onChange={(month) => props.onCalendar({ ...props.calendar, startMonth: Number(month) })}
      />
      <Show when={props.calendar.startMonth > 1}>
        <Select
          label={t('wizard.naming')}
          value={props.calendar.nameBy}
          options={[
            { value: 'start', label: t('wizard.nameByStart') },
            { value: 'end', label: t('wizard.nameByEnd') },
          ]}
          onChange={(nameBy) => props.onCalendar({ ...props.calendar, nameBy })}
        />
      </Show>
      <Select<(typeof YEARS)[number]>
        label={t('wizard.years')}
        value={YEARS[props.years - 1] ?? '1'}
        options={YEARS.map((value) => ({ value, label: t('wizard.yearsCount', { n: Number(value) }) }))}
        onChange={(years) => props.onYears(Number(years))}
      />
      <CalendarFields calendar={props.calendar} onCalendar={(calendar) => props.onCalendar(calendar)} />
      <p class="quiet wizard__span">{span()}</p>
      <Show when={props.years > 1}>
        <p class="quiet wizard__span">{t('wizard.laterYears', { year: format().fiscalYear(props.year) })}</p>
      </Show>
    </div>
  );
}
