import { type Accessor, createSignal } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { CURRENCIES, type CurrencyCode } from '~/domain/money';
import { fail } from '~/domain/result';
import type { ImportFileHead, ImportPreview } from '~/domain/view';
import type { App } from '~/state/app';
import type { Job } from '~/state/jobs';
import type { ImportMapping, ImportOpened } from '~/state/protocol';
import { missingParts } from './mappingEdits';
import { workspaceName } from './workspaceName';

/** What an import did, for the page that tells it. */
export interface ImportDone {
  preview: ImportPreview;
  undone: boolean;
}

/** Files on their way in: chosen, understood, checked, and only then stored. */
export interface ImportDraft {
  files: Accessor<File[]>;
  /** Why the chosen files were refused. */
  refusals: Accessor<Issue[]>;
  /** True while the files are looked into. */
  opening: Accessor<boolean>;
  opened: Accessor<ImportOpened | null>;
  orderFiles(): ImportFileHead[];
  mapping: Accessor<ImportMapping | null>;
  change(mapping: ImportMapping): void;
  /** The last check; kept on screen while a newer one runs. */
  preview: Accessor<ImportPreview | null>;
  /** Why the last check gave nothing. */
  problems: Accessor<Issue[]>;
  running: Accessor<Job | null>;
  stopped: Accessor<boolean>;
  importing: Accessor<boolean>;
  done: Accessor<ImportDone | null>;
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
  /** True while the choice of files is looked at again; what was said about the columns waits. */
  atFiles: Accessor<boolean>;
  setAtFiles(back: boolean): void;
  /** Back to the very start; nothing of the draft stays. */
  reset(): void;
}

/** A change of the columns is checked once the hand rests. */
const REST_MS = 200;

export function createImportDraft(app: App, currencyAtFirst: CurrencyCode): ImportDraft {
  const [files, setFiles] = createSignal<File[]>([]);
  const [refusals, setRefusals] = createSignal<Issue[]>([]);
  const [opening, setOpening] = createSignal(false);
  const [opened, setOpened] = createSignal<ImportOpened | null>(null);
  const [mapping, setMapping] = createSignal<ImportMapping | null>(null);
  const [preview, setPreview] = createSignal<ImportPreview | null>(null);
  const [problems, setProblems] = createSignal<Issue[]>([]);
  const [running, setRunning] = createSignal<Job | null>(null);
  const [stopped, setStopped] = createSignal(false);
  const [importing, setImporting] = createSignal(false);
  const [done, setDone] = createSignal<ImportDone | null>(null);
  const [typedName, setTypedName] = createSignal<string | null>(null);
  const [ownCurrency, setOwnCurrency] = createSignal(currencyAtFirst);
  const [atFiles, setAtFiles] = createSignal(false);
  let rest: ReturnType<typeof setTimeout> | undefined;
  let generation = 0;

  const orderFiles = () => (opened()?.files ?? []).filter((file) => file.role === 'orders');
  const currency = () => app.status().workspace?.currency ?? ownCurrency();
  const nameOfFiles = () => workspaceName(orderFiles().map((file) => file.name));
  const name = () => typedName() ?? nameOfFiles();

  /** Ends what runs for an older state of things; its answer is not heard any more. */
  const drop = () => {
    generation += 1;
    clearTimeout(rest);
    running()?.cancel();
    setRunning(null);
    setStopped(false);
  };
  const discard = () => {
    drop();
    const old = opened();
    if (old && !done()) void app.host.discardImport(old.draft);
    setOpened(null);
    setMapping(null);
    setPreview(null);
    setProblems([]);
  };

  const choose = async (chosen: File[]) => {
    discard();
    setRefusals([]);
    setAtFiles(false);
    setFiles(chosen);
    if (chosen.length === 0) return;
    const mine = generation;
    setOpening(true);
    const job = app.startJob('import');
    const answer = await app.host.openImport(chosen, job.id).catch(failure);
    job.done();
    if (mine !== generation) return;
    setOpening(false);
    if (!answer.ok) {
      setRefusals(answer.issues);
      return;
    }
    setOpened(answer.value);
    setMapping(answer.value.mapping);
    await check();
  };

  const check = async () => {
    const [draft, wanted] = [opened()?.draft, mapping()];
    drop();
    if (draft === undefined || !wanted || missingParts(wanted).length > 0) {
      setPreview(null);
      return;
    }
    const mine = generation;
    const job = app.startJob('import');
    setRunning(job);
    const trial = { ...wanted, minorUnit: CURRENCIES[currency()] };
    const answer = await app.host.previewImport(draft, trial, job.id).catch(failure);
    job.done();
    if (mine !== generation) return;
    setRunning(null);
    setStopped(!answer.ok && answer.issues.some(({ code }) => CANCELLED.has(code)));
    setProblems(answer.ok || stopped() ? [] : answer.issues);
    setPreview(answer.ok ? answer.value : null);
  };
  const checkSoon = () => {
    drop();
    rest = setTimeout(() => void check(), REST_MS);
  };

  /** The host may have let the files go; what was typed and chosen here stays. */
  const reopen = async () => {
    const job = app.startJob('import');
    const again = await app.attempt(app.host.openImport(files(), job.id));
    job.done();
    if (!again) return;
    setOpened(again);
    await check();
  };

  const store = async () => {
    const [draft, checked] = [opened()?.draft, preview()];
    if (draft === undefined || !checked || importing() || running()) return;
    setImporting(true);
    const fresh = app.status().workspace === null;
    const ready = fresh
      ? await app.settleStatus(app.host.createWorkspace({ name: name().trim() || nameOfFiles(), currency: currency() }))
      : true;
    const stored = ready && (await app.run({ name: 'orders/import', draft })).ok;
    const made = app.status().workspace;
    if (ready && !stored && fresh && made) {
      // A workspace that was made for orders which did not arrive would only be in the way.
      app.setStatus(await app.host.closeWorkspace());
      await app.attempt(app.host.deleteWorkspace(made.id));
    }
    setImporting(false);
    if (stored) setDone({ preview: checked, undone: false });
    else await reopen();
  };

  return {
    files,
    refusals,
    opening,
    opened,
    orderFiles,
    mapping,
    change(next) {
      setMapping(next);
      checkSoon();
    },
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
    stop: () => running()?.cancel(),
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

const CANCELLED: ReadonlySet<string> = new Set(['worker/cancelled', 'import/cancelled']);

const failure = (error: unknown) =>
  fail({ code: 'worker/unknown', params: { message: error instanceof Error ? error.message : String(error) } });
