import { createSignal, untrack } from 'solid-js';
import type { FiscalCalendar } from '~/domain/calendar';
import type { Command } from '~/domain/command';
import type { ShapeView } from '~/domain/shape';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { CalendarFields, cutOf } from '../../../components/CalendarFields';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { HolidayImport } from './HolidayImport';
import { ShapeDialog } from './ShapeDialog';
import { useBlocked } from './useBlocked';

/** How the plan cuts time, how many years it has, and which days are worked. */
export function TimePart(props: { shape: ShapeView }) {
  const app = useApp();
  const { t, format } = useText();
  const blocked = useBlocked();
  const [changing, setChanging] = createSignal(false);
  const calendar = () => props.shape.calendar;
  const [chosen, setChosen] = createSignal<FiscalCalendar>(untrack(calendar));
  const year = (at: number) => format().fiscalYear(at);
  const years = () =>
    props.shape.years === 1
      ? year(props.shape.firstYear)
      : format().interval(year(props.shape.firstYear), year(props.shape.firstYear + props.shape.years - 1));
  const open = () => {
    setChosen(calendar());
    setChanging(true);
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
        title={t('shape.calendarDo')}
        lead={t('shape.calendarLead')}
        command={command()}
        missing={t('shape.calendarSame')}
        apply={t('shape.calendarDo')}
        onClose={() => setChanging(false)}
      >
        <CalendarFields calendar={chosen()} onCalendar={setChosen} />
      </ShapeDialog>
    </Section>
  );
}
