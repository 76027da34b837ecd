import { createEffect, createSignal, on } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import type { TerritoriesState } from './createTerritories';

/** Makes the draft true, with a reason that history keeps. */
export function ApplyDialog(props: { open: boolean; state: TerritoriesState; onClose: () => void }) {
  const app = useApp();
  const { t, format, issueText } = useText();
  const [why, setWhy] = createSignal('');
  const [error, setError] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setWhy('');
        setError(null);
      },
    ),
  );
  const apply = async () => {
    const from = props.state.from();
    const moves = props.state.moves();
    if (from === null || moves.length === 0) return;
    const reason = why().trim();
    const done = await app.run(
      { name: 'territories/move', moves, from, targets: props.state.targets(), ...(reason === '' ? {} : { reason }) },
      { inPlace: true },
    );
    if (!done.ok) {
      setError(done.issues.map(issueText).join(' '));
      return;
    }
    props.state.clear();
    app.toasts.say({ tone: 'good', message: { key: 'territory.apply.done', params: { n: moves.length } } });
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('territory.apply.title')}
      lead={t('territory.apply.lead', { n: props.state.moves().length, day: format().isoDay(props.state.from()) })}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button
            look="primary"
            blocked={app.status().readOnly ? t('territory.readOnly') : null}
            onClick={() => void apply()}
          >
            {t('territory.apply.do')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('territory.apply.why')}
        hint={t('territory.apply.whyHint')}
        value={why()}
        error={error()}
        onInput={setWhy}
      />
    </Dialog>
  );
}
