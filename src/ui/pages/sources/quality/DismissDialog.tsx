import { createEffect, createSignal, on, Show } from 'solid-js';
import type { QualityFinding } from '~/domain/quality';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { findingText } from './findingWords';

/** Lets a finding stand, with the reason others will ask for. */
export function DismissDialog(props: { finding: QualityFinding | null; onClose: () => void; onLet: () => void }) {
  const app = useApp();
  const { t } = useText();
  const [why, setWhy] = createSignal('');
  createEffect(
    on(
      () => props.finding,
      () => setWhy(''),
    ),
  );
  const blocked = () => (app.status().readOnly ? t('customers.readOnly') : null);
  let isLet = false;
  const save = async () => {
    if (!props.finding || blocked()) return;
    const done = await app.run({ name: 'quality/dismiss', finding: props.finding.id, why: why() });
    isLet = done.ok;
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.finding !== null}
      onClose={props.onClose}
      onClosed={() => {
        // The button that opened this went with the finding, to the end of the page.
        if (isLet) props.onLet();
        const wasLet = isLet;
        isLet = false;
        return wasLet;
      }}
      title={t('quality.letTitle')}
      lead={t('quality.letLead')}
      foot={
        <Button look="primary" blocked={blocked()} onClick={() => void save()}>
          {t('quality.let')}
        </Button>
      }
    >
      <Show when={props.finding}>{(finding) => <p>{findingText(t, finding())}</p>}</Show>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={t('quality.why')} value={why()} onInput={setWhy} />
      </form>
    </Dialog>
  );
}
