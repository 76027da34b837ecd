import { type Accessor, createSignal } from 'solid-js';
import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import { readNumber } from '~/domain/number';
import type { Column } from '~/domain/plan';
import { ALL_ROWS, CELL_BLANK, CELL_NEW, CELL_UNKNOWN, type SheetField } from '~/domain/sheet';
import type { HostCalls } from '~/state/protocol';
import { type ActiveCell, cellRefOf, lockedCell } from './activeCell';
import { writeCell } from './cellClipboard';
import { entryCommand } from './cellCommand';
import { createCellMarks } from './cellMarks';
import { cellText } from './cellText';
import { quarterGroupId } from './columnDefs';
import { isGroupKind } from './columnTree';
import { createEditing, type Editing } from './editing';
import { createGridActions, type GridActions } from './gridActions';
import { type GridContext, NAME_COLUMN } from './gridContext';
import { createGridSurface, type GridSurface } from './gridSurface';
import { fieldAddress, type GridView } from './gridView';
import { createImeProxy } from './imeProxy';
import { gridAction, IME_KEY_CODE, type KeyPlace } from './keymap';
import type { GridPosition } from './moves';
import type { RowStub } from './rowStub';
import type { SheetSource } from './sheetSource';
import { unallocatedShown } from './unallocatedShown';

/** What the page gives to and hears from the grid. */
export interface SessionPorts {
  source: SheetSource;
  view(): GridView;
  column: Column;
  run(command: Command): Promise<unknown>;
  preview: HostCalls['preview'];
  undo(): void;
  redo(): void;
  refuse(issue: Issue): void;
  refuseBlock(): void;
  announce(text: string): void;
  onActive(cell: ActiveCell): void;
  onExplain(cell: ActiveCell): void;
  onRename(row: RowStub): void;
  /** A row got its present total as its goal: another amount is typed in the goal column. */
  onGoal(row: RowStub): void;
  onToggle(row: string, open: boolean): void;
  onQuarter(id: string, open: boolean): void;
  /** An edge was pulled, or the column fitted to what it holds. */
  onWidth(columnId: string, width: number): void;
  isOpen(quarter: string): boolean;
}

/** The cell whose menu is open; `head` where it was asked for on the head of the column, whose total it then is. */
export interface GridMenuOpen {
  cell: ActiveCell;
  head: Element | null;
}

export interface GridSession {
  surface: GridSurface;
  actions: GridActions;
  editing: Editing;
  menu: Accessor<GridMenuOpen | null>;
  closeMenu(): void;
  /** Brings the focus back from elsewhere on the page. */
  focus(): void;
  /** Goes to a cell from elsewhere on the page; false where the sheet does not show it. */
  show(row: string, column: string): boolean;
  copy(cell: ActiveCell, transfer: DataTransfer): void;
  flags(cell: ActiveCell): number;
  /** The cell a lock on this one means. */
  locked(cell: ActiveCell): ActiveCell;
  labelOf(cell: Pick<ActiveCell, 'row' | 'columnId'>): string;
  canFill(): boolean;
  fill(): void;
  dispose(): void;
}

