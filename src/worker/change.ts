import type { ChangeSet, RecordsDiff, RecordType } from '~/domain/change';
import type { Command, CommandName } from '~/domain/command';
import { issue } from '~/domain/issue';
import type { Entry, EntryEffect, Step } from '~/domain/journal';
import type { OrderBatch } from '~/domain/order';
import type { PackBatch } from '~/domain/pack';
import type { Day } from '~/domain/period';
import type { Plan, Workspace } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { Effect } from '~/domain/status';
import type { ColumnEdit } from '~/plan/columnEdit';
import { reasonOf } from '~/plan/commands/guard';
import { withAmounts } from '~/plan/commands/typedShares';
import { type CommandContext, noEffect } from '~/plan/context';
import { changeRecords, openedPlan } from '~/plan/document';
import { historyOf } from '~/plan/history';
import { methodOf } from '~/plan/methodOf';
import { added } from '~/plan/records';
import { type MovedColumn, replay, segmentsNeeded } from '~/plan/replay';
import { type Applied, runCommand } from '~/plan/run';
import { flushLedger, isDirty, manifestOf, type SegmentWrite } from '~/plan/segments';
import { leavesMembers, sharedRecords } from '~/plan/sharedMembers';
import { followSheet, rebuildSheet } from '~/plan/views/sheet';
import { emptyWrite, type Write } from '~/storage/commit';
import { digestOf, digestOfBytes } from '~/storage/digest';
import { loadEntry, loadSegments } from '~/storage/load';
import { commandScope } from './commandScope';
import { editsOf, forgetEdits, keepEdits } from './keptEdits';
import { headerOf, loadFacts, noteInput, openPlan, refreshHistory, SETUP, type Session } from './session';

export interface ChangeOptions {
  today: Day;
  now: string;
  /** The person at this device; '' where nobody gave a name. */
  who?: string;
  batchOf: (draft: string) => OrderBatch | null;
  packOf?: (draft: string) => PackBatch | null;
  forecastOf?: CommandContext['forecastOf'];
  /** Part of making a workspace: stays in the journal, not in the undo list. */
  setup?: boolean;
}

/** What a change did to the page: the effect, and whether rows came or went. */
export interface Changed {
  effect: Effect;
  rows: boolean;
}

/** How many changes of a session stay in memory for undo; older ones are read from the journal. */
const RECENT = 500;
const CHECKPOINT_AFTER = 64;

/** The one way anything changes: command → change set → memory → open sheets → one transaction. */
export function change(session: Session, given: Command, options: ChangeOptions): Result<Changed> {
  const refused = refusal(session);
  if (refused) return refused;
  // The journal keeps amounts: what a share was of may be another number by the time somebody asks.
  const meant = withAmounts(session.document, given);
  if (!meant.ok) return meant;
  const command = meant.value;
  const context: CommandContext = { ...options, seq: session.steps.length + 1, digest: digestOfBytes };
  const opened = session.document.open?.id ?? null;
  const applied = runCommand(session.document, command, context);
  if (!applied.ok) return applied;
  const { outcome } = applied.value;
  const { held, equalSpread, ...effect } = outcome.effect;
  const plan = session.document.open?.id ?? null;
  // An import that brings targets is a change of the plan they are of: it is undone where they are seen.
  const wrote = applied.value.change.cells.length > 0 || applied.value.write !== null;
  const scope = options.setup ? SETUP : commandScope(command.name, { plan, wrote });
  // A plan in another shape keeps its sheets: they are laid anew below.
  if (outcome.opened && outcome.opened.id !== opened) session.sheets.clear();
  append(session, applied.value, {
    scope,
    command: { name: command.name, args: argsOf(command) },
    effect: { ...effect, method: { ...effect.method, ...methodOf(command, { held, equalSpread }) } },
    now: options.now,
    who: options.who ?? '',
    reason: reasonOf(command),
  });
  const rows = refreshSheets(session, applied.value) || session.document.open?.id !== opened;
  return ok({ effect: { command: command.name, ...noEffect, ...effect, held, equalSpread }, rows });
}

