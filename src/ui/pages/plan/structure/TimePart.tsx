import { createSignal, Show } from 'solid-js';
import { type FiscalCalendar, WEEK_PATTERNS, type WeekPattern } from '~/domain/calendar';
import type { Command } from '~/domain/command';
import type { ShapeView } from '~/domain/shape';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { HolidayImport } from './HolidayImport';
import { ShapeDialog } from './ShapeDialog';
import { useBlocked } from './useBlocked';

type Cut = 'months' | 'weeks' | WeekPattern;
const CUTS: readonly Cut[] = ['months', ...WEEK_PATTERNS, 'weeks'];
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

const cutOf = (calendar: FiscalCalendar): Cut => (calendar.kind === 'pattern' ? calendar.pattern : calendar.kind);

/** How the plan cuts time, how many years it has, and which days are worked. */
export function TimePart(props: { shape: ShapeView }) {
  const app = useApp();
  const { t, format } = useText();
  const blocked = useBlocked();
  const [changing, setChanging] = createSignal(false);
  const [cut, setCut] = createSignal<Cut>('months');
  const [weekday, setWeekday] = createSignal<(typeof WEEKDAYS)[number]>('7');
  const [end, setEnd] = createSignal<'last' | 'nearest'>('nearest');
  const calendar = () => props.shape.calendar;
  const year = (at: number) => format().fiscalYear(at);
  const years = () =>
    props.shape.years === 1
      ? year(props.shape.firstYear)
      : format().interval(year(props.shape.firstYear), year(props.shape.firstYear + props.shape.years - 1));
  const open = () => {
    const now = calendar();
    setCut(cutOf(now));
    if (now.kind !== 'months') {
      setWeekday(String(now.weekRule.weekday) as (typeof WEEKDAYS)[number]);
      setEnd(now.weekRule.end);
    }
    setChanging(true);
  };
  const chosen = (): FiscalCalendar => {
    const { startMonth, nameBy } = calendar();
    const which = cut();
    if (which === 'months') return { kind: 'months', startMonth, nameBy };
    const weekRule = { weekday: Number(weekday()), end: end() };
    return which === 'weeks'
      ? { kind: 'weeks', weekRule, startMonth, nameBy }
      : { kind: 'pattern', pattern: which, weekRule, startMonth, nameBy };
  };
  const command = (): Command | null =>
    JSON.stringify(chosen()) === JSON.stringify(calendar()) ? null : { name: 'time/setCalendar', calendar: chosen() };
  return (
    <Section
      finding={t('shape.time', { years: years(), cut: t(`shape.cut.${cutOf(calendar())}`) })}
      caption={t('shape.timeCaption', { n: app.status().plan?.periods.length ?? 0 })}
    >
      <div class="plan-part__tools">
        <Button blocked={blocked()} onClick={open}>
          {t('shape.changeCalendar')}
        </Button>
        <Button blocked={blocked()} onClick={() => void app.run({ name: 'time/addYears', years: 1 })}>
          {t('shape.addYear', { year: year(props.shape.firstYear + props.shape.years) })}
        </Button>
        <HolidayImport blocked={blocked()} />
      </div>
      <ShapeDialog
        open={changing()}
        title={t('shape.changeCalendar')}
        lead={t('shape.calendarLead')}
        command={command()}
        missing={t('shape.calendarSame')}
        apply={t('shape.calendarDo')}
        onClose={() => setChanging(false)}
      >
        <Select<Cut>
          label={t('shape.cutLabel')}
          value={cut()}
          options={CUTS.map((value) => ({ value, label: t(`shape.cut.${value}`) }))}
          onChange={setCut}
        />
        <Show when={cut() !== 'months'}>
          <Select
            label={t('shape.weekday')}
            value={weekday()}
            options={WEEKDAYS.map((value) => ({ value, label: t(`shape.day.${value}`) }))}
            onChange={setWeekday}
          />
          <Select
            label={t('shape.weekEnd')}
            value={end()}
            options={(['nearest', 'last'] as const).map((value) => ({ value, label: t(`shape.end.${value}`) }))}
            onChange={setEnd}
          />
        </Show>
      </ShapeDialog>
    </Section>
  );
}
