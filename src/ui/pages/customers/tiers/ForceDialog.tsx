import { createEffect, createSignal, on, Show } from 'solid-js';
import { dayOfIsoDate, dayOnClock, isoDate } from '~/domain/period';
import type { CustomersView } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import type { CustomersState } from './createCustomers';
import { moveMatrix } from './moveMatrix';

export interface ForceDialogProps {
  open: boolean;
  state: CustomersState;
  view: CustomersView;
  onClose: () => void;
}

/** Puts the tiers on screen into force from a day, with the reason that every customer's history will show. */
export function ForceDialog(props: ForceDialogProps) {
  const app = useApp();
  const { t, format, issueText } = useText();
  const [date, setDate] = createSignal('');
  const [why, setWhy] = createSignal('');
  const [error, setError] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setDate(isoDate(dayOnClock(new Date())));
        setWhy('');
        setError(null);
      },
    ),
  );
  const day = () => dayOfIsoDate(date());
  const blocked = () => {
    if (app.status().readOnly) return t('customers.readOnly');
    if (day() === null) return t('customers.forceDate');
    return why().trim() === '' ? t('customers.pinReasonMissing') : null;
  };
  const moves = () => moveMatrix(props.view);
  const apply = async () => {
    const from = day();
    if (from === null || blocked()) return;
    await props.state.apply();
    const done = await app.run({ name: 'customers/applyTiers', on: from, why: why().trim() });
    if (done.ok) props.onClose();
    else setError(done.issues.map(issueText).join(' '));
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('customers.forceTitle')}
      lead={t('customers.forceLead')}
      foot={
        <Button look="primary" blocked={blocked()} onClick={() => void apply()}>
          {t('customers.forceDo')}
        </Button>
      }
    >
      <p role="status">
        <Show when={props.view.inForce} fallback={t('customers.forceFirst')}>
          {(inForce) => (
            <>
              {t('customers.movesSince', { day: format().isoDay(inForce().on) })}{' '}
              {t('customers.forceMoves', { up: moves().up, down: moves().down, waiting: props.view.waiting })}
            </>
          )}
        </Show>
        <Show when={props.state.tried()}> {t('customers.forceSaves')}</Show>
      </p>
      <TextField type="date" label={t('customers.forceDate')} value={date()} onInput={setDate} />
      <TextField
        label={t('customers.forceReason')}
        hint={t('customers.forceReasonHint')}
        error={error()}
        value={why()}
        onInput={setWhy}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) void apply();
        }}
      />
    </Dialog>
  );
}