/** Takes the newest change back, or makes the one undone last again: by stored values, appended to the journal. */
export async function turn(
  session: Session,
  direction: 'undo' | 'redo',
  options: { now: string; who?: string },
): Promise<Result<Changed>> {
  const refused = refusal(session);
  if (refused) return refused;
  const target = session.history[direction];
  if (!target) return fail(issue(direction === 'undo' ? 'history/nothingToUndo' : 'history/nothingToRedo'));
  const way = direction === 'undo' ? 'back' : 'forward';
  const entry = await changeOf(session, target.seq);
  if (!entry.ok) return entry;
  const kept = editsOf(session.kept, session.document.open, target.seq);
  const needed = kept ? [] : segmentsNeeded(entry.value, way);
  if (needed.length > 0) await session.queue.settled();
  const segments = needed.length > 0 ? await loadSegments(session.database, needed) : ok(new Map());
  if (!segments.ok) return segments;
  const { document } = session;
  const step = session.steps[target.seq - 1];
  const leave = way === 'back' && step !== undefined && leavesMembers(session.steps, step, session.steps.length + 1);
  const records = sharedRecords(document.records, entry.value.records, { direction: way, leave });
  const source: ChangeSet = { records, cells: entry.value.cells };
  const made = source.cells.find((cell) => cell.kind === 'generation');
  const reshaped = made !== undefined && made.from !== 0 && made.plan === document.open?.id;
  const stored = reshaped ? await storedWhole(session) : ok(null);
  if (!stored.ok) return stored;
  const left = reshaped ? leaveGeneration(session) : null;
  const edits = replay(document, source, { direction: way, segments: segments.value, edits: kept ?? undefined });
  const write = { ...writtenBy(session, source), ...(left ?? {}) };
  appendTurn(session, { target, direction, write, step, reshaped, now: options.now, who: options.who ?? '' });
  await loadFacts(session);
  if (made) {
    const next = reshaped || direction === 'redo' ? made.plan : [...document.records.plan.keys()].at(-1);
    const sheets = reshaped ? [...session.sheets] : [];
    document.open = null;
    await session.queue.settled();
    const opened = next ? await openPlan(session, next) : ok(null);
    if (!opened.ok) return opened;
    for (const [id, sheet] of sheets) session.sheets.set(id, sheet);
  }
  refreshHistory(session);
  const rows = movesLines(source);
  if (rows) forgetEdits(session.kept);
  else if (kept && document.open) keepEdits(session.kept, document.open, { seq: target.seq, edits: moved(edits) });
  keepSheets(session, { rows, edits });
  return ok({
    effect: {
      command: target.command,
      ...noEffect,
      leaves: step?.effect.leaves ?? 0,
      linesAdded: 0,
      undone: direction === 'undo' ? target.command : undefined,
    },
    rows,
  });
}

/** Another generation is read from storage, so nothing may still be waiting for it: a full disk is said before, not after. */
async function storedWhole(session: Session): Promise<Result<null>> {
  await session.queue.settled();
  return session.queue.state === 'failed' ? fail(session.queue.issue ?? issue('storage/unknown')) : ok(null);
}

/** The generation that is left is stored as memory has it, so that coming back meets it as it was. */
function leaveGeneration(session: Session): SegmentWrite | null {
  const { open } = session.document;
  const plan = openedPlan(session.document);
  if (!open || !plan || !isDirty(open.ledger)) return null;
  let ordinal = 0;
  return pickWrite(
    flushLedger({ ...open, generation: plan.generation }, () => {
      ordinal += 1;
      return `g${session.steps.length + 1}.${ordinal}`;
    }),
  );
}

/** The first write of a new workspace: its record alone, before anybody did anything. */
export function writeFounding(session: Session, workspace: Workspace): void {
  const records = [added('workspace', workspace)];
  changeRecords(session.document, records);
  const expect = session.revision;
  session.revision += 1;
  session.queue.push({ ...emptyWrite(expect, headerOf(session)), records });
}

