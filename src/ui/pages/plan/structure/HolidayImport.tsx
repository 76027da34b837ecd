import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';

/** Days off and make-up working days from a file: CSV, JSON or a calendar. */
export function HolidayImport(props: { blocked: string | null }) {
  const app = useApp();
  const { t } = useText();
  let input: HTMLInputElement | undefined;
  const take = async (file: File | undefined) => {
    if (!file) return;
    const days = await app.attempt(app.host.readHolidays(file));
    if (!days) return;
    const done = await app.run({ name: 'time/importHolidays', days });
    if (done.ok) app.toasts.say({ tone: 'good', text: t('shape.holidaysTaken', { n: days.length }) });
  };
  return (
    <>
      <Button blocked={props.blocked} title={t('shape.holidaysHint')} onClick={() => input?.click()}>
        {t('shape.holidays')}
      </Button>
      <input
        ref={(element) => {
          input = element;
        }}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={t('shape.holidays')}
        accept=".csv,.txt,.json,.ics"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
