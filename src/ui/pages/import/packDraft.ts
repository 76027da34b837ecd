import { type Accessor, createSignal } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { CURRENCIES, type CurrencyCode } from '~/domain/money';
import type { Certainty, PackPreview, PackTable, TableChoice, TableFormat } from '~/domain/packView';
import type { Result } from '~/domain/result';
import type { App } from '~/state/app';
import type { Job } from '~/state/jobs';
import type { ImportMapping, PackOpened, PackTrial } from '~/state/protocol';
import { roleOf, type TableRole, touchesOrders, withRole } from './choiceEdits';
import { isUsed, landingPlace, type Place, shownCertainty } from './landing';
import { missingParts } from './mappingEdits';
import { CANCELLED, packFailure } from './packFailure';
import { workspaceName } from './workspaceName';

type Aliases = NonNullable<PackTrial['aliases']>;

/** What an import did, for the page that tells it. */
export interface PackDone {
  preview: PackPreview;
  undone: boolean;
  currency: CurrencyCode;
}

/** Files on their way in: chosen, understood, corrected, checked, and only then stored. */
export interface PackDraft {
  files: Accessor<File[]>;
  /** Why the chosen files were refused. */
  refusals: Accessor<Issue[]>;
  /** True while the files are looked into. */
  opening: Accessor<boolean>;
  opened: Accessor<PackOpened | null>;
  tables: Accessor<PackTable[]>;
  table(id: string): PackTable | null;
  choices: Accessor<TableChoice[]>;
  choice(id: string): TableChoice | null;
  certainty(id: string): Certainty;
  /** Changes what was settled about a table; checked again once the hand rests. */
  change(choice: TableChoice): void;
  /** Gives a table another meaning and asks what its columns would be. */
  setRole(id: string, role: TableRole): Promise<void>;
  /** Another choice of kinds; columns of those that are new are proposed. */
  propose(choice: TableChoice): Promise<void>;
  /** Whether the orders of the pack are completed by this table. */
  isJoined(id: string): boolean;
  /** Reads one table again in another way. */
  readAgain(id: string, format: Partial<TableFormat>): Promise<void>;
  orders: Accessor<ImportMapping | null>;
  changeOrders(mapping: ImportMapping): void;
  aliases: Accessor<Aliases>;
  setAliases(aliases: Aliases): void;
  /** Everything that was settled, as the host wants it. */
  trial(): PackTrial;
  /** Counts up with every change, for what is asked of the host beside the check. */
  version: Accessor<number>;
  place: Accessor<Place>;
  go(place: Place): void;
  /** The last check; kept on screen while a newer one runs. */
  preview: Accessor<PackPreview | null>;
  /** Why the last check gave nothing. */
  problems: Accessor<Issue[]>;
  running: Accessor<Job | null>;
  stopped: Accessor<boolean>;
  importing: Accessor<boolean>;
  done: Accessor<PackDone | null>;
  name: Accessor<string>;
  setName(name: string): void;
  currency: Accessor<CurrencyCode>;
  setCurrency(currency: CurrencyCode): void;
  choose(files: File[]): Promise<void>;
  removeFile(file: File): Promise<void>;
  check(): Promise<void>;
  stop(): void;
  store(): Promise<void>;
  undo(): Promise<void>;
  /** True while the choice of files is looked at again; what was said about the tables waits. */
  atFiles: Accessor<boolean>;
  setAtFiles(back: boolean): void;
  /** Back to the very start; nothing of the draft stays. */
  reset(): void;
}

/** A change is checked once the hand rests. */
const REST_MS = 200;

