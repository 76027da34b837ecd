import { For, Show } from 'solid-js';
import type { JobState } from '~/domain/status';
import { useApp } from '~/state/app';
import { Button } from '../components/Button';
import { Popover } from '../components/Popover';
import { Progress } from '../components/Progress';
import { useText } from '../components/TextProvider';

/** Long work: how much of it, how far, and a way to stop it. Nothing is shown while nothing runs. */
export function JobIndicator() {
  const app = useApp();
  const { t } = useText();
  const count = () => app.jobs().length;
  const said = () => t('shell.jobsRunning', { n: count() });
  return (
    <Show when={count() > 0}>
      <Popover
        label={said()}
        title={t('shell.jobs')}
        triggerClass="button button--quiet job-indicator"
        trigger={
          <>
            <span class="job-indicator__bar">
              <Progress label={said()} done={app.jobs()[0]?.done ?? 0} total={app.jobs()[0]?.total ?? null} />
            </span>
            <span>{count()}</span>
          </>
        }
      >
        <ul class="job-list">
          <For each={app.jobs()}>{(job) => <JobRow job={job} />}</For>
        </ul>
      </Popover>
    </Show>
  );
}

function JobRow(props: { job: JobState }) {
  const app = useApp();
  const { t, format } = useText();
  const name = () => t(`job.${props.job.kind}`);
  const progress = () => {
    const done = format().count(props.job.done);
    if (props.job.total !== null) return t('shell.progress', { done, total: format().count(props.job.total) });
    return props.job.done > 0 ? t('shell.progressOpen', { done }) : '';
  };
  return (
    <li class="job-list__row">
      <div class="job-list__words">
        <span>{name()}</span>
        <span class="faint">{progress()}</span>
      </div>
      <Progress label={name()} done={props.job.done} total={props.job.total} />
      <Show when={props.job.cancellable}>
        <Button
          look="link"
          aria-label={t('shell.cancelJob', { what: name() })}
          onClick={() => void app.host.cancel(props.job.id)}
        >
          {t('shell.cancel')}
        </Button>
      </Show>
    </li>
  );
}
