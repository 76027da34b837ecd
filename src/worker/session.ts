import { cellKey } from '~/domain/cell';
import type { ChangeSet } from '~/domain/change';
import { type Issue, issue } from '~/domain/issue';
import { type Header, MIN_READER, SCHEMA, type Step } from '~/domain/journal';
import type { Day } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import type { HostStatus, ReadOnlyReason } from '~/domain/status';
import type { SeriesForecast } from '~/engine/forecast/index';
import {
  changeRecords,
  coverageOf,
  createDocument,
  membersOf,
  openedPlan,
  type PlanDocument,
  workspaceOf,
} from '~/plan/document';
import { createFactCache, type FactCache } from '~/plan/facts';
import { type HistoryState, historyOf } from '~/plan/history';
import { hierarchyOf } from '~/plan/members';
import { countRecords } from '~/plan/records';
import type { Sheet } from '~/plan/views/sheet';
import { createViewCache, type ViewCache } from '~/plan/views/viewCache';
import { loadFactSegments, loadOrders, loadWorkspace } from '~/storage/load';
import { type WorkspaceDatabase, workspaceDatabase } from '~/storage/schema';
import { createKeptEdits, type KeptEdits } from './keptEdits';
import { openStoredPlan } from './openStored';
import { typedAmounts } from './typedAmounts';
import { createWriteQueue, type WriteQueue } from './writeQueue';
import type { WriterLock } from './writerLock';

/** Scope of entries that were made with a workspace (the sample's story): kept and explained, but not undone. */
export const SETUP = 'setup';

/** An open workspace: the document in memory and everything that keeps it on disk. */
export interface Session {
  id: string;
  database: WorkspaceDatabase;
  document: PlanDocument;
  steps: Step[];
  history: HistoryState;
  revision: number;
  digest: string;
  checkpoints: Record<string, number>;
  queue: WriteQueue;
  lock: WriterLock;
  readOnly: ReadOnlyReason | null;
  sheets: Map<number, Sheet>;
  facts: FactCache;
  views: ViewCache;
  /** Forecasts of nodes, by orders and address. */
  forecasts: Map<string, SeriesForecast>;
  /** Amounts people typed that still stand in the journal, by cell address. */
  inputs: Map<string, number>;
  /** Changes of this session by seq: undo needs no disk for them. */
  recent: Map<number, ChangeSet>;
  /** Big edits of late, ready to be taken back. */
  kept: KeptEdits;
  smallEdits: number;
  /** A workbook was taken out since it was opened. */
  shared: boolean;
  /** A state of before that is looked at: what is asked is answered from there, and nothing may be changed. */
  past: PastLook | null;
}

/** How things stood after an entry. Its session is a copy that nothing is written from. */
export interface PastLook {
  session: Session;
  seq: number;
  wallTime: string;
}

/** What screens see: the state that is looked at, else the live one. */
export const lookedAt = (session: Session | null): Session | null => session?.past?.session ?? session;

export interface SessionOptions {
  namespace: string;
  id: string;
  /** Held: this tab writes. Not held: it only looks. */
  lock: WriterLock;
  /** A workspace that is being made has nothing stored yet; any other one that has nothing was lost. */
  isNew: boolean;
  onSaved: () => void;
}

/** Opens a workspace from storage; damage is reported, the lock is given back, and nothing is overwritten. */
export async function openSession(options: SessionOptions): Promise<Result<Session>> {
  const database = workspaceDatabase(options.namespace, options.id);
  const { lock } = options;
  const loaded = await loadWorkspace(database);
  const isLost = loaded.ok && loaded.value === null && !options.isNew;
  const stored = isLost ? fail(issue('storage/corrupt', { what: 'header' })) : loaded;
  if (!stored.ok) {
    lock.release();
    database.close();
    return stored;
  }
  const document = createDocument();
  const header = stored.value?.header ?? null;
  changeRecords(document, stored.value?.records ?? []);
  const steps = stored.value?.steps ?? [];
  const session: Session = {
    id: options.id,
    database,
    document,
    steps,
    history: historyOf(steps, null),
    revision: header?.revision ?? 0,
    digest: header?.digest ?? '',
    checkpoints: { ...header?.checkpoints },
    queue: createWriteQueue({ database, savedRevision: header?.revision ?? 0, onChange: options.onSaved }),
    lock,
    readOnly: lock.held ? null : 'otherTab',
    sheets: new Map(),
    facts: createFactCache(),
    views: createViewCache(),
    forecasts: new Map(),
    inputs: new Map(),
    recent: new Map(),
    kept: createKeptEdits(),
    smallEdits: 0,
    shared: false,
    past: null,
  };
  const facts = await loadFacts(session);
  if (!facts.ok) {
    closeSession(session);
    return facts;
  }
  const newest = [...document.records.plan.values()].at(-1);
  const opened = newest ? await openPlan(session, newest.id) : ok(null);
  if (!opened.ok) {
    closeSession(session);
    return opened;
  }
  return ok(session);
}

