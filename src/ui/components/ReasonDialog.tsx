import { createEffect, createSignal, on } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextField } from './TextField';
import { useText } from './TextProvider';

/** Asks why, where a held, issued or approved number is changed; the change then goes on with the reason, or not at all. */
export function ReasonDialog() {
  const app = useApp();
  const { t } = useText();
  const [reason, setReason] = createSignal('');
  createEffect(
    on(
      () => app.asking(),
      (asking) => asking && setReason(''),
    ),
  );
  const blocked = () => (reason().trim() === '' ? t('history.reasonMissing') : null);
  const give = () => {
    if (!blocked()) app.asking()?.answer(reason().trim());
  };
  return (
    <Dialog
      open={app.asking() !== null}
      onClose={() => app.asking()?.answer(null)}
      title={t('history.reasonTitle')}
      lead={t('history.reasonLead')}
      foot={
        <>
          <Button onClick={() => app.asking()?.answer(null)}>{t('history.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={give}>
            {t('history.reasonDo')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('history.reason')}
        value={reason()}
        onInput={setReason}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) give();
        }}
      />
    </Dialog>
  );
}
