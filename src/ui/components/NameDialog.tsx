import { createEffect, createSignal, on } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextField } from './TextField';
import { useText } from './TextProvider';

export interface NameDialogProps {
  open: boolean;
  title: string;
  label: string;
  hint?: string;
  /** What its button does. */
  button: string;
  /** Why the name is refused, or null when it was taken. */
  onName: (name: string) => Promise<Issue[] | null>;
  onClose: () => void;
}

/** Asks for the name of something new. A refusal stands under the field, and what was typed stays in it. */
export function NameDialog(props: NameDialogProps) {
  const { t, issueText } = useText();
  const [name, setName] = createSignal('');
  const [error, setError] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setName('');
        setError(null);
      },
    ),
  );
  const blocked = () => (name().trim() === '' ? t('shell.nameMissing') : null);
  const keep = async () => {
    if (blocked()) return;
    const issues = await props.onName(name().trim());
    if (issues) setError(issues.map(issueText).join(' '));
    else props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void keep()}>
            {props.button}
          </Button>
        </>
      }
    >
      <TextField
        label={props.label}
        hint={props.hint}
        error={error()}
        value={name()}
        onInput={(text) => {
          setName(text);
          setError(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) void keep();
        }}
      />
    </Dialog>
  );
}
