import { type Accessor, createSignal } from 'solid-js';
import type { JobState } from '~/domain/status';

export interface Jobs {
  list: Accessor<JobState[]>;
  /** Shown at once, before the worker says anything; `done` must be called when the call returns. */
  start(kind: JobState['kind']): Job;
  report(job: JobState): void;
  end(id: string): void;
}

export interface Job {
  id: string;
  state: Accessor<JobState | null>;
  cancel(): void;
  done(): void;
}

/** Long work the page knows of. `cancelJob` asks the worker; the job leaves the list when it really ended. */
export function createJobs(cancelJob: (id: string) => void): Jobs {
  const [list, setList] = createSignal<JobState[]>([]);
  const session = Math.random().toString(36).slice(2, 8);
  let last = 0;
  const find = (id: string) => list().find((job) => job.id === id) ?? null;
  const end = (id: string) => setList((all) => all.filter((job) => job.id !== id));
  return {
    list,
    end,
    report: (job) => setList((all) => all.map((old) => (old.id === job.id ? job : old))),
    start(kind) {
      const id = `${session}-${++last}`;
      setList((all) => [...all, { id, kind, done: 0, total: null, cancellable: true }]);
      return { id, state: () => find(id), cancel: () => cancelJob(id), done: () => end(id) };
    },
  };
}
