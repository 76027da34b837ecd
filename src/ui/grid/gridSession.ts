import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { Command } from '~/domain/command';
import { type BlockActions, createBlockActions } from './blockActions';
import { entryCommand } from './cellCommand';
import { createCellMarks } from './cellMarks';
import { type CellReading, createCellReading } from './cellReading';
import { type Clipboard, createClipboard } from './clipboard';
import { createEditing, type Editing } from './editing';
import { createFades } from './fades';
import { createGridActions, type GridActions } from './gridActions';
import type { GridContext } from './gridContext';
import { createGridListeners } from './gridListeners';
import type { GridMenuOpen } from './gridMenuOpen';
import { createGridPointer } from './gridPointer';
import { type GridRect, holdsPosition } from './gridRange';
import { createGridSurface, type GridSurface } from './gridSurface';
import { createImeProxy } from './imeProxy';
import type { GridPosition } from './moves';
import { createRangePaint } from './rangePaint';
import { createRangeState, type RangeState } from './rangeState';
import { createSelectionSummary } from './selectionSummary';
import type { SessionPorts } from './sessionPorts';

/** A fill that was dragged and waits for the way it goes on. */
export interface FillAsked {
  source: GridRect;
  whole: GridRect;
}

export interface GridSession extends Pick<CellReading, 'flags' | 'locked' | 'labelOf' | 'refOf'> {
  surface: GridSurface;
  actions: GridActions;
  editing: Editing;
  range: RangeState;
  blocks: BlockActions;
  clipboard: Clipboard;
  reading: CellReading;
  menu: Accessor<GridMenuOpen | null>;
  closeMenu(): void;
  filling: Accessor<FillAsked | null>;
  closeFill(): void;
  /** Brings the focus back from elsewhere on the page. */
  focus(): void;
  /** Goes to a cell from elsewhere on the page; false where the sheet does not show it. */
  show(row: string, column: string): boolean;
  /** Numbers came: what the selection says of them is counted anew. */
  recount(): void;
  canFill(): boolean;
  fill(): void;
  dispose(): void;
}

