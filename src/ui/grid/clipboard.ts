import { type Accessor, createSignal } from 'solid-js';
import type { DisplayUnit } from '~/domain/displayUnit';
import { type BlockAccess, cellsOfBlock, coversBlock, isTooLarge } from './blockAccess';
import type { BlockActions, BlockPorts } from './blockActions';
import { plainEntry } from './cellEntry';
import { columnsOf, type GridRect, rowsOf, sameRect } from './gridRange';
import { fieldAddress } from './gridView';
import { pasteArea } from './pasteArea';
import { type DashMeaning, type PasteReview, reviewPaste } from './pasteReview';
import { readTable, tableHtml, tableText } from './tableText';

/** A paste that waits for a word: what it would do, and how it may be read otherwise. */
export interface PasteQuestion extends PasteReview {
  block: BlockAccess;
  cells: number;
  lostRows: number;
  lostColumns: number;
  /** The unit it is read in; null = that of the screen. */
  unit: DisplayUnit | null;
  /** The unit that the size of the numbers speaks for. */
  offered: DisplayUnit | null;
  dash: DashMeaning;
}

export interface Clipboard {
  /** What was copied or cut and can still be pasted. */
  marked: Accessor<GridRect | null>;
  unmark(): boolean;
  /** False where the numbers are not at hand yet; they come, and are copied by the browser's other way. */
  copy(transfer: DataTransfer | null): void;
  /** The copy that comes next takes heads and names along. */
  withHeads(): void;
  cut(transfer: DataTransfer): void;
  paste(text: string): void;
  question: Accessor<PasteQuestion | null>;
  /** Reads it otherwise. */
  ask(change: { unit?: DisplayUnit | null; dash?: DashMeaning }): void;
  /** Does what the question shows, or nothing. */
  answer(yes: boolean): void;
}

export interface ClipboardPorts extends BlockPorts {
  blocks: BlockActions;
  /** One text for one cell, as if it were typed there. */
  enter(text: string): void;
}

