import { type Accessor, batch, createSignal } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { Result } from '~/domain/result';
import type { SheetBlock, SheetFooter, SheetQuery, SheetRows } from '~/domain/sheet';
import type { HostCalls, Patch, SheetWindow } from '~/state/protocol';
import { type BlockCache, createBlockCache } from './blockCache';
import { createLatest } from './latest';
import { UNALLOCATED_ROW } from './rowStub';

/** The sheet as the page sees it: rows that are open, numbers of the rows on screen, and the footer. */
export interface SheetSource {
  rows: Accessor<SheetRows | null>;
  footer: Accessor<SheetFooter | null>;
  /** Rises whenever numbers came. */
  numbers: Accessor<SheetNumbers>;
  issues: Accessor<Issue[]>;
  cells: Pick<BlockCache, 'read' | 'trend'>;
  /** Newest revision of the plan that numbers on screen come from. */
  revision(): number;
  /** What was asked for last. */
  query(): SheetQuery | null;
  open(query: SheetQuery): Promise<void>;
  toggle(row: string, open: boolean): Promise<void>;
  /** Opens what a row lies under; false where the sheet does not have it. */
  reveal(row: string): Promise<boolean>;
  /** The rows on screen; asks for numbers where some are not known. */
  look(first: number, count: number): void;
  /** Opens every row down to a level, 0 closes all; false where the sheet is gone. */
  openLevel(level: number): Promise<boolean>;
  /** Rows of the sheet whose newest numbers are at hand. */
  covers(first: number, count: number): boolean;
  /** Brings the numbers of rows that may be far off the screen; false where they did not come. */
  bring(first: number, count: number): Promise<boolean>;
  window(): SheetWindow | null;
  apply(patch: Patch): void;
  /** Keeps window requests back while an edit is on its way; call what it returns when the edit is done. */
  hold(): () => void;
  dispose(): void;
}

export interface SheetNumbers {
  version: number;
  /** They came from an edit. */
  moved: boolean;
  /** Ids of the rows that had none before, where all others are as they were; null = any may be another. */
  rows: ReadonlySet<string> | null;
}

/** Rows whose numbers come with an edit, above and below the screen. */
const MARGIN = 60;
/** The same where somebody scrolls: a few pages on, so that numbers are there before the rows. */
const AHEAD = 240;

