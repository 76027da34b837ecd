import { createSignal } from 'solid-js';
import { foldKey } from '~/domain/dimension';
import type { WorkspaceHead } from '~/domain/status';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { useText } from '../../components/TextProvider';

export interface DeleteDialogProps {
  workspace: WorkspaceHead;
  onKeep: () => void;
  onDelete: () => void;
}

/** The one thing that cannot be undone asks for the name to be typed. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { t } = useText();
  const [typed, setTyped] = createSignal('');
  const prompt = () => t('start.deletePrompt', { name: props.workspace.name });
  const matches = () => foldKey(typed()) === foldKey(props.workspace.name);
  return (
    <Dialog
      open
      onClose={props.onKeep}
      title={t('start.deleteTitle', { name: props.workspace.name })}
      lead={t('start.deleteText')}
      foot={
        <>
          <Button onClick={props.onKeep}>{t('start.deleteKeep')}</Button>
          <Button look="danger" blocked={matches() ? null : prompt()} onClick={props.onDelete}>
            {t('start.deleteConfirm')}
          </Button>
        </>
      }
    >
      <TextField label={prompt()} value={typed()} onInput={setTyped} />
    </Dialog>
  );
}
