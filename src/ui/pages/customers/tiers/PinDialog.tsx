import { createEffect, createSignal, on, Show } from 'solid-js';
import type { CustomerRow } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Segment } from '../../../components/Segment';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { TIERS, type Tier } from './moveMatrix';

/** Sets a customer's tier by hand, with the reason others will ask for; or lets the rule decide again. */
export function PinDialog(props: { row: CustomerRow | null; onClose: () => void }) {
  const app = useApp();
  const { t } = useText();
  const [tier, setTier] = createSignal<Tier>('A');
  const [reason, setReason] = createSignal('');
  createEffect(
    on(
      () => props.row,
      (row) => {
        if (!row) return;
        setTier(row.tier ?? 'C');
        setReason('');
      },
    ),
  );
  const blocked = () => {
    if (app.status().readOnly) return t('customers.readOnly');
    return reason().trim() === '' ? t('customers.pinReasonMissing') : null;
  };
  const set = async (to: Tier | null) => {
    const { row } = props;
    if (!row) return;
    const done = await app.run({
      name: 'customers/pinTier',
      customer: row.code,
      tier: to,
      reason: to === null ? '' : reason().trim(),
    });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.row !== null}
      onClose={props.onClose}
      title={props.row?.name ?? ''}
      lead={t('customers.pinLead')}
      foot={
        <>
          <Show when={props.row?.pinned}>
            <Button blocked={app.status().readOnly ? t('customers.readOnly') : null} onClick={() => void set(null)}>
              {t('customers.unpin')}
            </Button>
          </Show>
          <Button look="primary" blocked={blocked()} onClick={() => void set(tier())}>
            {t('customers.pinAs', { tier: tier() })}
          </Button>
        </>
      }
    >
      <div>
        <Segment<Tier>
          label={t('customers.tier')}
          options={TIERS.map((one) => ({ value: one, label: one }))}
          value={tier()}
          onChange={setTier}
        />
      </div>
      <TextField
        label={t('customers.pinReason')}
        hint={t('customers.pinReasonHint')}
        value={reason()}
        onInput={setReason}
      />
    </Dialog>
  );
}
