import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { fail, type Result } from '~/domain/result';
import type { JobState } from '~/domain/status';
import { useApp } from '~/state/app';
import type { Job } from '~/state/jobs';

export interface Answer<V> {
  /** The newest answer; while another question is asked, the old one stays until the new one is there. */
  view: Accessor<V | null>;
  /** The job while it runs long enough to be noticed. */
  job: Accessor<Job | null>;
  /** A person stopped it. */
  stopped: Accessor<boolean>;
  /** Why there is no answer, as codes; empty where there is one. */
  refused: Accessor<readonly string[]>;
  again(): void;
}

const SHOW_AFTER_MS = 100;

/**
 * The worker's answer to a question that may take long: asked again when the question, the workspace or anything in it
 * changes; the question before is cancelled. Refusals listed in `expected` are told by the page, others by a toast. A question
 * of null is not asked.
 */
export function createAnswer<Q, V>(options: {
  kind: JobState['kind'];
  query: Accessor<Q | null>;
  call: (query: Q, job: string) => Promise<Result<V>>;
  expected?: readonly string[];
}): Answer<V> {
  const app = useApp();
  const [view, setView] = createSignal<V | null>(null);
  const [job, setJob] = createSignal<Job | null>(null);
  const [stopped, setStopped] = createSignal(false);
  const [refused, setRefused] = createSignal<readonly string[]>([]);
  let running: Job | null = null;

  const ask = async (query: Q) => {
    running?.cancel();
    const mine = app.startJob(options.kind);
    running = mine;
    setStopped(false);
    const timer = setTimeout(() => running === mine && setJob(mine), SHOW_AFTER_MS);
    const answer = await options
      .call(query, mine.id)
      .catch((error: unknown) => fail({ code: 'worker/unknown', params: { message: String(error) } }));
    clearTimeout(timer);
    mine.done();
    if (running !== mine) return;
    running = null;
    setJob(null);
    if (answer.ok) {
      setRefused([]);
      setView(() => answer.value);
      return;
    }
    const codes = answer.issues.map(({ code }) => code);
    if (codes.includes('worker/cancelled')) return setStopped(true);
    setView(null);
    setRefused(codes);
    const unexpected = answer.issues.filter(({ code }) => !(options.expected ?? []).includes(code));
    if (unexpected.length > 0) app.toasts.say({ tone: 'bad', issues: unexpected });
  };

  const state = createMemo(() => `${app.status().workspace?.id}/${app.status().revision}/${app.status().past?.seq}`);
  createEffect(
    on([options.query, state], ([query]) => {
      if (query !== null && app.status().workspace) void ask(query);
    }),
  );
  onCleanup(() => {
    running?.cancel();
    running = null;
  });
  const again = () => {
    const query = options.query();
    if (query !== null) void ask(query);
  };
  return { view, job, stopped, refused, again };
}
