import { createEffect, createSignal, on } from 'solid-js';
import { type Day, dayOfIsoDate } from '~/domain/period';
import type { DueRow } from '~/domain/serviceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { dayText } from './dayText';

export interface LogVisitDialogProps {
  /** Whom; null while it is closed. */
  of: Pick<DueRow, 'customer' | 'name' | 'seller'>[] | null;
  on: Day;
  onClose: () => void;
  onLogged: () => void;
}

/** Puts a visit on record, to one customer or to many at once: one change, one undo. */
export function LogVisitDialog(props: LogVisitDialogProps) {
  const app = useApp();
  const { t } = useText();
  const [day, setDay] = createSignal('');
  const [result, setResult] = createSignal('');
  const [hours, setHours] = createSignal<number | null>(null);
  const [next, setNext] = createSignal('');
  createEffect(
    on(
      () => props.of,
      (of) => {
        if (!of) return;
        setDay(dayText(props.on));
        setResult('');
        setHours(null);
        setNext('');
      },
    ),
  );
  const isEarly = () => next() !== '' && (dayOfIsoDate(next()) ?? 0) <= (dayOfIsoDate(day()) ?? 0);
  const blocked = () => {
    if (app.status().readOnly) return t('service.readOnly');
    if (dayOfIsoDate(day()) === null) return t('service.visits.dayMissing');
    return isEarly() ? t('service.visits.nextEarly') : null;
  };
  const save = async () => {
    if (!props.of) return;
    const done = await app.run({
      name: 'facts/put',
      kind: 'visits',
      rows: props.of.map(({ customer, seller }) => ({
        key: null,
        values: {
          day: dayOfIsoDate(day()),
          customer,
          seller: seller === 0 ? null : seller,
          result: result().trim() || null,
          hours: hours(),
          next: dayOfIsoDate(next()),
        },
      })),
    });
    if (!done.ok) return;
    props.onLogged();
    props.onClose();
  };
  const title = () => {
    const of = props.of ?? [];
    return of.length === 1
      ? t('service.visits.logTitle', { name: of[0].name })
      : t('service.visits.logTitleMany', { n: of.length });
  };
  return (
    <Dialog
      open={props.of !== null}
      onClose={props.onClose}
      title={title()}
      lead={t('service.visits.logLead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('service.save')}
          </Button>
        </>
      }
    >
      <TextField label={t('service.visits.day')} type="date" value={day()} onInput={setDay} />
      <TextField label={t('service.visits.result')} value={result()} onInput={setResult} />
      <NumberField
        label={t('service.visits.hours')}
        value={hours()}
        decimals={1}
        min={0}
        max={24}
        unit={t('service.hours')}
        onChange={setHours}
      />
      <TextField
        label={t('service.visits.next')}
        type="date"
        value={next()}
        error={isEarly() ? t('service.visits.nextEarly') : null}
        onInput={setNext}
      />
    </Dialog>
  );
}