/** Brings the order and fact segments of all imports that stand into memory, and the rows they put others in place of. */
export async function loadFacts(session: Session): Promise<Result<null>> {
  const { document } = session;
  const orders = [...document.records.import.values()]
    .flatMap(({ segments, replaced = [] }) => [...segments, ...replaced.map(({ segment }) => segment)])
    .filter((id) => !document.orders.has(id));
  const facts = [...document.records.sourceImport.values()]
    .flatMap(({ segments }) => segments)
    .filter((id) => !document.facts.has(id));
  if (orders.length + facts.length === 0) return ok(null);
  const loaded = await loadOrders(session.database, orders);
  if (!loaded.ok) return loaded;
  const others = await loadFactSegments(session.database, facts);
  if (!others.ok) return others;
  orders.forEach((id, index) => {
    document.orders.set(id, loaded.value[index]);
  });
  facts.forEach((id, index) => {
    document.facts.set(id, others.value[index]);
  });
  document.factsVersion += 1;
  document.ordersVersion += 1;
  return ok(null);
}

/** Opens a plan of the workspace; the one before stays as it was written. */
export async function openPlan(session: Session, id: string): Promise<Result<null>> {
  const plan = session.document.records.plan.get(id);
  if (!plan) return fail({ code: 'plan/unknown' });
  session.sheets.clear();
  const opened = await openStoredPlan(session.database, session.document, {
    plan,
    checkpoint: session.checkpoints[id] ?? 0,
  });
  if (!opened.ok) {
    session.document.open = null;
    return opened;
  }
  refreshHistory(session);
  return ok(null);
}

export function closeSession(session: Session): void {
  session.queue.stop();
  session.lock.release();
  session.database.close();
}

/** Reads the undo list and the typed cells again from the journal. */
export function refreshHistory(session: Session): void {
  session.history = historyOf(session.steps, session.document.open?.id ?? null);
  session.inputs.clear();
  for (const step of session.steps) if (!session.history.undone.has(step.seq)) noteInput(session, step);
}

/** A typed amount stays a person's own as long as the cell still shows it. */
export function noteInput(session: Session, step: Step): void {
  if (step.undoes !== undefined || step.redoes !== undefined) return;
  if (step.scope !== SETUP && step.scope !== session.document.open?.id) return;
  for (const { cell, amount } of typedAmounts(step.command)) session.inputs.set(cellKey(cell), amount);
}

export function headerOf(session: Session): Header {
  return {
    schema: SCHEMA,
    minReader: MIN_READER,
    revision: session.revision,
    checkpoints: { ...session.checkpoints },
    counts: { entries: session.steps.length, records: countRecords(session.document.records) },
    digest: session.digest,
  };
}

/** The last complete day of the orders. */
const asOfDay = (document: PlanDocument): Day | null => coverageOf(document)?.to ?? null;

export function statusOf(session: Session | null, problem: Issue | null = null): HostStatus {
  if (!session) {
    return {
      workspace: null,
      plan: null,
      plans: [],
      dimensions: [],
      revision: 0,
      savedRevision: 0,
      save: 'saved',
      saveIssue: problem,
      readOnly: null,
      undo: null,
      redo: null,
      asOf: null,
      past: null,
    };
  }
  const { queue, past } = session;
  const { document } = past?.session ?? session;
  return {
    workspace: workspaceOf(document),
    plan: openedPlan(document),
    plans: [...document.records.plan.values()].map(({ id, name }) => ({ id, name })),
    dimensions: [...document.members.keys()].map((id) => ({
      id,
      levels: hierarchyOf(document.records, document.open?.id ?? null, id)?.levels ?? [id],
      members: membersOf(document, id).byCode.filter(Boolean).length,
    })),
    revision: past?.session.revision ?? session.revision,
    savedRevision: queue.savedRevision,
    save: queue.state,
    saveIssue: queue.issue,
    readOnly: past ? 'past' : session.readOnly,
    undo: past ? null : session.history.undo,
    redo: past ? null : session.history.redo,
    asOf: asOfDay(document),
    past: past ? { seq: past.seq, wallTime: past.wallTime } : null,
  };
}