/** Wires cells, keys, editor, input method and clipboard of one grid in one element. */
export function createGridSession(host: HTMLElement, ports: SessionPorts): GridSession {
  const { source, view, column } = ports;
  const [menu, setMenu] = createSignal<GridMenuOpen | null>(null);

  const field = (columnId: string): SheetField | null => source.rows()?.fields.find((f) => f.id === columnId) ?? null;
  const number = (row: RowStub, columnId: string) => {
    if (row.role === 'unallocated') return unallocatedNumber(columnId);
    return source.cells.read(row.id, source.rows()?.fields.findIndex((f) => f.id === columnId) ?? -1);
  };
  /** Only the year can be left over: what a month should have is nobody's word. */
  const unallocatedNumber = (columnId: string) => {
    const left = field(columnId)?.kind === 'year' ? unallocatedShown(source.footer(), view().money) : null;
    return left === null ? null : { value: left, flags: 0 };
  };
  const flags = ({ row, columnId }: ActiveCell): number => number(row, columnId)?.flags ?? 0;
  const locked = (cell: ActiveCell): ActiveCell => lockedCell(cell, source.rows()?.fields ?? []);
  const textOf = (row: RowStub, columnId: string): string => {
    const shown = field(columnId);
    return shown ? cellText(number(row, columnId), shown, view()) : '';
  };
  const labelOf = ({ row, columnId }: Pick<ActiveCell, 'row' | 'columnId'>): string => {
    const shown = field(columnId);
    if (!shown) return row.label;
    const value = textOf(row, columnId);
    return view().t('plan.selected', { row: row.label, column: fieldAddress(shown, view()), value });
  };
  const isNew = (row: RowStub): boolean => {
    const growth = source.rows()?.fields.find((f) => f.kind === 'growth');
    return growth !== undefined && ((number(row, growth.id)?.flags ?? 0) & CELL_NEW) !== 0;
  };

  const canFill = () => !view().readOnly && (source.footer()?.unallocated ?? 0) > 0;
  const fill = () => {
    const year = source.rows()?.fields.find((f) => f.kind === 'year');
    if (year) void run({ name: 'targets/fillUnallocated', cell: { column, at: {}, periods: year.periods } });
  };

  const marks = createCellMarks(source, view);

  const context: GridContext = {
    view,
    field,
    number,
    textOf,
    isNew,
    markOf: marks.markOf,
    signOf: marks.signOf,
    trendOf: (row) => (row.role === 'unallocated' ? null : source.cells.trend(row.id)),
    labelOf: (row, columnId) => labelOf({ row, columnId }),
    moved: () => source.numbers().moved,
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

  const read = (cell: ActiveCell, text: string) => {
    const now = number(cell.row, cell.columnId);
    const current = now && !(now.flags & (CELL_BLANK | CELL_UNKNOWN)) ? now.value : null;
    return readNumber(text, { ...view().reading, current, kind: 'money' });
  };

  const run = async (command: Command): Promise<void> => {
    const release = source.hold();
    await ports.run(command).finally(release);
  };

  const editing = createEditing({
    read,
    command(cell, entry, text) {
      const ref = cellRefOf(cell, column);
      return ref && cell.field ? entryCommand(ref, { field: cell.field, entry, text }) : null;
    },
    preview: ports.preview,
  });

  const surface = createGridSurface(host, {
    context,
    onWindow: (first, count) => source.look(first + 1, count),
    onActive: ports.onActive,
    onLeft: (cell, text) => actions.enter(cell, text),
    onQuarter: ports.onQuarter,
    onWidth: ports.onWidth,
  });

  const actions = createGridActions(surface, editing, {
    column,
    readOnly: () => view().readOnly,
    flags,
    read,
    run: (command) => void run(command),
    refuse: ports.refuse,
    refuseBlock: ports.refuseBlock,
    undo: ports.undo,
    redo: ports.redo,
    explain: ports.onExplain,
    locked,
    menu: (cell) => setMenu({ cell, head: null }),
    toggle: (cell, open) => ports.onToggle(cell.row.id, open),
  });

  const proxy = createImeProxy((text) => {
    const cell = surface.active();
    if (cell && text.trim() !== '') actions.edit(cell, text);
  });

  const copy = (cell: ActiveCell, transfer: DataTransfer) => {
    const now = number(cell.row, cell.columnId);
    const spoken = now && !(now.flags & (CELL_BLANK | CELL_UNKNOWN));
    const isRatio = cell.field?.kind === 'growth' || cell.field?.kind === 'overAssignment';
    const amount = spoken ? (isRatio ? String(now.value) : view().plain(now.value)) : '';
    const text = cell.columnId === NAME_COLUMN ? cell.row.label : amount;
    writeCell(transfer, text);
    ports.announce(view().t('plan.copied', { text }));
  };

  /** Where the focus returns to when it comes back by key. */
  let lastActive: ActiveCell | null = null;
  let pressed = false;

  /** Takes the focus to a place of its own, not to where it was before. */
  const take = (position: GridPosition): void => {
    lastActive = null;
    surface.focus(position);
  };

  const inEditor = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest('.pg-editor') !== null;
  const inCell = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest('.ag-cell') !== null;

  const headOf = (target: EventTarget | null): Element | null =>
    target instanceof Element ? target.closest('.ag-header-cell[col-id]') : null;

  /** The cell that a lock on a whole column is laid on; null where the column is nobody's to lock. */
  const totalUnder = (head: Element): ActiveCell | null => {
    const cell = surface.find(ALL_ROWS, head.getAttribute('col-id') ?? '');
    return cell?.field?.editable && cell.field.kind !== 'goal' && !view().readOnly ? cell : null;
  };

  const listeners: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void } = {
    keydown(event) {
      if (!inCell(event.target)) return;
      // What is typed, or still composed by an input method, is nobody else's: the package would take its Enter.
      if (editing.state() || event.isComposing || event.keyCode === IME_KEY_CODE) event.stopPropagation();
      const cell = surface.active();
      const mode = editing.state()?.mode ?? 'select';
      const onName = cell?.columnId === NAME_COLUMN;
      const place: KeyPlace = { mode, onName, parent: cell?.row.parent ?? false, open: cell?.row.open ?? false };
      const action = gridAction(event, place);
      if (!action || !actions.perform(action)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    focusin({ target, relatedTarget }) {
      const entered = !(relatedTarget instanceof Node && host.contains(relatedTarget));
      const back = entered && !pressed && lastActive ? surface.find(lastActive.row.id, lastActive.columnId) : null;
      lastActive = null;
      if (back) {
        surface.focus(back.position);
        return;
      }
      if (!(target instanceof HTMLElement) || !target.matches('.ag-cell') || editing.state()) return;
      const cell = surface.active();
      proxy.enter(target, cell ? labelOf(cell) : '');
    },
    focusout({ relatedTarget }) {
      if (!(relatedTarget instanceof Node && host.contains(relatedTarget))) lastActive = surface.active();
    },
    mousedown() {
      actions.endRun();
      pressed = true;
      setTimeout(() => {
        pressed = false;
      });
    },
    click({ target }) {
      const head = target instanceof Element ? target.closest('.ag-header-group-cell.pg-head-opens') : null;
      // The arrow itself belongs to the package, which reports it on its own.
      if (!head || (target instanceof Element && target.closest('.ag-header-expand-icon'))) return;
      const id = head.getAttribute('col-id') ?? '';
      const quarter = source.rows()?.fields.find((f) => isGroupKind(f) && id.replace(/_\d+$/, '') === quarterGroupId(f));
      if (quarter) ports.onQuarter(quarter.id, !ports.isOpen(quarter.id));
    },
    dblclick({ target }) {
      const cell = surface.active();
      if (cell?.field && inCell(target) && !editing.state()) actions.edit(cell, null);
    },
    contextmenu(event) {
      const head = headOf(event.target);
      const total = head && totalUnder(head);
      const cell = total ?? surface.active();
      if (!cell || (!total && !inCell(event.target)) || inEditor(event.target)) return;
      event.preventDefault();
      setMenu({ cell, head: total ? head : null });
    },
    copy(event) {
      const cell = surface.active();
      if (!cell || inEditor(event.target) || !event.clipboardData) return;
      event.preventDefault();
      copy(cell, event.clipboardData);
    },
    paste(event) {
      const cell = surface.active();
      if (!cell || inEditor(event.target)) return;
      event.preventDefault();
      actions.paste(cell, event.clipboardData?.getData('text/plain') ?? '');
    },
  };
  const entries = Object.entries(listeners) as [string, EventListener][];
  const isCaptured = (name: string) => name === 'keydown';
  for (const [name, listener] of entries) host.addEventListener(name, listener, isCaptured(name));

  return {
    surface,
    actions,
    editing,
    menu,
    flags,
    locked,
    labelOf,
    canFill,
    fill,
    copy,
    closeMenu() {
      const open = menu();
      setMenu(null);
      if (open) take(open.cell.position);
    },
    focus: () => take(surface.active()?.position ?? { row: 0, column: 1 }),
    show(row, column) {
      const cell = surface.find(row, column);
      if (cell) take(cell.position);
      return cell !== null;
    },
    dispose() {
      for (const [name, listener] of entries) host.removeEventListener(name, listener, isCaptured(name));
      proxy.dispose();
      surface.dispose();
    },
  };
}
