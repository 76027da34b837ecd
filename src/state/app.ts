import { type Accessor, createContext, createSignal, useContext } from 'solid-js';
import type { Command } from '~/domain/command';
import { fail, type Result } from '~/domain/result';
import type { SheetQuery } from '~/domain/sheet';
import type { Effect, HostEvent, HostStatus, JobState } from '~/domain/status';
import { createJobs, type Job } from './jobs';
import { createPageCalls, type PageCalls } from './pageCalls';
import { createPreferences, type Preferences } from './preferences';
import type { HostCalls, Patch, SheetWindow } from './protocol';
import { createReasons, needsReason, type Reasons } from './reasons';
import { createRouter, type Router } from './route';
import { createToasts, type Toasts } from './toasts';
import type { Unopened } from './unopened';

/** The sheet on screen: says which rows it shows, and takes the new numbers of an edit. */
export interface SheetPort {
  window(): SheetWindow | null;
  apply(patch: Patch): void;
  /** The workspace was read anew: what the sheet shows is fetched again. */
  reopen(): void;
  /** What it shows; null before it is opened. */
  query(): SheetQuery | null;
}

export interface App extends Pick<Router, 'route' | 'go' | 'setParams'> {
  host: HostCalls;
  status: Accessor<HostStatus>;
  /** When the saved sign last turned to saved; null until something was written. */
  savedAt: Accessor<Date | null>;
  jobs: Accessor<JobState[]>;
  startJob(kind: JobState['kind']): Job;
  /** What the page on screen can do, for palette and keys. */
  page: PageCalls;
  /** A panel over every page. */
  panel: Accessor<Panel | null>;
  setPanel(panel: Panel | null): void;
  toasts: Toasts;
  preferences: Preferences;
  /** Tells the host whose name stands beside changes from now on: the one kept in the preferences. */
  introduce(): void;
  /** What the last command did. */
  lastEffect: Accessor<Effect | null>;
  /** The one write path of the page: the sheet gets its numbers, a failure becomes a toast unless it is said in place. */
  run(command: Command, options?: { inPlace: boolean }): Promise<Result<Patch>>;
  /** A change that waits for the reason of a person; null = none does. */
  asking: Reasons['asking'];
  undo(): Promise<Result<Patch>>;
  redo(): Promise<Result<Patch>>;
  /** The open sheet; the function it gets back takes it away again. */
  registerSheet(port: SheetPort): () => void;
  /** What the open sheet shows; null where no page has one. */
  sheetQuery(): SheetQuery | null;
  /** The value of any other call, or null after a toast has said why there is none. A cancelled one says nothing. */
  attempt<T>(call: Promise<Result<T>>): Promise<T | null>;
  /** The same for calls that answer with a status: opening, creating, taking over. */
  settleStatus(call: Promise<Result<HostStatus>>): Promise<boolean>;
  setStatus(status: HostStatus): void;
  /** Total of the open plan in minor units, as far as a page has seen it: settles the unit it starts with. */
  planTotal: Accessor<number | null>;
  setPlanTotal(amount: number | null): void;
  /** The workspace that was asked for and does not open. */
  unopened: Accessor<Unopened | null>;
  setUnopened(unopened: Unopened | null): void;
  /** Settles once the workspace that the page was loaded for is open, or there is none. */
  untilOpen(): Promise<void>;
  opensUntil(opening: Promise<void>): void;
  /** Spoken by screen readers, seen by nobody. */
  announce(text: string): void;
  announcement: Accessor<string>;
  receive(event: HostEvent): void;
  dispose(): void;
}

/** Nothing went wrong where a person changed their mind. */
const CANCELLED = new Set(['worker/cancelled', 'import/cancelled']);

export const NO_STATUS: HostStatus = {
  workspace: null,
  plan: null,
  plans: [],
  dimensions: [],
  revision: 0,
  savedRevision: 0,
  save: 'saved',
  saveIssue: null,
  readOnly: null,
  undo: null,
  redo: null,
  asOf: null,
  past: null,
};

export type Panel = 'palette' | 'shortcuts';

