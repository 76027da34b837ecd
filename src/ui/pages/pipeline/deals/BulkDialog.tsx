import { createSignal, Show } from 'solid-js';
import { type Day, dayOnClock, isoDate } from '~/domain/period';
import type { PipelineStage } from '~/domain/pipeline';
import type { DealRow } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { readEntry } from '../../sources/facts/factEntry';
import { lostPut, postponedPut } from './dealDraft';
import { useSaved } from './useSaved';

export interface BulkDialogProps {
  kind: 'lost' | 'postpone';
  /** Open deals. */
  rows: readonly DealRow[];
  /** Where lost deals go. */
  stage: PipelineStage | null;
  asOf: Day | null;
  onDone: () => void;
  onClose: () => void;
}

/** How far deals are put off where nobody says. */
const PUT_OFF_DAYS = 30;

/** Gives several deals up, or puts them off, with one day for all. */
export function BulkDialog(props: BulkDialogProps) {
  const app = useApp();
  const { t, language, issueText } = useText();
  const saved = useSaved();
  const today = () => props.asOf ?? dayOnClock(new Date());
  const [day, setDay] = createSignal(isoDate(today() + (props.kind === 'lost' ? 0 : PUT_OFF_DAYS)));
  const [reason, setReason] = createSignal('');
  const [error, setError] = createSignal<string | null>(null);
  const n = () => props.rows.length;
  const blocked = () => (app.status().readOnly ? t('pipeline.readOnly') : null);
  const save = async () => {
    if (blocked()) return;
    const read = readEntry({ id: 'day', type: 'day', required: true }, day(), { minorUnit: 2, locale: language() });
    if (!read.ok || typeof read.value !== 'number') {
      setError(t('pipeline.deals.missing'));
      return;
    }
    const on = read.value;
    const { stage } = props;
    const puts = props.rows.flatMap((row) =>
      props.kind === 'postpone'
        ? [postponedPut(row, on)]
        : stage
          ? [lostPut(row, { stage, day: on, reason: reason() })]
          : [],
    );
    const issues = await saved(puts);
    if (issues.length > 0) setError(issues.map(issueText).join(' '));
    else props.onDone();
  };
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={t(props.kind === 'lost' ? 'pipeline.deals.markLostTitle' : 'pipeline.deals.postponeTitle', { n: n() })}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('pipeline.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t(props.kind === 'lost' ? 'pipeline.deals.markLostDo' : 'pipeline.deals.postponeDo')}
          </Button>
        </>
      }
    >
      <TextField
        type="date"
        label={t(props.kind === 'lost' ? 'pipeline.deals.closed' : 'pipeline.deals.expected')}
        value={day()}
        error={error()}
        onInput={(text) => {
          setDay(text);
          setError(null);
        }}
      />
      <Show when={props.kind === 'lost'}>
        <TextField label={t('pipeline.deals.why')} value={reason()} onInput={setReason} />
      </Show>
    </Dialog>
  );
}
