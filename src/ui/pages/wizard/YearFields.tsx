import { Show } from 'solid-js';
import type { FiscalCalendar } from '~/domain/calendar';
import { Select } from '../../components/Select';
import { useText } from '../../components/TextProvider';
import { fiscalSpan, yearsAround } from './fiscalYears';

export interface YearFieldsProps {
  calendar: FiscalCalendar;
  year: number;
  onCalendar: (calendar: FiscalCalendar) => void;
  onYear: (year: number) => void;
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** Which twelve months: the year people name, the month it starts, and by which end it is named. */
export function YearFields(props: YearFieldsProps) {
  const { t, format } = useText();
  const span = () => {
    const { from, to } = fiscalSpan(props.calendar, props.year);
    return t('wizard.span', { from: format().longMonth(from), to: format().longMonth(to) });
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
      <p class="quiet wizard__span">{span()}</p>
    </div>
  );
}
