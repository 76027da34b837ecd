import { createEffect, createSignal, on } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Segment } from '../../../components/Segment';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';

type Tier = 'A' | 'B' | 'C';
const TIERS: readonly Tier[] = ['A', 'B', 'C'];

/** Sets the tier of customers by hand, with the reason others will ask for; or hands them back to the rule. */
export function TierDialog(props: {
  open: boolean;
  codes: readonly number[];
  tier?: Tier | null;
  onClose: () => void;
}) {
  const app = useApp();
  const { t, format } = useText();
  const [tier, setTier] = createSignal<Tier>('A');
  const [reason, setReason] = createSignal('');
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setTier(props.tier ?? 'A');
        setReason('');
      },
    ),
  );
  const set = async (to: Tier | null) => {
    const done = await app.run({
      name: 'customers/pinTiers',
      customers: [...props.codes],
      tier: to,
      why: to === null ? '' : reason().trim(),
    });
    if (done.ok) props.onClose();
  };
  const readOnly = () => (app.status().readOnly ? t('customerList.bulk.readOnly') : null);
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('customerList.bulk.pinTitle', { n: format().count(props.codes.length) })}
      lead={t('customerList.bulk.pinLead')}
      foot={
        <>
          <Button blocked={readOnly()} onClick={() => void set(null)}>
            {t('customerList.bulk.unpinDo')}
          </Button>
          <Button
            look="primary"
            blocked={readOnly() ?? (reason().trim() === '' ? t('customerList.bulk.needsReason') : null)}
            onClick={() => void set(tier())}
          >
            {t('customerList.bulk.pinDo', { tier: tier() })}
          </Button>
        </>
      }
    >
      <Segment<Tier>
        label={t('customerList.filter.tier')}
        options={TIERS.map((one) => ({ value: one, label: one }))}
        value={tier()}
        onChange={setTier}
      />
      <TextField label={t('customers.pinReason')} value={reason()} onInput={setReason} />
    </Dialog>
  );
}