export function createSheetSource(
  host: Pick<HostCalls, 'openSheet' | 'toggleRow' | 'revealRow' | 'openLevel' | 'sheetBlock'>,
): SheetSource {
  const [rows, setRows] = createSignal<SheetRows | null>(null);
  const [footer, setFooter] = createSignal<SheetFooter | null>(null);
  const [numbers, setNumbers] = createSignal<SheetNumbers>({ version: 0, moved: false, rows: null });
  const [issues, setIssues] = createSignal<Issue[]>([]);
  const cache = createBlockCache();
  let asked: SheetQuery | null = null;
  let seen = { first: 0, count: 40 };
  let opening = 0;

  const take = (blocks: SheetBlock[], moved: boolean) => {
    const current = rows();
    if (!current) return;
    const known = cache.revision();
    const isOld = blocks.every(({ revision }) => revision === known);
    const news = moved ? movedRows(current, blocks) : isOld ? unknownRows(current, blocks) : null;
    const fresh = blocks.filter((block) => cache.put(current, block));
    if (fresh.length === 0) return;
    // Together, or the sheet is drawn once for either.
    batch(() => {
      setFooter(fresh[fresh.length - 1].footer);
      setNumbers(({ version }) => ({ version: version + 1, moved, rows: news }));
    });
  };

  /** An edit redraws what it moved; the row of what is not given out follows the footer. */
  const movedRows = (current: SheetRows, blocks: SheetBlock[]): Set<string> =>
    new Set([UNALLOCATED_ROW, ...blocks.flatMap((block) => cache.differing(current, block))]);

  const unknownRows = (current: SheetRows, blocks: SheetBlock[]): Set<string> => {
    const news = new Set<string>();
    for (const { first, count } of blocks)
      for (let row = first; row < first + count; row++) if (!cache.covers(current, row, 1)) news.add(current.ids[row]);
    return news;
  };

  const latest = createLatest<SheetWindow[], Result<SheetBlock>[]>({
    ask: (windows) => Promise.all(windows.map((window) => host.sheetBlock(window))),
    take: (answers) => {
      setIssues(answers.flatMap((answer) => (answer.ok ? [] : answer.issues)));
      take(
        answers.flatMap((answer) => (answer.ok ? [answer.value] : [])),
        false,
      );
    },
  });

  /** With its margin; from the top where that is near, so that the pinned total comes along. */
  const windowAround = (sheet: number, margin: number): SheetWindow => {
    const first = Math.max(0, seen.first - margin);
    return { sheet, first, count: seen.first + seen.count + margin - first };
  };

  const askWhatIsMissing = () => {
    const current = rows();
    if (!current) return;
    const missing: SheetWindow[] = [];
    if (!cache.covers(current, seen.first, seen.count)) missing.push(windowAround(current.sheet, AHEAD));
    if (!cache.covers(current, 0, 1) && missing[0]?.first !== 0) {
      missing.push({ sheet: current.sheet, first: 0, count: 1 });
    }
    if (missing.length > 0) latest.ask(missing);
  };

  const takeRows = (next: SheetRows) => {
    const current = rows();
    if (current && next.sheet === current.sheet && next.version < current.version) return;
    if (next.sheet !== current?.sheet) cache.clear();
    setRows(next);
  };

  return {
    rows,
    footer,
    numbers,
    issues,
    cells: cache,
    revision: cache.revision,
    query: () => asked,
    async open(query) {
      const mine = ++opening;
      asked = query;
      const answer = await host.openSheet(query);
      if (mine !== opening) return;
      setIssues(answer.ok ? [] : answer.issues);
      if (!answer.ok) return;
      takeRows(answer.value);
      askWhatIsMissing();
    },
    async toggle(row, open) {
      const current = rows();
      if (!current) return;
      const answer = await host.toggleRow(current.sheet, row, open);
      if (!answer.ok) return;
      takeRows(answer.value);
      askWhatIsMissing();
    },
    async reveal(row) {
      const current = rows();
      if (!current) return false;
      if (current.ids.includes(row)) return true;
      const answer = await host.revealRow(current.sheet, row);
      if (!answer.ok) return false;
      takeRows(answer.value);
      askWhatIsMissing();
      return answer.value.ids.includes(row);
    },
    look(first, count) {
      seen = { first: Math.max(0, first), count };
      askWhatIsMissing();
    },
    async openLevel(level) {
      const current = rows();
      if (!current) return false;
      const answer = await host.openLevel(current.sheet, level);
      if (!answer.ok) return false;
      takeRows(answer.value);
      askWhatIsMissing();
      return true;
    },
    covers(first, count) {
      const current = rows();
      return current !== null && cache.covers(current, first, count);
    },
    async bring(first, count) {
      const current = rows();
      if (!current) return false;
      if (cache.covers(current, first, count)) return true;
      const answer = await host.sheetBlock({ sheet: current.sheet, first, count }).catch(() => null);
      if (!answer?.ok) return false;
      take([answer.value], false);
      const now = rows();
      return now !== null && cache.covers(now, first, count);
    },
    window() {
      const current = rows();
      return current ? windowAround(current.sheet, MARGIN) : null;
    },
    apply(patch) {
      if (patch.rows) takeRows(patch.rows);
      if (patch.block) take([patch.block], true);
      askWhatIsMissing();
    },
    hold: latest.hold,
    dispose() {
      opening += 1;
      latest.stop();
    },
  };
}
