import { createEffect, createSignal, on } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextField } from './TextField';
import { useText } from './TextProvider';

export interface RenameDialogProps {
  open: boolean;
  title: string;
  /** The name it has now. */
  name: string;
  hint?: string;
  /** Why the name is refused, or null when it was taken. */
  onRename: (to: string) => Promise<Issue[] | null>;
  onClose: () => void;
  onClosed?: () => boolean;
}

/** One name to type. A refusal stands under the field, and what was typed stays in it. */
export function RenameDialog(props: RenameDialogProps) {
  const { t, issueText } = useText();
  const [name, setName] = createSignal('');
  const [error, setError] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setName(props.name);
        setError(null);
      },
    ),
  );
  const blocked = () => (name().trim() === '' ? t('shell.nameMissing') : null);
  const rename = async () => {
    const to = name().trim();
    if (blocked() || to === props.name) {
      if (to === props.name) props.onClose();
      return;
    }
    const issues = await props.onRename(to);
    if (issues) setError(issues.map(issueText).join(' '));
    else props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      onClosed={props.onClosed}
      title={props.title}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void rename()}>
            {t('shell.rename')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('shell.newName')}
        hint={props.hint}
        error={error()}
        value={name()}
        onInput={(text) => {
          setName(text);
          setError(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) void rename();
        }}
      />
    </Dialog>
  );
}
