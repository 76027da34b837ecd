import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { CURRENCIES } from '~/domain/money';
import type { Day } from '~/domain/period';
import type { Workspace } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { HostEvent, HostStatus } from '~/domain/status';
import { workspaceOf } from '~/plan/document';
import { sheetRows } from '~/plan/views/sheet';
import {
  deleteWorkspace,
  type IndexDatabase,
  indexDatabase,
  listWorkspaces,
  rememberWorkspace,
} from '~/storage/indexDatabase';
import { type Changed, change, checkpoint, turn, writeFounding } from './change';
import { type Draft, openDraft, previewDraft, reportedRowsOf } from './drafts';
import { createJobs, type Jobs } from './jobs';
import { previewChange } from './preview';
import type { Patch, PlanHostApi, SheetWindow } from './protocol';
import { createQueries } from './queries';
import { rescueFile } from './rescue';
import { sampleCommands } from './sampleStory';
import { closeSession, openPlan, openSession, type Session, statusOf } from './session';
import { blockOf, openSheet, toggleSheetRow } from './sheets';
import type { ComputePool } from './tasks';

/** What the host needs of the world around it. Tests give their own; the worker gives the real one. */
export interface HostWorld {
  /** Prefix of all databases: several apps may share an origin. */
  namespace: string;
  clock: () => { now: string; today: Day };
  pool: ComputePool;
  /** Tells other tabs of this origin that a workspace was written, and hears from them. */
  channel: { post(message: HostMessage): void; listen(listener: (message: HostMessage) => void): void };
}

export type HostMessage = { kind: 'saved'; workspace: string } | { kind: 'release'; workspace: string };

const IDLE = 2000;

/**
 * Owns plan, history and storage. Plain TypeScript that does not know it runs in a worker: the page reaches it through a
 * link, tests and a fallback call it directly.
 */