/** Wires cells, keys, editor, selection, input method and clipboard of one grid in one element. */
export function createGridSession(host: HTMLElement, ports: SessionPorts): GridSession {
  const { source, view } = ports;
  const [menu, setMenu] = createSignal<GridMenuOpen | null>(null);
  const [filling, setFilling] = createSignal<FillAsked | null>(null);
  const reading = createCellReading(ports);
  const marks = createCellMarks(source, view);

  const run = async (command: Command): Promise<void> => {
    // What was marked is meant for the next paste; any other work takes the mark away.
    if (command.name !== 'targets/setCells' || command.origin !== 'paste') clipboard.unmark();
    const release = source.hold();
    await ports.run(command).finally(release);
  };

  const canFill = () => !view().readOnly && (source.footer()?.unallocated ?? 0) > 0;
  const fill = () => {
    const year = reading.fields().find((field) => field.kind === 'year');
    if (!year) return;
    void run({ name: 'targets/fillUnallocated', cell: { column: ports.column, at: {}, periods: year.periods } });
  };

  const context: GridContext = {
    view,
    field: reading.field,
    number: reading.number,
    textOf: reading.textOf,
    isNew: reading.isNew,
    markOf: marks.markOf,
    signOf: marks.signOf,
    trendOf: (row) => (row.role === 'unallocated' ? null : source.cells.trend(row.id)),
    labelOf: (row, columnId) => reading.labelOf({ row, columnId }),
    moved: () => source.numbers().moved,
    fades: createFades(),
    toggle: (row, open) => ports.onToggle(row.id, open),
    canFill,
    fill,
    opened(row, columnId, start) {
      const seed = actions.takeSeed();
      const cell = surface.find(row.id, columnId);
      if (cell) editing.begin(cell, { start, seed });
      return seed;
    },
    typed: (text) => editing.typed(text),
    closed: () => editing.end(),
  };

  const editing = createEditing({
    read: reading.read,
    command(cell, entry, text) {
      const ref = reading.refOf(cell);
      return ref && cell.field ? entryCommand(ref, { row: cell.row.id, field: cell.field, entry, text }) : null;
    },
    preview: ports.preview,
  });

  const surface = createGridSurface(host, {
    context,
    onWindow: (first, count) => source.look(first + 1, count),
    onActive(cell) {
      const rect = range.rect();
      if (!rect || !holdsPosition(rect, cell.position)) range.select(cell.position);
      ports.onActive(cell);
    },
    onLeft: (cell, text) => actions.enter(cell, text),
    onQuarter: ports.onQuarter,
    onWidth: ports.onWidth,
    onStructure() {
      range.refit();
      const cell = surface.active();
      if (cell && !range.rect()) range.select(cell.position);
    },
  });

  const range = createRangeState({
    shape: surface.shape,
    nameOf(position) {
      const cell = surface.cellAt(position);
      return cell && { row: cell.row.id, column: cell.columnId };
    },
    find: ({ row, column }) => surface.find(row, column)?.position ?? null,
    reveal: surface.reveal,
  });
  const blocks = createBlockActions({ surface, range, reading, ports, run: (command) => void run(command) });
  const clipboard = createClipboard({
    ...{ surface, range, reading, ports, blocks },
    run: (command) => void run(command),
    enter(text) {
      const cell = surface.active();
      if (!cell) return;
      if (text.trim() === '') actions.clear(cell);
      else actions.enter(cell, text);
    },
  });
  const summary = createSelectionSummary({ surface, range, reading, ports });
  const painter = createRangePaint(host, {
    selected: () => (range.isMany() ? range.rect() : null),
    marked: clipboard.marked,
    corner() {
      const rect = range.rect();
      if (!rect || view().readOnly || editing.state()) return null;
      const columns = surface.columnIds();
      const takes = columns.slice(rect.left, rect.right + 1).some((id) => reading.field(id)?.editable);
      return takes ? { row: rect.bottom, column: rect.right } : null;
    },
    rowOf: (index) => surface.placeOf(index, '').row,
    columnIds: surface.columnIds,
  });
  createEffect(on([range.rect, clipboard.marked, editing.state], painter.paint));
  createEffect(on(range.rect, summary.later));

  const actions = createGridActions({
    surface,
    editing,
    range,
    blocks,
    view,
    refOf: reading.refOf,
    flags: reading.flags,
    locked: reading.locked,
    read: reading.read,
    run: (command) => void run(command),
    refuse: ports.refuse,
    undo: ports.undo,
    redo: ports.redo,
    explain: ports.onExplain,
    menu: (cell) => setMenu({ cell, head: null }),
    toggle: (cell, open) => ports.onToggle(cell.row.id, open),
    grain: ports.onGrain,
    find: ports.onFind,
    note: ports.onNote,
    unmark: clipboard.unmark,
  });

  const proxy = createImeProxy((text) => {
    const cell = surface.active();
    if (cell && text.trim() !== '') actions.edit(cell, text);
  });
  const pointer = createGridPointer({
    ...{ host, surface, range },
    handle: painter.handle,
    onFill: (from, whole) => setFilling({ source: from, whole }),
  });
  const listeners = createGridListeners({
    ...{ host, surface, actions, editing, pointer, clipboard, proxy, ports },
    labelOf: reading.labelOf,
    openMenu: setMenu,
  });

  /** Takes the focus to a place of its own, not to where it was before. */
  const take = (position: GridPosition): void => {
    listeners.forgetFocus();
    surface.focus(position);
  };

  return {
    surface,
    actions,
    editing,
    range,
    blocks,
    clipboard,
    reading,
    menu,
    flags: reading.flags,
    locked: reading.locked,
    labelOf: reading.labelOf,
    refOf: reading.refOf,
    canFill,
    fill,
    closeMenu() {
      const open = menu();
      setMenu(null);
      if (open) take(open.cell.position);
    },
    filling,
    closeFill() {
      setFilling(null);
      take(surface.active()?.position ?? { row: 0, column: 1 });
    },
    focus: () => take(surface.active()?.position ?? { row: 0, column: 1 }),
    show(row, column) {
      const cell = surface.find(row, column);
      if (cell) take(cell.position);
      return cell !== null;
    },
    recount: summary.later,
    dispose() {
      listeners.dispose();
      pointer.dispose();
      summary.dispose();
      painter.dispose();
      proxy.dispose();
      surface.dispose();
    },
  };
}
