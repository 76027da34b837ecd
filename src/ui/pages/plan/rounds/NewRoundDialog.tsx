import { createEffect, createSignal, on } from 'solid-js';
import { dayOfIsoDate } from '~/domain/period';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { dimensionName } from '../../../components/dimensionName';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';

export interface NewRoundDialogProps {
  open: boolean;
  /** Number the round will have. */
  next: number;
  onClose(): void;
  onMade(): void;
}

/** Who answers, by when, and what the round is called. */
export function NewRoundDialog(props: NewRoundDialogProps) {
  const app = useApp();
  const { t, issueText } = useText();
  const dimensions = () => app.status().plan?.dimensions ?? [];
  const usual = () => dimensions().find((id) => id === 'seller') ?? dimensions()[0] ?? '';
  const [title, setTitle] = createSignal('');
  const [dimension, setDimension] = createSignal('');
  const [deadline, setDeadline] = createSignal('');
  const [error, setError] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setTitle(t('round.no', { no: props.next }));
        setDimension(usual());
        setDeadline('');
        setError(null);
      },
    ),
  );
  /** The day a date field holds; null without one, undefined where it is none. */
  const day = (): number | null | undefined => {
    return deadline() === '' ? null : (dayOfIsoDate(deadline()) ?? undefined);
  };
  const make = async () => {
    const by = day();
    if (by === undefined) return;
    const done = await app.run(
      { name: 'rounds/open', title: title().trim(), dimension: dimension(), deadline: by },
      { inPlace: true },
    );
    if (!done.ok) {
      setError(done.issues.map(issueText).join(' '));
      return;
    }
    props.onMade();
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('round.open')}
      lead={t('round.openLead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" onClick={() => void make()}>
            {t('round.openDo')}
          </Button>
        </>
      }
    >
      <TextField label={t('round.name')} error={error()} value={title()} onInput={setTitle} />
      <Select
        label={t('round.who')}
        value={dimension()}
        options={dimensions().map((id) => ({ value: id, label: dimensionName(t, id, app.status().plan?.titles) }))}
        onChange={setDimension}
      />
      <TextField label={t('round.deadline')} type="date" value={deadline()} onInput={setDeadline} />
    </Dialog>
  );
}