export function createPlanHost(world: HostWorld): PlanHostApi {
  const index: IndexDatabase = indexDatabase(world.namespace);
  const drafts = new Map<string, Draft>();
  let session: Session | null = null;
  let listener: (event: HostEvent) => void = () => undefined;
  let idle: ReturnType<typeof setTimeout> | null = null;
  let ordinal = 0;

  const tell = (event: HostEvent): void => listener(event);
  const status = (): HostStatus => statusOf(session);
  const jobs: Jobs = createJobs(tell);

  const onSaved = (): void => {
    if (!session) return;
    if (session.queue.issue?.code === 'storage/conflict') session.readOnly = 'otherTab';
    if (session.queue.issue?.code === 'storage/newerSchema') session.readOnly = 'newerSchema';
    if (session.queue.state === 'saved') world.channel.post({ kind: 'saved', workspace: session.id });
    tell({ kind: 'status', status: status() });
  };

  world.channel.listen((message) => {
    if (!session || message.workspace !== session.id) return;
    if (message.kind === 'release' && session.readOnly === null) void yieldLock(session);
    if (message.kind === 'saved' && session.readOnly === 'otherTab') tell({ kind: 'changedElsewhere' });
  });

  const yieldLock = async (owner: Session): Promise<void> => {
    checkpoint(owner);
    await owner.queue.settled();
    owner.readOnly = 'otherTab';
    owner.lock.release();
    tell({ kind: 'status', status: status() });
  };

  const adopt = async (id: string): Promise<Result<HostStatus>> => {
    await leave();
    const opened = await openSession({ namespace: world.namespace, id, onSaved });
    if (!opened.ok) return opened;
    session = opened.value;
    const workspace = workspaceOf(session.document);
    if (workspace) {
      await rememberWorkspace(index, {
        id,
        name: workspace.name,
        sample: workspace.sample ?? false,
        openedAt: world.clock().now,
      });
    }
    return ok(status());
  };

  const leave = async (): Promise<void> => {
    if (!session) return;
    checkpoint(session);
    await session.queue.settled();
    closeSession(session);
    session = null;
    drafts.clear();
  };

  const found = async (workspace: Workspace): Promise<Result<Session>> => {
    const opened = await adopt(workspace.id);
    if (!opened.ok) return opened;
    if (!session) return fail(issue('storage/unknown'));
    writeFounding(session, workspace);
    await rememberWorkspace(index, {
      id: workspace.id,
      name: workspace.name,
      sample: workspace.sample ?? false,
      openedAt: world.clock().now,
    });
    return ok(session);
  };

  const withSession = <T>(run: (open: Session) => Result<T> | Promise<Result<T>>): Promise<Result<T>> =>
    Promise.resolve(session ? run(session) : fail(issue('plan/notOpen')));

  const batchOf = (draft: string) => drafts.get(draft)?.batch ?? null;

  const patchOf = (open: Session, changed: Changed, window: SheetWindow | null): Patch => {
    const sheet = window ? open.sheets.get(window.sheet) : undefined;
    const block = window && sheet ? blockOf(open, window) : null;
    return {
      effect: changed.effect,
      status: status(),
      block: block?.ok ? block.value : null,
      rows: sheet && changed.rows ? sheetRows(open.document, sheet) : null,
    };
  };

  const rest = (open: Session): void => {
    if (idle) clearTimeout(idle);
    idle = setTimeout(() => {
      if (session === open) checkpoint(open);
    }, IDLE);
  };

  const newWorkspaceId = (): string => {
    ordinal += 1;
    return `w${Date.parse(world.clock().now).toString(36)}${ordinal}`;
  };

  return {
    async start(onEvent) {
      listener = onEvent;
      return status();
    },
    async workspaces() {
      const heads = await listWorkspaces(index);
      return heads.ok ? heads.value : [];
    },
    openWorkspace: adopt,
    async createWorkspace({ name, currency }) {
      const made = await found({ id: newWorkspaceId(), name, currency, minorUnit: CURRENCIES[currency] });
      return made.ok ? ok(status()) : made;
    },
    openSample: (options, job) =>
      jobs.run({ id: job, kind: 'sample', cancellable: true }, async (control) => {
        const sample = await world.pool.run('sample', options, control);
        if (!sample.ok) return sample;
        if (control.signal.aborted) return fail(issue('worker/cancelled'));
        const { batch, plan } = sample.value;
        const id = newWorkspaceId();
        const currency = plan.currency;
        const made = await found({ id, name: plan.name, currency, minorUnit: CURRENCIES[currency], sample: true });
        if (!made.ok) return made;
        drafts.set('sample', { orders: [], lookups: [], batch });
        for (const command of sampleCommands(sample.value, 'sample')) {
          const changed = change(made.value, command, { ...world.clock(), batchOf, setup: true });
          if (!changed.ok) return changed;
        }
        drafts.delete('sample');
        rest(made.value);
        return ok(status());
      }),
    async deleteWorkspace(id) {
      if (session?.id === id) await leave();
      return deleteWorkspace(index, { namespace: world.namespace, workspace: id });
    },
    async closeWorkspace() {
      await leave();
      return status();
    },
    openPlan: (id) =>
      withSession(async (open) => {
        checkpoint(open);
        await open.queue.settled();
        const opened = await openPlan(open, id);
        return opened.ok ? ok(status()) : opened;
      }),
    takeOver: () =>
      withSession(async (open) => {
        world.channel.post({ kind: 'release', workspace: open.id });
        for (let attempt = 0; attempt < 20; attempt += 1) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          const again = await adopt(open.id);
          if (!again.ok || again.value.readOnly === null) return again;
        }
        return ok(status());
      }),
    dispatch: (command: Command, window) =>
      withSession((open) => {
        const changed = change(open, command, { ...world.clock(), batchOf });
        if (!changed.ok) return changed;
        if (command.name === 'orders/import') drafts.delete(command.draft);
        rest(open);
        return ok(patchOf(open, changed.value, window));
      }),
    undo: (window) => withSession((open) => turned(open, 'undo', window)),
    redo: (window) => withSession((open) => turned(open, 'redo', window)),
    preview: (command) => withSession((open) => previewChange(open.document, command, world.clock())),
    async settle() {
      if (session) {
        if (session.queue.state === 'failed') session.queue.retry();
        checkpoint(session);
        await session.queue.settled();
      }
      return status();
    },
    openSheet: (query) =>
      withSession((open) => {
        ordinal += 1;
        return openSheet(open, query, ordinal);
      }),
    toggleRow: (sheet, row, isOpen) => withSession((open) => toggleSheetRow(open, sheet, { id: row, open: isOpen })),
    sheetBlock: (window) => withSession((open) => blockOf(open, window)),
    openImport: (files, job) =>
      jobs.run({ id: job, kind: 'import', cancellable: false }, async () => {
        const opened = await openDraft(job, files);
        if (!opened.ok) return opened;
        drafts.set(job, opened.value.draft);
        return ok(opened.value.opened);
      }),
    previewImport: (draft, mapping, job) =>
      jobs.run({ id: job, kind: 'import', cancellable: true }, async (control) => {
        const chosen = drafts.get(draft);
        if (!chosen) return fail(issue('import/cancelled'));
        // From the start page there is no workspace yet: it is made when the import is confirmed.
        const document = session?.document ?? null;
        const { minorUnit } = (document && workspaceOf(document)) ?? { minorUnit: mapping.minorUnit ?? 2 };
        return previewDraft(chosen, { document, minorUnit, mapping, pool: world.pool, control });
      }),
    async reportedRows(draft, words) {
      const batch = batchOf(draft);
      return batch ? ok(await reportedRowsOf(batch.report, words)) : fail(issue('import/nothingKept'));
    },
    async discardImport(draft) {
      drafts.delete(draft);
      return null;
    },
    ...createQueries({ session: () => session, jobs, pool: world.pool, clock: world.clock }),
    rescueFile: () => withSession((open) => ok(rescueFile(open))),
    async cancel(job) {
      jobs.cancel(job);
      return null;
    },
  };

  async function turned(open: Session, direction: 'undo' | 'redo', window: SheetWindow | null): Promise<Result<Patch>> {
    const changed = await turn(open, direction, world.clock());
    if (!changed.ok) return changed;
    rest(open);
    return ok(patchOf(open, changed.value, window));
  }
}