export function createPackDraft(app: App, currencyAtFirst: CurrencyCode): PackDraft {
  const [files, setFiles] = createSignal<File[]>([]);
  const [refusals, setRefusals] = createSignal<Issue[]>([]);
  const [opening, setOpening] = createSignal(false);
  const [opened, setOpened] = createSignal<PackOpened | null>(null);
  const [choices, setChoices] = createSignal<TableChoice[]>([]);
  const [orders, setOrders] = createSignal<ImportMapping | null>(null);
  const [aliases, putAliases] = createSignal<Aliases>([]);
  const [version, setVersion] = createSignal(0);
  const [place, setPlace] = createSignal<Place>('all');
  const [preview, setPreview] = createSignal<PackPreview | null>(null);
  const [problems, setProblems] = createSignal<Issue[]>([]);
  const [running, setRunning] = createSignal<Job | null>(null);
  const [stopped, setStopped] = createSignal(false);
  const [importing, setImporting] = createSignal(false);
  const [done, setDone] = createSignal<PackDone | null>(null);
  const [typedName, setTypedName] = createSignal<string | null>(null);
  const [ownCurrency, setOwnCurrency] = createSignal(currencyAtFirst);
  const [atFiles, setAtFiles] = createSignal(false);
  let rest: ReturnType<typeof setTimeout> | undefined;
  let resting: Job | null = null;
  let generation = 0;

  const tables = () => opened()?.tables ?? [];
  const table = (id: string) => tables().find((one) => one.id === id) ?? null;
  const choice = (id: string) => choices().find((one) => one.table === id) ?? null;
  const certainty = (id: string): Certainty => {
    const [known, given] = [table(id), opened()?.certainty[id] ?? 'none'];
    return known ? shownCertainty(known, choice(id), given) : given;
  };
  const currency = () => app.status().workspace?.currency ?? ownCurrency();
  const nameOfFiles = () => {
    const used = choices().filter(isUsed);
    const main = used.filter((one) => one.kinds.includes('orders'));
    const named = (main.length > 0 ? main : used).flatMap((one) => table(one.table)?.file ?? []);
    return workspaceName(named.length > 0 ? named : files().map((file) => file.name));
  };
  const name = () => typedName() ?? nameOfFiles();
  const trial = (): PackTrial => ({
    choices: choices(),
    orders: orders(),
    minorUnit: CURRENCIES[currency()],
    ...(aliases().length > 0 ? { aliases: aliases() } : {}),
  });

  /** Ends what runs for an older state of things; its answer is not heard any more. */
  const drop = () => {
    generation += 1;
    clearTimeout(rest);
    if (resting) resting.done();
    else running()?.cancel();
    resting = null;
    setRunning(null);
    setStopped(false);
  };
  const discard = () => {
    drop();
    const old = opened();
    if (old && !done()) void app.host.discardImport(old.draft);
    setOpened(null);
    setChoices([]);
    setOrders(null);
    putAliases([]);
    setPreview(null);
    setProblems([]);
  };
  /** From a change on until it is checked, what is shown is of before: it is dimmed and cannot be imported. */
  const hold = () => {
    drop();
    resting = app.startJob('import');
    setRunning(resting);
  };
  const checkSoon = () => {
    hold();
    setVersion((n) => n + 1);
    rest = setTimeout(() => void check(), REST_MS);
  };

  const take = (answer: PackOpened) => {
    setOpened(answer);
    setChoices(answer.choices);
    setOrders(answer.orders);
    setPlace(
      landingPlace({
        choices: answer.choices,
        certainty: Object.fromEntries(answer.tables.map(({ id }) => [id, certainty(id)])),
      }),
    );
    setVersion((n) => n + 1);
  };

  const choose = async (chosen: File[]) => {
    discard();
    setRefusals([]);
    setAtFiles(false);
    setFiles(chosen);
    setOpening(false);
    if (chosen.length === 0) return;
    const mine = generation;
    setOpening(true);
    // What was said of files like these is known to the workspace: it may still be on its way.
    await app.untilOpen();
    if (mine !== generation) return;
    const job = app.startJob('import');
    const answer = await app.host.openPack(chosen, job.id).catch(packFailure);
    job.done();
    if (mine !== generation) return;
    setOpening(false);
    if (!answer.ok) {
      setRefusals(answer.issues);
      return;
    }
    take(answer.value);
    await check();
  };

  /** What hinders a check before it is asked for: orders without a date or an amount. */
  const isReady = () => {
    const mapping = orders();
    const hasOrders = choices().some((one) => isUsed(one) && one.kinds.includes('orders'));
    return !hasOrders || (mapping !== null && missingParts(mapping).length === 0);
  };

  const check = async () => {
    const draft = opened()?.draft;
    drop();
    if (draft === undefined || !isReady()) {
      setPreview(null);
      return;
    }
    const mine = generation;
    const job = app.startJob('import');
    setRunning(job);
    const answer = await app.host.previewPack(draft, trial(), job.id).catch(packFailure);
    job.done();
    if (mine !== generation) return;
    setRunning(null);
    setStopped(!answer.ok && answer.issues.some(({ code }) => CANCELLED.has(code)));
    setProblems(answer.ok || stopped() ? [] : answer.issues);
    setPreview(answer.ok ? answer.value : null);
    setVersion((n) => n + 1);
  };

  const put = (next: TableChoice) => setChoices((all) => all.map((one) => (one.table === next.table ? next : one)));

  const putTable = (next: PackTable) =>
    setOpened((now) => now && { ...now, tables: now.tables.map((one) => (one.id === next.id ? next : one)) });

  /** The answer of a question about tables, unless the files were put away meanwhile. */
  const asked = async <T>(call: (draft: string) => Promise<Result<T>>): Promise<T | null> => {
    const draft = opened()?.draft;
    if (draft === undefined) return null;
    const answer = await app.attempt(call(draft));
    return opened()?.draft === draft ? answer : null;
  };

  const proposeOrders = async () => {
    const answer = await asked((draft) => app.host.proposeOrders(draft, choices()));
    if (!answer) return;
    setOrders(answer.orders);
    setOpened((now) => now && { ...now, guesses: answer.guesses });
  };

  const isJoined = (id: string) => orders()?.joins.some((join) => join.lookup === id) ?? false;

  const propose = async (next: TableChoice, hasOtherColumns = false) => {
    const before = choice(next.table);
    const reread = hasOtherColumns && (next.kinds.includes('orders') || isJoined(next.table));
    const ordersToo = reread || (before !== null && touchesOrders(before, next, isJoined(next.table)));
    put(next);
    hold();
    for (const kind of next.kinds.filter((one) => one !== 'orders')) {
      if (Object.keys(next.fields[kind] ?? {}).length > 0) continue;
      const proposed = await asked((draft) => app.host.proposeFields(draft, next.table, kind));
      const now = choice(next.table);
      if (!proposed || !now) continue;
      put({
        ...now,
        fields: { ...now.fields, [kind]: proposed.fields[kind] ?? {} },
        key: { ...now.key, ...(proposed.key[kind] ? { [kind]: proposed.key[kind] } : {}) },
        merge: { ...now.merge, ...(proposed.merge[kind] ? { [kind]: proposed.merge[kind] } : {}) },
      });
    }
    if (ordersToo) await proposeOrders();
    checkSoon();
  };

  /** The host may have let the files go; what was typed and chosen here stays. */
  const reopen = async () => {
    const job = app.startJob('import');
    const again = await app.attempt(app.host.openPack(files(), job.id));
    job.done();
    if (!again) return;
    const before = tables();
    setOpened(again);
    for (const { id, format } of before) {
      const fresh = table(id);
      if (!fresh || JSON.stringify(fresh.format) === JSON.stringify(format)) continue;
      const read = await asked((draft) => app.host.readTable(draft, id, format));
      if (read) putTable(read);
    }
    await check();
  };

  const store = async () => {
    const [draft, checked] = [opened()?.draft, preview()];
    if (draft === undefined || !checked || importing() || running()) return;
    setImporting(true);
    const money = currency();
    const fresh = app.status().workspace === null;
    const ready = fresh
      ? await app.settleStatus(app.host.createWorkspace({ name: name().trim() || nameOfFiles(), currency: money }))
      : true;
    const stored = ready && (await app.run({ name: 'sources/import', draft })).ok;
    const made = app.status().workspace;
    if (ready && !stored && fresh && made) {
      // A workspace that was made for rows which did not arrive would only be in the way.
      app.setStatus(await app.host.closeWorkspace());
      await app.attempt(app.host.deleteWorkspace(made.id));
    }
    setImporting(false);
    if (stored) setDone({ preview: checked, undone: false, currency: money });
    else await reopen();
  };

  return {
    files,
    refusals,
    opening,
    opened,
    tables,
    table,
    choices,
    choice,
    certainty,
    change(next) {
      put(next);
      checkSoon();
    },
    async setRole(id, role) {
      const now = choice(id);
      if (now && roleOf(now) !== role) await propose(withRole(now, role));
    },
    propose: (next) => propose(next),
    isJoined,
    async readAgain(id, format) {
      hold();
      const read = await asked((draft) => app.host.readTable(draft, id, format));
      const now = choice(id);
      if (!read || !now) {
        if (opened()) checkSoon();
        return;
      }
      const sameHeaders = read.headers.join('\n') === table(id)?.headers.join('\n');
      putTable(read);
      // Columns of other names mean nothing any more: what they become is proposed anew.
      if (sameHeaders) checkSoon();
      else await propose({ ...now, fields: {}, fixes: [] }, true);
    },
    orders,
    changeOrders(mapping) {
      setOrders(mapping);
      checkSoon();
    },
    aliases,
    setAliases(next) {
      putAliases(next);
      checkSoon();
    },
    trial,
    version,
    place,
    go: setPlace,
    preview,
    problems,
    running,
    stopped,
    importing,
    done,
    name,
    setName: setTypedName,
    currency,
    setCurrency(next) {
      const decimals = CURRENCIES[currency()];
      setOwnCurrency(next);
      if (CURRENCIES[next] !== decimals) checkSoon();
    },
    choose,
    removeFile: (file) => choose(files().filter((other) => other !== file)),
    check,
    stop() {
      if (!resting) return running()?.cancel();
      drop();
      setStopped(true);
    },
    store,
    atFiles,
    setAtFiles,
    async undo() {
      const result = await app.undo();
      const told = done();
      if (result.ok && told) setDone({ ...told, undone: true });
    },
    reset() {
      discard();
      setDone(null);
      setFiles([]);
      setRefusals([]);
      setOpening(false);
      setTypedName(null);
    },
  };
}
