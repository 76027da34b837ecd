import type { HostEvent, JobState } from '~/domain/status';
import type { TaskControl } from './tasks';

/** Long computations under way: each reports progress as events and stops when cancelled. */
export interface Jobs {
  run<T>(job: Pick<JobState, 'id' | 'kind' | 'cancellable'>, work: (control: TaskControl) => Promise<T>): Promise<T>;
  cancel(id: string): void;
}

/** Progress is told at most this often. */
const TELL_EVERY = 100;

export function createJobs(tell: (event: HostEvent) => void): Jobs {
  const running = new Map<string, { aborted: boolean }>();
  return {
    async run(job, work) {
      const signal = { aborted: false };
      running.set(job.id, signal);
      const state: JobState = { ...job, done: 0, total: null };
      tell({ kind: 'job', job: state });
      let told = 0;
      const control: TaskControl = {
        signal,
        onProgress: (done, total) => {
          const now = Date.now();
          if (now - told < TELL_EVERY) return;
          told = now;
          tell({ kind: 'job', job: { ...state, done, total } });
        },
      };
      try {
        return await work(control);
      } finally {
        // The next attempt may bear the same name.
        if (running.get(job.id) === signal) running.delete(job.id);
        tell({ kind: 'jobEnded', id: job.id });
      }
    },
    cancel(id) {
      const signal = running.get(id);
      if (signal) signal.aborted = true;
    },
  };
}
