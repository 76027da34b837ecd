import { proxy, type Remote } from 'comlink';
import { fail } from '~/domain/result';
import type { HostEvent, HostStatus } from '~/domain/status';
import { createLink, LinkFailure } from '~/worker/link';
import type { HostCalls } from './protocol';

/** The page's way to planHost, and planHost's way to speak unasked. */
export interface Bridge {
  host: HostCalls;
  onEvent(listener: (event: HostEvent) => void): void;
}

type Method = keyof HostCalls;
type Call = (...args: unknown[]) => Promise<unknown>;

/** Long calls may take this long; all others answer within the link's own limit or count as hung. */
const LONG_LIMIT = 30 * 60_000;
const LONG: ReadonlySet<Method> = new Set([
  'openSample',
  'openImport',
  'previewImport',
  'forecast',
  'workbook',
  'openWorkspace',
]);

/** Answers of calls that are no Result, for the time when there is no worker to ask. */
const QUIET: Partial<Record<Method, unknown>> = { workspaces: [], discardImport: null, cancel: null };

/**
 * One worker for all of the plan. When it dies or hangs, every call under way is answered with an issue; the next call
 * starts a new worker, which opens the workspace again from storage first: what was shown as saved is there.
 */
export function createBridge(): Bridge {
  let tell: (event: HostEvent) => void = () => undefined;
  let workspace: string | null = null;
  let started: Promise<unknown> | null = null;

  const link = createLink<HostCalls>({
    spawn: () => new Worker(new URL('../worker/entry.ts', import.meta.url), { type: 'module', name: 'quotagrid' }),
    onLost: () => {
      started = null;
    },
  });

  const hear = (event: HostEvent): void => {
    if (event.kind === 'status') workspace = event.status.workspace?.id ?? null;
    tell(event);
  };

  const start = async (remote: Remote<HostCalls>): Promise<void> => {
    await remote.start(proxy(hear));
    if (workspace === null) return;
    const opened = await remote.openWorkspace(workspace);
    if (opened.ok) tell({ kind: 'status', status: opened.value });
  };

  const noteStatus = (method: Method, value: unknown): void => {
    if (method === 'closeWorkspace') workspace = null;
    const status = statusIn(value);
    if (status) workspace = status.workspace?.id ?? null;
  };

  const call = async (method: Method, args: unknown[]): Promise<unknown> => {
    try {
      const value = await link.call(
        async (remote) => {
          started ??= start(remote);
          await started;
          return (remote[method] as unknown as Call)(...args);
        },
        LONG.has(method) ? LONG_LIMIT : undefined,
      );
      noteStatus(method, value);
      return value;
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error;
      if (method in QUIET) return QUIET[method];
      return fail(error.issue);
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

function statusIn(value: unknown): HostStatus | null {
  if (typeof value !== 'object' || value === null || !('ok' in value) || !('value' in value)) return null;
  const inner = (value as { value: unknown }).value;
  return typeof inner === 'object' && inner !== null && 'savedRevision' in inner ? (inner as HostStatus) : null;
}
