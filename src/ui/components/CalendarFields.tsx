import { Show } from 'solid-js';
import { type FiscalCalendar, WEEK_PATTERNS, type WeekPattern, type WeekRule } from '~/domain/calendar';
import { Select } from './Select';
import { useText } from './TextProvider';

type Cut = 'months' | 'weeks' | WeekPattern;
const CUTS: readonly Cut[] = ['months', ...WEEK_PATTERNS, 'weeks'];
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Sunday, nearest: the weeks that most people know (ISO 8601). */
const USUAL_WEEKS: WeekRule = { weekday: 7, end: 'nearest' };

export const cutOf = (calendar: FiscalCalendar): Cut =>
  calendar.kind === 'pattern' ? calendar.pattern : calendar.kind;

export interface CalendarFieldsProps {
  calendar: FiscalCalendar;
  onCalendar: (calendar: FiscalCalendar) => void;
}

/** How a fiscal year is cut: calendar months, periods of weeks, weeks; and which weeks those are. */
export function CalendarFields(props: CalendarFieldsProps) {
  const { t } = useText();
  const rule = () => (props.calendar.kind === 'months' ? USUAL_WEEKS : props.calendar.weekRule);
  const choose = (cut: Cut, weekRule: WeekRule) => {
    const { startMonth, nameBy } = props.calendar;
    if (cut === 'months') props.onCalendar({ kind: 'months', startMonth, nameBy });
    else if (cut === 'weeks') props.onCalendar({ kind: 'weeks', weekRule, startMonth, nameBy });
    else props.onCalendar({ kind: 'pattern', pattern: cut, weekRule, startMonth, nameBy });
  };
  return (
    <>
      <Select<Cut>
        label={t('shape.cutLabel')}
        value={cutOf(props.calendar)}
        options={CUTS.map((value) => ({ value, label: t(`shape.cut.${value}`) }))}
        onChange={(cut) => choose(cut, rule())}
      />
      <Show when={props.calendar.kind !== 'months'}>
        <Select<(typeof WEEKDAYS)[number]>
          label={t('shape.weekday')}
          value={WEEKDAYS[rule().weekday - 1]}
          options={WEEKDAYS.map((value) => ({ value, label: t(`shape.day.${value}`) }))}
          onChange={(weekday) => choose(cutOf(props.calendar), { ...rule(), weekday: Number(weekday) })}
        />
        <Select
          label={t('shape.weekEnd')}
          value={rule().end}
          options={(['nearest', 'last'] as const).map((value) => ({ value, label: t(`shape.end.${value}`) }))}
          onChange={(end) => choose(cutOf(props.calendar), { ...rule(), end })}
        />
      </Show>
    </>
  );
}
