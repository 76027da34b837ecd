import { Show } from 'solid-js';
import type { Job } from '~/state/jobs';
import { Button } from './Button';
import './jobLine.css';
import { Progress } from './Progress';
import { useText } from './TextProvider';

/** How far a job is, with a way out; after it was stopped, a way back. */
export function JobLine(props: { job: Job | null; stopped: boolean; words: string; onAgain: () => void }) {
  const { t } = useText();
  return (
    <>
      <Show when={props.job}>
        {(job) => (
          <div class="job-line" role="status">
            <span class="quiet">{props.words}</span>
            <span class="job-line__bar">
              <Progress label={props.words} done={job().state()?.done ?? 0} total={job().state()?.total ?? null} />
            </span>
            <Button look="link" onClick={() => job().cancel()}>
              {t('job.stop')}
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.stopped && !props.job}>
        <div class="job-line" role="status">
          <span class="quiet">{t('job.stopped')}</span>
          <Button look="link" onClick={() => props.onAgain()}>
            {t('job.again')}
          </Button>
        </div>
      </Show>
    </>
  );
}
