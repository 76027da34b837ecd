import { proxy, type Remote } from 'comlink';
import { fail, ok, type Result } from '~/domain/result';
import type { HostEvent, HostStatus } from '~/domain/status';
import { createLink, LinkFailure } from '~/worker/link';
import type { HostCalls } from './protocol';

/** The page's way to planHost, and planHost's way to speak unasked. */
export interface Bridge {
  host: HostCalls;
  onEvent(listener: (event: HostEvent) => void): void;
}

export interface BridgeOptions {
  spawn: () => Worker;
  /** Milliseconds a call that is not known to be long may take before its worker counts as hung. */
  limit?: number;
}

type Method = keyof HostCalls;
type Call = (...args: unknown[]) => Promise<unknown>;

const LONG_LIMIT = 30 * 60_000;
const LONG: ReadonlySet<Method> = new Set([
  'openSample',
  'openPack',
  'readTable',
  'previewPack',
  'tableRows',
  'template',
  'forecast',
  'value',
  'nextProducts',
  'callList',
  'pipelineForecast',
  'pipelineCover',
  'workbook',
  'openWorkspace',
]);

/** Answers of calls that are no Result, for the time when there is no worker to ask. */
const QUIET: Partial<Record<Method, unknown>> = { discardImport: null, cancel: null, introduce: null };

/** Calls that need no open workspace. */
const FREE: ReadonlySet<Method> = new Set([
  'start',
  'settle',
  'workspaces',
  'openWorkspace',
  'openSample',
  'createWorkspace',
  'deleteWorkspace',
  'rescueStored',
  'closeWorkspace',
  'introduce',
]);

/**
 * One worker for all of the plan. When it dies or hangs, every call under way is answered with an issue, and a new
 * worker opens the workspace again from storage: what was shown as saved is there. A worker that never answered is not
 * started again until something is asked of it, so that a broken one does not restart for ever.
 */
export function createBridge(options: BridgeOptions): Bridge {
  let tell: (event: HostEvent) => void = () => undefined;
  let workspace: string | null = null;
  let started: Promise<Result<null>> | null = null;
  let hasAnswered = false;

  const link = createLink<HostCalls>({
    spawn: options.spawn,
    onLost: () => {
      started = null;
      const worked = hasAnswered;
      hasAnswered = false;
      if (worked) setTimeout(() => void host.settle().then(tellStatus));
    },
  });

  const tellStatus = (status: HostStatus): void => {
    if ('savedRevision' in status) tell({ kind: 'status', status });
  };

  const start = async (remote: Remote<HostCalls>, generation: number): Promise<Result<null>> => {
    const hear = (event: HostEvent): void => {
      // Words of a worker that is gone may still be on their way.
      if (generation !== link.generation) return;
      if (event.kind === 'status') workspace = event.status.workspace?.id ?? null;
      tell(event);
    };
    await remote.start(proxy(hear));
    hasAnswered = true;
    if (workspace === null) return ok(null);
    const opened = await remote.openWorkspace(workspace);
    if (generation !== link.generation) return ok(null);
    if (opened.ok) {
      tell({ kind: 'status', status: opened.value });
      tell({ kind: 'reopened' });
      return ok(null);
    }
    workspace = null;
    tellStatus(await remote.settle());
    return opened;
  };

  const noteStatus = (method: Method, value: unknown): void => {
    const status = statusIn(value) ?? (method === 'closeWorkspace' ? (value as HostStatus) : null);
    if (status && 'savedRevision' in status) workspace = status.workspace?.id ?? null;
  };

  const ask = async (method: Method, args: unknown[]): Promise<unknown> =>
    link.call(
      async (remote, generation) => {
        started ??= start(remote, generation);
        const ready = await started;
        if (!ready.ok) {
          // Said once; after that the host stands there without a workspace.
          started = Promise.resolve(ok(null));
          if (!FREE.has(method)) return ready;
        }
        return (remote[method] as unknown as Call)(...args);
      },
      LONG.has(method) ? LONG_LIMIT : options.limit,
    );

  const call = async (method: Method, args: unknown[]): Promise<unknown> => {
    try {
      const value = await ask(method, args);
      noteStatus(method, value);
      return value;
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error;
      return method in QUIET ? QUIET[method] : fail(error.issue);
    }
  };

  const host = new Proxy({} as HostCalls, {
    get: (_target, method) =>
      typeof method === 'string' ? (...args: unknown[]) => call(method as Method, args) : undefined,
  });

  return {
    host,
    onEvent(listener) {
      tell = listener;
    },
  };
}

/** The one worker entry of the app; the bundler finds it by this very expression. */
export const spawnHost = (): Worker =>
  new Worker(new URL('../worker/entry.ts', import.meta.url), { type: 'module', name: 'quotagrid' });

function statusIn(value: unknown): HostStatus | null {
  if (typeof value !== 'object' || value === null || !('ok' in value) || !('value' in value)) return null;
  const inner = (value as { value: unknown }).value;
  return typeof inner === 'object' && inner !== null && 'savedRevision' in inner ? (inner as HostStatus) : null;
}