export function createClipboard(given: ClipboardPorts): Clipboard {
  const { surface, range, ports, blocks } = given;
  const { view, source } = ports;
  const [marked, setMarked] = createSignal<GridRect | null>(null, { equals: sameRect });
  const [question, setQuestion] = createSignal<PasteQuestion | null>(null);
  /** The text of a cut: only what comes back unchanged moves. */
  let cutText: string | null = null;
  let pasted: string[][] = [];
  let heads = false;

  const mark = (rect: GridRect | null, cut: string | null) => {
    setMarked(rect);
    cutText = cut;
  };

  const textsOf = ({ rows, fields, read }: BlockAccess, withHeads: boolean): string[][] => {
    const words = view();
    const body = rows.map((row, at) =>
      fields.map((field, column) => (field ? plainEntry(read(at, column), field, words) : row.label)),
    );
    if (!withHeads) return body;
    const named = fields.includes(null);
    const head = fields.map((field) => (field ? `${fieldAddress(field, words)} (${words.unitName})` : words.rowsTitle));
    if (named) return [head, ...body];
    return [[words.rowsTitle, ...head], ...body.map((line, at) => [rows[at].label, ...line])];
  };

  const say = (rect: GridRect, text: string) => {
    const cells = rowsOf(rect) * columnsOf(rect);
    ports.announce(view().t(cells === 1 ? 'plan.copied' : 'grid.copied', { text, n: cells }));
  };

  const put = (block: BlockAccess, transfer: DataTransfer | null, withHeads: boolean): string => {
    const texts = textsOf(block, withHeads);
    const text = tableText(texts);
    if (transfer) {
      transfer.setData('text/plain', text);
      transfer.setData('text/html', tableHtml(texts));
    } else void writeLater(text, tableHtml(texts)).catch(() => ports.tell(view().t('grid.copyAgain')));
    say(block.rect, text);
    return text;
  };

  const copy: Clipboard['copy'] = (transfer) => {
    const rect = range.rect();
    const named = heads;
    heads = false;
    if (!rect) return;
    // A copy event must be filled at once; what is still on its way takes the other door.
    const atOnce = isTooLarge(rect) || coversBlock(rect, source, surface.bodyRows());
    blocks.withCells(rect, (block) => {
      put(block, atOnce ? transfer : null, named);
      mark(rect, null);
    });
  };

  const review = (options: Pick<PasteQuestion, 'block' | 'unit' | 'dash'>) =>
    reviewPaste({ ...options, texts: pasted, view: view() });

  const write = (block: BlockAccess, found: PasteReview) => {
    const from = cutText === null ? null : marked();
    const { plan } = found;
    if (!from) blocks.write(block, { ...plan, problems: [] }, 'paste');
    else moveCells(from, block, plan.changes);
    // A copy may be pasted again; what was cut is gone from where it was.
    if (from) mark(null, null);
    range.set({
      anchor: { row: block.rect.top, column: block.rect.left },
      end: { row: block.rect.bottom, column: block.rect.right },
    });
  };

  /** What was cut becomes blank where it was, in the same step; cells it is pasted over keep what they got. */
  const moveCells = (from: GridRect, to: BlockAccess, changes: PasteReview['plan']['changes']) => {
    blocks.withCells(from, (block) => {
      const gone = block.rows.flatMap((row, at) =>
        block.fields.flatMap((field, column) => {
          const inside = isInside(to.rect, from.top + at, from.left + column);
          if (!field?.editable || row.role === 'unallocated' || inside) return [];
          return [{ row: at, column, before: null, amount: null }];
        }),
      );
      const cells = [...cellsOfBlock(block, gone, ports), ...cellsOfBlock(to, changes, ports)];
      if (cells.length > 0) given.run({ name: 'targets/setCells', origin: 'cut', cells });
    });
  };

  return {
    marked,
    unmark() {
      const was = marked() !== null;
      mark(null, null);
      return was;
    },
    copy,
    withHeads() {
      heads = true;
    },
    cut(transfer) {
      const rect = range.rect();
      if (!rect) return;
      if (!coversBlock(rect, source, surface.bodyRows()) || isTooLarge(rect)) {
        blocks.withCells(rect, () => ports.tell(view().t('grid.copyAgain')));
        return;
      }
      blocks.withCells(rect, (block) => mark(rect, put(block, transfer, false)));
    },
    paste(text) {
      const selected = range.rect();
      if (!selected || text === '') return;
      pasted = readTable(text);
      if (cutText !== null && text.replace(/\r\n/g, '\n').replace(/\n$/, '') !== cutText) mark(null, null);
      const width = Math.max(...pasted.map((line) => line.length));
      // Short rows end early: what is missing asks for nothing.
      if (pasted[0].length < width) pasted[0].length = width;
      const shape = surface.shape();
      const { rect, ...lost } = pasteArea({ rows: pasted.length, columns: width }, selected, {
        rows: shape.rows,
        columns: shape.blocks.length,
      });
      if (
        pasted.length === 1 &&
        width === 1 &&
        rect.top === rect.bottom &&
        rect.left === rect.right &&
        cutText === null
      ) {
        given.enter(pasted[0][0]);
        return;
      }
      blocks.withCells(rect, (block) => {
        const found = review({ block, unit: null, dash: 'blank' });
        if (!found.isRisky && lost.lostRows === 0 && lost.lostColumns === 0) {
          write(block, found);
          return;
        }
        const cells = block.rows.length * block.fields.length;
        const offered = found.jump?.unit ?? null;
        setQuestion({ ...found, ...lost, block, cells, unit: null, offered, dash: 'blank' });
      });
    },
    question,
    ask(change) {
      const now = question();
      if (now) setQuestion({ ...now, ...change, ...review({ ...now, ...change }) });
    },
    answer(yes) {
      const now = question();
      setQuestion(null);
      if (now && yes) write(now.block, now);
    },
  };
}

const isInside = (rect: GridRect, row: number, column: number): boolean =>
  row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;

/** Where no copy event waits: only pages with a secure address may write like this. */
async function writeLater(plain: string, html: string): Promise<void> {
  const blob = (type: string, text: string) => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob('text/plain', plain), 'text/html': blob('text/html', html) }),
  ]);
}