/** Writes what is only in the journal into the segments, so that opening stays quick. */
export function checkpoint(session: Session): void {
  const { document } = session;
  const plan = openedPlan(document);
  if (!document.open || !plan || session.readOnly || !isDirty(document.open.ledger)) return;
  session.smallEdits = 0;
  let ordinal = 0;
  const write = flushLedger({ ...document.open, generation: plan.generation }, () => {
    ordinal += 1;
    return `c${session.steps.length}.${Date.now().toString(36)}.${ordinal}`;
  });
  session.checkpoints[plan.id] = session.steps.length;
  session.queue.push({ ...emptyWrite(session.revision, headerOf(session)), ...pickWrite(write) });
}

function refusal(session: Session): Result<never> | null {
  if (session.past) return fail(issue('plan/readOnly', { reason: 'past' }));
  return session.readOnly ? fail(issue('plan/readOnly', { reason: session.readOnly })) : null;
}

const argsOf = (command: Command): unknown => {
  const { name: _name, ...args } = command;
  return args;
};

interface Appended {
  scope: string;
  command: { name: string; args: unknown };
  effect: EntryEffect;
  now: string;
  who: string;
  /** Why, in a person's words; '' where none were given. */
  reason: string;
}

function append(session: Session, applied: Applied, said: Appended): void {
  const entry = entryOf(session, { ...said, records: applied.change.records, cells: applied.change.cells });
  remember(session, entry, applied.change);
  const plan = openedPlan(session.document);
  if (applied.write && plan) session.checkpoints[plan.id] = entry.seq;
  push(session, entry, {
    ...(applied.write ? pickWrite(applied.write) : {}),
    records: applied.change.records,
    orders: (applied.outcome.orders ?? []).map(({ id, segment }) => ({ ...segment, id })),
    facts: (applied.outcome.facts ?? []).map(({ id, segment }) => ({ ...segment, id })),
  });
  session.history = historyOf(session.steps, session.document.open?.id ?? null);
  const step = session.steps.at(-1);
  if (applied.outcome.opened) refreshHistory(session);
  else if (step) noteInput(session, step);
  if (!applied.write) session.smallEdits += 1;
  if (session.smallEdits >= CHECKPOINT_AFTER) checkpoint(session);
}

function appendTurn(
  session: Session,
  turned: {
    target: { seq: number; command: CommandName };
    direction: 'undo' | 'redo';
    write: Partial<Write>;
    step: Step | undefined;
    /** Another generation of the plan is the present one now, and all of it is stored. */
    reshaped?: boolean;
    now: string;
    who: string;
  },
): void {
  const { target, direction, step } = turned;
  const entry = entryOf(session, {
    scope: step?.scope ?? 'workspace',
    command: { name: target.command, args: null },
    effect: { leaves: step?.effect.leaves ?? 0, linesAdded: 0 },
    now: turned.now,
    who: turned.who,
    reason: '',
    records: [],
    cells: [],
  });
  if (direction === 'undo') entry.undoes = target.seq;
  else entry.redoes = target.seq;
  remember(session, entry, null);
  const plan = openedPlan(session.document);
  if ((turned.write.manifests?.length || turned.reshaped) && plan) session.checkpoints[plan.id] = entry.seq;
  push(session, entry, turned.write);
  if (!turned.write.manifests?.length) session.smallEdits += 1;
}

/** Records that a turn changed, and the manifests of a big edit with everything that is behind memory besides. */
function writtenBy(session: Session, source: ChangeSet): Partial<Write> {
  const { document } = session;
  const plan = openedPlan(document);
  const touched = new Set(source.records.map((change) => `${change.type}/${change.id}`));
  const records = source.records.map((entry) => {
    const now = document.records[entry.type].get(entry.id) ?? null;
    return { ...entry, from: now === null ? (entry.from ?? entry.to) : null, to: now } as typeof entry;
  });
  if (touched.size === 0 && source.cells.length === 0) return {};
  const swapped = source.cells.filter((cell) => cell.kind === 'segments');
  if (swapped.length === 0 || !document.open || !plan) return { records };
  const owner = { ...document.open, generation: plan.generation };
  let ordinal = 0;
  const flushed = flushLedger(owner, () => {
    ordinal += 1;
    return `u${session.steps.length + 1}.${ordinal}`;
  });
  const manifests = swapped.map((cell) => manifestOf(owner, cell.column, cell.period));
  return { records, ...pickWrite(flushed), manifests: [...flushed.manifests, ...manifests] };
}

