import { issue } from '~/domain/issue';
import type { Workspace } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { HostEvent } from '~/domain/status';
import { workspaceOf } from '~/plan/document';
import { type IndexDatabase, rememberWorkspace } from '~/storage/indexDatabase';
import { verifyJournal } from '~/storage/verifyJournal';
import { checkpoint, writeFounding } from './change';
import { closeSession, openSession, type Session, statusOf } from './session';
import { hasWebLocks, NO_LOCK, takeWriterLock, type WriterLock } from './writerLock';

/** What tabs on the same origin tell each other. */
export type HostMessage =
  | { kind: 'saved'; workspace: string; revision: number }
  | { kind: 'release'; workspace: string }
  /** The answer to 'release' of a tab with changes that it could not save. */
  | { kind: 'kept'; workspace: string };

export interface TabChannel {
  post(message: HostMessage): void;
  listen(listener: (message: HostMessage) => void): void;
}

/** The one open workspace of this tab: opening, closing, and who among several tabs may write. */
export interface SessionKeeper {
  readonly session: Session | null;
  /** Opens a stored workspace. Where nothing is stored under its id any more, that is damage, not a new beginning. */
  open(id: string): Promise<Result<Session>>;
  /** Makes a new workspace and opens it. */
  found(workspace: Workspace): Promise<Result<Session>>;
  /** Closes what is open. Changes that could not be saved keep it open, or are given up with it. */
  leave(options: { unsaved: 'stay' | 'drop' }): Promise<Result<null>>;
  /** Asks the writing tab to let go, and opens the workspace anew for writing. */
  takeOver(): Promise<Result<Session>>;
}

export interface KeeperOptions {
  namespace: string;
  index: IndexDatabase;
  channel: TabChannel;
  now: () => string;
  tell: (event: HostEvent) => void;
}

/** A tab that closes or reloads keeps its lock for a moment. */
const CLOSING_TAB = 500;
const LETTING_GO = 5000;
/** After it let go, a tab stands back, so that the one that asked comes first. */
const STAND_BACK = 2000;
const REFRESH_AFTER = 100;
const VERIFY_AFTER = 1500;

