import { createMemo, createSignal, Show } from 'solid-js';
import type { Day } from '~/domain/period';
import type { PipelineStage } from '~/domain/pipeline';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { BulkDialog } from './BulkDialog';
import type { Ticks } from './createTicks';

/** What is done to all ticked deals that are open: given up, or put off; one step, one undo. */
export function DealsBulk(props: { ticks: Ticks; stages: readonly PipelineStage[]; asOf: Day | null }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [dialog, setDialog] = createSignal<'lost' | 'postpone' | null>(null);
  const open = createMemo(() => props.ticks.rows().filter(({ result }) => result === 'open'));
  const amount = () => props.ticks.rows().reduce((sum, row) => sum + (row.amount ?? row.estimate ?? 0), 0);
  const lostStage = () => props.stages.find(({ kind }) => kind === 'lost') ?? null;
  const blocked = () => {
    if (app.status().readOnly) return t('pipeline.readOnly');
    return open().length === 0 ? t('pipeline.deals.noneOpen') : null;
  };
  return (
    <>
      <Show when={props.ticks.rows().length > 0}>
        <div class="deals-bulk">
          <b>
            {t('pipeline.deals.ticked', {
              n: format().count(props.ticks.rows().length),
              amount: money.sayFinely(amount()),
            })}
          </b>
          <Button look="link" onClick={() => props.ticks.clear()}>
            {t('pipeline.deals.untick')}
          </Button>
          <span class="pipeline-bar__gap" />
          <Show when={open().length < props.ticks.rows().length && open().length > 0}>
            <span class="quiet">{t('pipeline.deals.onlyOpen', { n: open().length })}</span>
          </Show>
          <Button blocked={blocked()} onClick={() => setDialog('postpone')}>
            {t('pipeline.deals.postpone')}
          </Button>
          <Button
            blocked={blocked() ?? (lostStage() ? null : t('pipeline.deals.noLostStage'))}
            onClick={() => setDialog('lost')}
          >
            {t('pipeline.deals.markLost')}
          </Button>
        </div>
      </Show>
      <Show when={dialog()}>
        {(kind) => (
          <BulkDialog
            kind={kind()}
            rows={open()}
            stage={lostStage()}
            asOf={props.asOf}
            onDone={() => {
              setDialog(null);
              props.ticks.clear();
            }}
            onClose={() => setDialog(null)}
          />
        )}
      </Show>
    </>
  );
}
