import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Result } from '~/domain/result';
import type { JobState } from '~/domain/status';
import { useApp } from '~/state/app';
import type { Job } from '~/state/jobs';
import { createWindowed, type Windowed } from '../../../components/createWindowed';
import type { RowSpan } from '../../../components/LongTable';

export interface Fitted<Q, V> extends Windowed<Q, V> {
  /** The fit under way, once it takes long enough to be noticed. */
  job: Accessor<Job | null>;
  /** A person stopped it. */
  stopped: Accessor<boolean>;
  again(): void;
}

const SHOW_AFTER_MS = 100;

/**
 * A windowed list over something that is fitted first: with another rule the fit before is stopped, and the new one is a job
 * that shows how far it is. Scrolling and sorting ask what is known and are no job.
 */
export function createFitted<Q extends object, V>(options: {
  kind: JobState['kind'];
  call: (query: Q & RowSpan, job: string) => Promise<Result<V>>;
  start: Q;
  /** Another text is another fit. */
  ruleOf: (query: Q) => string;
}): Fitted<Q, V> {
  const app = useApp();
  const [job, setJob] = createSignal<Job | null>(null);
  const [stopped, setStopped] = createSignal(false);
  let running: Job | null = null;
  let fitted = '';

  const call = async (query: Q & RowSpan): Promise<Result<V>> => {
    const rule = `${options.ruleOf(query)}|${app.status().workspace?.id}/${app.status().revision}`;
    if (rule === fitted) return options.call(query, '');
    running?.cancel();
    const mine = app.startJob(options.kind);
    running = mine;
    setStopped(false);
    const timer = setTimeout(() => running === mine && setJob(mine), SHOW_AFTER_MS);
    try {
      const answer = await options.call(query, mine.id);
      if (running === mine) {
        if (answer.ok) fitted = rule;
        else setStopped(answer.issues.some(({ code }) => code === 'worker/cancelled'));
      }
      return answer;
    } finally {
      clearTimeout(timer);
      mine.done();
      if (running === mine) {
        running = null;
        setJob(null);
      }
    }
  };
  onCleanup(() => running?.cancel());
  const list = createWindowed<Q, V>(call, options.start);
  return { ...list, job, stopped, again: () => list.ask({ ...list.query() }) };
}