export function createSessionKeeper(options: KeeperOptions): SessionKeeper {
  const { namespace, index, channel, tell } = options;
  let session: Session | null = null;
  let queueForLock: AbortController | null = null;
  let asking: AbortController | null = null;
  let refreshing: ReturnType<typeof setTimeout> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** Opening and closing never overlap. */
  const inOrder = <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  };
  const tellStatus = (): void => tell({ kind: 'status', status: statusOf(session) });
  const lockName = (id: string): string => `${namespace}${id}`;

  const onSaved = (): void => {
    if (!session) return;
    const { queue } = session;
    if (queue.issue?.code === 'storage/conflict') session.readOnly = 'otherTab';
    if (queue.issue?.code === 'storage/newerSchema') session.readOnly = 'newerSchema';
    if (queue.issue?.code === 'storage/corrupt') session.readOnly = 'damaged';
    if (queue.state === 'saved') channel.post({ kind: 'saved', workspace: session.id, revision: queue.savedRevision });
    tellStatus();
  };

  const adopt = async (id: string, lock: WriterLock, isNew: boolean): Promise<Result<Session>> => {
    const opened = await openSession({ namespace, id, lock, isNew, onSaved });
    if (!opened.ok) return opened;
    session = opened.value;
    if (session.readOnly === 'otherTab') standInLine(session, 0);
    return opened;
  };

  /** Reads the workspace anew; what was open before stays on screen when that fails. */
  const reopen = async (old: Session, lock: WriterLock): Promise<Result<Session>> => {
    const opened = await openSession({ namespace, id: old.id, lock, isNew: false, onSaved });
    if (!opened.ok) {
      lock.release();
      if (opened.issues[0].code === 'storage/corrupt') old.readOnly = 'damaged';
      tellStatus();
      return opened;
    }
    closeSession(old);
    session = opened.value;
    tellStatus();
    tell({ kind: 'reopened' });
    return opened;
  };

  const isOpen = (open: Session): boolean => session === open;

  /** A tab that may only look becomes the writer when the other one goes. */
  const standInLine = (open: Session, after: number): void => {
    queueForLock?.abort();
    if (!hasWebLocks()) return;
    const line = new AbortController();
    queueForLock = line;
    setTimeout(async () => {
      if (line.signal.aborted) return;
      const wait = Number.POSITIVE_INFINITY;
      const lock = await takeWriterLock(lockName(open.id), { wait, signal: line.signal });
      if (!lock.held) return;
      await inOrder(async () => {
        if (line.signal.aborted || session?.id !== open.id || session.readOnly !== 'otherTab') lock.release();
        else await reopen(session, lock);
      });
    }, after);
  };

  const leaveLine = (): void => {
    queueForLock?.abort();
    queueForLock = null;
  };

  const yieldLock = async (owner: Session): Promise<void> => {
    checkpoint(owner);
    await owner.queue.settled();
    if (!isOpen(owner)) return;
    // What is not saved must not be overtaken.
    if (owner.queue.state !== 'saved') {
      channel.post({ kind: 'kept', workspace: owner.id });
      return;
    }
    owner.readOnly = 'otherTab';
    owner.lock.release();
    tellStatus();
    standInLine(owner, STAND_BACK);
  };

  const refresh = (): void => {
    if (refreshing) clearTimeout(refreshing);
    refreshing = setTimeout(
      () =>
        void inOrder(async () => {
          if (session?.readOnly === 'otherTab' && session.queue.state === 'saved') await reopen(session, NO_LOCK);
        }),
      REFRESH_AFTER,
    );
  };

  channel.listen((message) => {
    if (!session || message.workspace !== session.id) return;
    if (message.kind === 'release') {
      if (session.readOnly === null) void yieldLock(session);
      else if (session.readOnly === 'otherTab') standInLine(session, STAND_BACK);
      return;
    }
    if (message.kind === 'kept') {
      asking?.abort();
      return;
    }
    if (message.revision <= session.revision) return;
    // Without locks two tabs may both think they write: the one that hears of a newer revision steps back.
    if (session.readOnly === null && session.queue.state === 'saved') session.readOnly = 'otherTab';
    if (session.readOnly === 'otherTab') refresh();
  });

  /** Off the first paint, and in steps that let edits pass. */
  const verifySoon = (open: Session): void => {
    setTimeout(async () => {
      if (!isOpen(open)) return;
      const verdict = await verifyJournal(open.database, () => new Promise((next) => setTimeout(next)));
      if (verdict.ok || verdict.issues[0].code !== 'storage/corrupt' || !isOpen(open)) return;
      open.readOnly = 'damaged';
      tellStatus();
    }, VERIFY_AFTER);
  };

  const remember = (workspace: Workspace): Promise<Result<null>> => {
    const { id, name, sample = false } = workspace;
    return rememberWorkspace(index, { id, name, sample, openedAt: options.now() });
  };

  const leave = async ({ unsaved }: { unsaved: 'stay' | 'drop' }): Promise<Result<null>> => {
    if (session) {
      checkpoint(session);
      await session.queue.settled();
      const { issue: problem } = session.queue;
      if (problem && session.readOnly === null && unsaved === 'stay') return fail(problem);
      closeSession(session);
    }
    leaveLine();
    session = null;
    return ok(null);
  };

  return {
    get session() {
      return session;
    },
    open: (id) =>
      inOrder(async () => {
        const left = await leave({ unsaved: 'stay' });
        if (!left.ok) return left;
        const lock = await takeWriterLock(lockName(id), { wait: CLOSING_TAB });
        const opened = await adopt(id, lock, false);
        if (!opened.ok) return opened;
        const workspace = workspaceOf(opened.value.document);
        if (workspace) await remember(workspace);
        verifySoon(opened.value);
        return opened;
      }),
    found: (workspace) =>
      inOrder(async () => {
        const left = await leave({ unsaved: 'stay' });
        if (!left.ok) return left;
        const lock = await takeWriterLock(lockName(workspace.id), { wait: CLOSING_TAB });
        const opened = await adopt(workspace.id, lock, true);
        if (!opened.ok) return opened;
        writeFounding(opened.value, workspace);
        const listed = await remember(workspace);
        return listed.ok ? opened : listed;
      }),
    leave: (how) => inOrder(() => leave(how)),
    takeOver: () =>
      inOrder(async () => {
        const old = session;
        if (!old) return fail(issue('plan/notOpen'));
        if (old.readOnly !== 'otherTab') return ok(old);
        leaveLine();
        asking = new AbortController();
        const { signal } = asking;
        channel.post({ kind: 'release', workspace: old.id });
        if (!hasWebLocks()) await new Promise((resolve) => setTimeout(resolve, CLOSING_TAB));
        const lock = await takeWriterLock(lockName(old.id), { wait: LETTING_GO, signal });
        if (lock.held) return reopen(old, lock);
        standInLine(old, 0);
        return fail(issue('storage/blocked'));
      }),
  };
}