/** All state of the page around one host. Everything else on screen is derived from it. */
export function createApp(host: HostCalls): App {
  const [status, putStatus] = createSignal<HostStatus>(NO_STATUS);
  const [savedAt, setSavedAt] = createSignal<Date | null>(null);
  const [lastEffect, setLastEffect] = createSignal<Effect | null>(null);
  const [unopened, setUnopened] = createSignal<Unopened | null>(null);
  let opening = Promise.resolve();
  const [planTotal, setPlanTotal] = createSignal<number | null>(null);
  const [panel, setPanel] = createSignal<Panel | null>(null);
  const [announcement, announce] = createSignal('');
  const toasts = createToasts();
  const jobs = createJobs((id) => void host.cancel(id));
  const router = createRouter();
  const reasons = createReasons();
  const preferences = createPreferences();
  const introduce = () => void host.introduce(preferences.name());
  let sheet: SheetPort | null = null;
  let undoneToast: number | null = null;

  const setStatus = (next: HostStatus) => {
    // With no worker to ask, the bridge answers with a refusal instead: what was known then stays.
    if (!('savedRevision' in next)) return;
    const before = status();
    if (next.workspace?.id !== before.workspace?.id) setSavedAt(null);
    else if (next.save === 'saved' && next.savedRevision > before.savedRevision) setSavedAt(new Date());
    if (next.plan?.id !== before.plan?.id) setPlanTotal(null);
    putStatus(next);
  };

  const attempt = async <T>(call: Promise<Result<T>>): Promise<T | null> => {
    const result = await call.catch(failure);
    if (result.ok) return result.value;
    const issues = result.issues.filter((issue) => !CANCELLED.has(issue.code));
    if (issues.length > 0) toasts.say({ tone: 'bad', issues });
    return null;
  };

  let last: Promise<unknown> = Promise.resolve();
  let underway = 0;
  /**
   * One change after the other: an undo that still reads from the disk must not be overtaken by the next key. With none
   * on its way it goes at once, so that the worker begins while the key still moves the focus.
   */
  const inOrder = <T>(call: () => Promise<T>): Promise<T> => {
    const next = underway === 0 ? call() : last.then(call);
    underway += 1;
    const done = () => {
      underway -= 1;
    };
    last = next.then(done, done);
    return next;
  };

  const send = (command: Command) => inOrder(() => host.dispatch(command, sheet?.window() ?? null));

  const settle = async (
    call: Promise<Result<Patch>>,
    { inPlace = false, command }: { inPlace?: boolean; command?: Command } = {},
  ): Promise<Result<Patch>> => {
    const result = await call.catch(failure);
    if (command && needsReason(result)) {
      const reason = await reasons.ask();
      return reason === null ? result : settle(send({ ...command, reason }), { inPlace });
    }
    if (!result.ok) {
      if (!inPlace) toasts.say({ tone: 'bad', issues: result.issues });
      return result;
    }
    const { value } = result;
    setStatus(value.status);
    setLastEffect(value.effect);
    sheet?.apply(value);
    if (value.effect.undone) {
      // A row of undos says where it has come to, not every step of the way.
      if (undoneToast !== null) toasts.dismiss(undoneToast);
      undoneToast = toasts.say({ tone: 'note', effect: value.effect });
    }
    return result;
  };

  return {
    host,
    status,
    setStatus,
    savedAt,
    jobs: jobs.list,
    startJob: jobs.start,
    page: createPageCalls(),
    panel,
    setPanel,
    toasts,
    preferences,
    introduce,
    lastEffect,
    planTotal,
    setPlanTotal,
    unopened,
    setUnopened,
    untilOpen: () => opening.catch(() => undefined),
    opensUntil(next) {
      opening = next;
    },
    announce,
    announcement,
    route: router.route,
    go: router.go,
    setParams: router.setParams,
    run: (command, options) => settle(send(command), { ...options, command }),
    asking: reasons.asking,
    undo: () => settle(inOrder(() => host.undo(sheet?.window() ?? null))),
    redo: () => settle(inOrder(() => host.redo(sheet?.window() ?? null))),
    registerSheet(port) {
      sheet = port;
      return () => {
        if (sheet === port) sheet = null;
      };
    },
    sheetQuery: () => sheet?.query() ?? null,
    attempt,
    async settleStatus(call) {
      const next = await attempt(call);
      if (next) setStatus(next);
      return next !== null;
    },
    receive(event) {
      if (event.kind === 'status') setStatus(event.status);
      else if (event.kind === 'job') jobs.report(event.job);
      else if (event.kind === 'jobEnded') jobs.end(event.id);
      else {
        // A new worker does not know yet who sits here.
        if (preferences.name() !== '') introduce();
        sheet?.reopen();
      }
    },
    dispose: router.dispose,
  };
}

/** A bridge that throws is a defect, but the page must still say that nothing was changed. */
const failure = (error: unknown) =>
  fail({ code: 'worker/unknown', params: { message: error instanceof Error ? error.message : String(error) } });

const AppContext = createContext<App>();

export const AppProvider = AppContext.Provider;

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new TypeError('useApp outside of AppProvider');
  return app;
}