const pickWrite = ({ segments, manifests, lines }: SegmentWrite): SegmentWrite => ({ segments, manifests, lines });

function entryOf(session: Session, said: Appended & Pick<Entry, 'records' | 'cells'>): Entry {
  return {
    seq: session.steps.length + 1,
    scope: said.scope,
    command: said.command,
    who: said.who,
    wallTime: said.now,
    ...(said.reason === '' ? {} : { reason: said.reason }),
    records: said.records,
    cells: said.cells,
    effect: said.effect,
    previous: session.digest,
    digest: '',
  };
}

function remember(session: Session, entry: Entry, made: ChangeSet | null): void {
  const { records: _records, cells: _cells, previous: _previous, digest: _digest, ...step } = entry;
  session.steps.push(step);
  if (made) session.recent.set(entry.seq, made);
  const oldest = session.recent.keys().next();
  if (session.recent.size > RECENT && !oldest.done) session.recent.delete(oldest.value);
}

function push(session: Session, entry: Entry, write: Partial<Write>): void {
  const { digest: _blank, ...said } = entry;
  entry.digest = digestOf(said);
  session.digest = entry.digest;
  const expect = session.revision;
  session.revision += 1;
  session.queue.push({ ...emptyWrite(expect, headerOf(session)), ...write, entries: [entry] });
}

async function changeOf(session: Session, seq: number): Promise<Result<ChangeSet>> {
  const recent = session.recent.get(seq);
  if (recent) return ok(recent);
  await session.queue.settled();
  const entry = await loadEntry(session.database, seq);
  return entry.ok ? ok({ records: entry.value.records, cells: entry.value.cells }) : entry;
}

/** Keeps open sheets in step; true when their rows may have changed. */
function refreshSheets(session: Session, applied: Applied): boolean {
  const { change: made, outcome } = applied;
  const rows = outcome.opened !== undefined || outcome.linesAdded !== undefined || movesLines(made);
  if (rows) forgetEdits(session.kept);
  else if (session.document.open && applied.write && !outcome.swaps && outcome.edits.length > 0) {
    keepEdits(session.kept, session.document.open, { seq: session.steps.length, edits: moved(outcome.edits) });
  }
  const swapped = (outcome.swaps ?? []).map(({ to }) => ({ column: to, edit: null }));
  keepSheets(session, { rows, edits: [...outcome.edits, ...swapped] });
  return rows;
}

const moved = (edits: readonly ColumnEdit[]): MovedColumn[] =>
  edits.flatMap(({ column, edit }) => (edit ? [{ column, edit }] : []));

/** Lines, trees, names or the shape of the plan: what sheets are laid by. */
const movesLines = ({ records, cells }: ChangeSet): boolean =>
  cells.some(({ kind }) => kind === 'lines' || kind === 'generation') || records.some(laysSheets);

function laysSheets(record: RecordsDiff[number]): boolean {
  if (record.type !== 'plan') return SHEET_RECORDS.has(record.type);
  // Its name, its base and what is closed are read anew with the numbers.
  const shapeOf = (plan: Plan | null): string =>
    JSON.stringify(plan && { ...plan, name: '', base: null, closedPeriods: [] });
  return shapeOf(record.from) !== shapeOf(record.to);
}

const SHEET_RECORDS: ReadonlySet<RecordType> = new Set(['member', 'hierarchy', 'scenario']);

function keepSheets(session: Session, { rows, edits }: { rows: boolean; edits: readonly ColumnEdit[] }): void {
  const { document } = session;
  for (const [id, sheet] of session.sheets) {
    if (!rows && document.open) {
      followSheet(document.open, sheet, edits);
      continue;
    }
    const rebuilt = rebuildSheet(document, sheet);
    if (rebuilt.ok) session.sheets.set(id, rebuilt.value);
    else session.sheets.delete(id);
  }
}
