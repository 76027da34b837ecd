import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { At } from '~/domain/cell';
import { fail } from '~/domain/result';
import type { ForecastView } from '~/domain/view';
import { formatAt } from '~/state/address';
import type { App } from '~/state/app';
import type { Job } from '~/state/jobs';

export interface Forecast {
  /** The newest answer; while another node is asked for, the old one stays until the new one is there. */
  view: Accessor<ForecastView | null>;
  /** Why there is none: nothing to forecast from, cancelled, or something else that a toast has said. */
  trouble: Accessor<'noHistory' | 'cancelled' | 'failed' | null>;
  /** The job while it runs long enough to be noticed. */
  job: Accessor<Job | null>;
  again(): void;
}

const SHOW_AFTER_MS = 100;

/** The forecast of a node: asked again when the node or the plan changes, the question before is cancelled. */
export function createForecast(app: App, at: Accessor<At>): Forecast {
  const [view, setView] = createSignal<ForecastView | null>(null);
  const [trouble, setTrouble] = createSignal<ReturnType<Forecast['trouble']>>(null);
  const [job, setJob] = createSignal<Job | null>(null);
  let running: Job | null = null;

  const ask = async () => {
    running?.cancel();
    const mine = app.startJob('forecast');
    running = mine;
    const timer = setTimeout(() => running === mine && setJob(mine), SHOW_AFTER_MS);
    const answer = await app.host
      .forecast({ at: at() }, mine.id)
      .catch((error: unknown) => fail({ code: 'worker/unknown', params: { message: String(error) } }));
    clearTimeout(timer);
    mine.done();
    if (running !== mine) return;
    running = null;
    setJob(null);
    if (answer.ok) {
      setTrouble(null);
      setView(answer.value);
      return;
    }
    const codes = answer.issues.map(({ code }) => code);
    if (codes.includes('worker/cancelled')) return setTrouble('cancelled');
    setView(null);
    if (codes.includes('forecast/noHistory')) return setTrouble('noHistory');
    app.toasts.say({ tone: 'bad', issues: answer.issues });
    setTrouble('failed');
  };

  createEffect(
    on([() => app.status().workspace?.id, () => app.status().revision, () => formatAt(at())], ([workspace]) => {
      if (workspace) void ask();
    }),
  );
  onCleanup(() => {
    running?.cancel();
    running = null;
  });
  return { view, trouble, job, again: () => void ask() };
}
