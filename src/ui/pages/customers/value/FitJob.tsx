import { Show } from 'solid-js';
import type { Job } from '~/state/jobs';
import { Button } from '../../../components/Button';
import { Progress } from '../../../components/Progress';
import { useText } from '../../../components/TextProvider';

/** How far a fit is, with a way out; after it was stopped, a way back. */
export function FitJob(props: { job: Job | null; stopped: boolean; words: string; onAgain: () => void }) {
  const { t } = useText();
  return (
    <>
      <Show when={props.job}>
        {(job) => (
          <div class="fit-job" role="status">
            <span class="quiet">{props.words}</span>
            <span class="fit-job__bar">
              <Progress label={props.words} done={job().state()?.done ?? 0} total={job().state()?.total ?? null} />
            </span>
            <Button look="link" onClick={() => job().cancel()}>
              {t('value.stop')}
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.stopped && !props.job}>
        <div class="fit-job" role="status">
          <span class="quiet">{t('value.stopped')}</span>
          <Button look="link" onClick={() => props.onAgain()}>
            {t('value.again')}
          </Button>
        </div>
      </Show>
    </>
  );
}
