import { ALL_ROWS } from '~/domain/sheet';
import type { ActiveCell } from './activeCell';
import type { Clipboard } from './clipboard';
import { quarterGroupId } from './columnDefs';
import { isGroupKind } from './columnTree';
import type { Editing } from './editing';
import type { GridActions } from './gridActions';
import { NAME_COLUMN } from './gridContext';
import type { GridMenuOpen } from './gridMenuOpen';
import type { GridPointer } from './gridPointer';
import type { GridSurface } from './gridSurface';
import type { ImeProxy } from './imeProxy';
import { gridAction, IME_KEY_CODE, type KeyPlace } from './keymap';
import type { SessionPorts } from './sessionPorts';

export interface GridListenerPorts {
  host: HTMLElement;
  surface: GridSurface;
  actions: GridActions;
  editing: Editing;
  pointer: GridPointer;
  clipboard: Clipboard;
  proxy: ImeProxy;
  ports: SessionPorts;
  labelOf(cell: ActiveCell): string;
  openMenu(menu: GridMenuOpen): void;
}

/** Everything the browser tells the grid: keys, mouse, focus and clipboard. */
export interface GridListeners {
  /** The focus that comes next goes to a place of its own, not to where it was before. */
  forgetFocus(): void;
  dispose(): void;
}

export function createGridListeners(given: GridListenerPorts): GridListeners {
  const { host, surface, actions, editing, pointer, clipboard, proxy, ports } = given;
  const { view, source } = ports;
  /** Where the focus returns to when it comes back by key. */
  let lastActive: ActiveCell | null = null;
  let pressed = false;
  /** The press was the grid's own: a selection, a row, a column or the fill handle. */
  let used = false;

  /** The cell that a lock on a whole column is laid on; null where the column is nobody's to lock. */
  const totalUnder = (head: Element): ActiveCell | null => {
    const cell = surface.find(ALL_ROWS, head.getAttribute('col-id') ?? '');
    return cell?.field?.editable && cell.field.kind !== 'goal' && !view().readOnly ? cell : null;
  };
  /** Copy, cut and paste belong to the grid unless a text is being edited. */
  const isOurs = (event: ClipboardEvent): boolean => surface.active() !== null && !inEditor(event.target);

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
      if (!(target instanceof HTMLElement) || !target.matches('.ag-cell')) return;
      const catchKeys = () => {
        const cell = surface.active();
        proxy.enter(target, cell ? given.labelOf(cell) : '');
      };
      if (!editing.state()) catchKeys();
      // An editor gives the focus back to its cell a moment before the edit is over.
      else setTimeout(() => document.activeElement === target && catchKeys());
    },
    focusout({ relatedTarget }) {
      if (!(relatedTarget instanceof Node && host.contains(relatedTarget))) lastActive = surface.active();
    },
    // The package moves its active cell here, the browser its focus with the mousedown that follows.
    pointerdown(event) {
      used = event.pointerType === 'mouse' && !inEditor(event.target) && pointer.press(event);
      if (used) event.stopPropagation();
    },
    mousedown(event) {
      actions.endRun();
      pressed = true;
      setTimeout(() => {
        pressed = false;
      });
      // The active cell stays where it is, and so does the focus.
      if (!used) return;
      event.preventDefault();
      event.stopPropagation();
    },
    click({ target }) {
      const head = target instanceof Element ? target.closest('.ag-header-group-cell.pg-head-opens') : null;
      // The arrow itself belongs to the package, which reports it on its own.
      if (!head || (target instanceof Element && target.closest('.ag-header-expand-icon'))) return;
      const id = head.getAttribute('col-id') ?? '';
      const quarter = source
        .rows()
        ?.fields.find((f) => isGroupKind(f) && id.replace(/_\d+$/, '') === quarterGroupId(f));
      if (quarter) ports.onQuarter(quarter.id, !ports.isOpen(quarter.id));
    },
    dblclick({ target }) {
      const cell = surface.active();
      if (cell?.field && inCell(target) && !editing.state()) actions.edit(cell, null);
    },
    contextmenu(event) {
      const head = event.target instanceof Element ? event.target.closest('.ag-header-cell[col-id]') : null;
      const total = head && totalUnder(head);
      const cell = total ?? surface.active();
      if (!cell || (!total && !inCell(event.target)) || inEditor(event.target)) return;
      event.preventDefault();
      given.openMenu({ cell, head: total ? head : null });
    },
    copy(event) {
      if (!isOurs(event) || !event.clipboardData) return;
      event.preventDefault();
      clipboard.copy(event.clipboardData);
    },
    cut(event) {
      if (!isOurs(event) || !event.clipboardData) return;
      event.preventDefault();
      clipboard.cut(event.clipboardData);
    },
    paste(event) {
      if (!isOurs(event)) return;
      event.preventDefault();
      clipboard.paste(event.clipboardData?.getData('text/plain') ?? '');
    },
  };
  const entries = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of entries) host.addEventListener(name, listener, CAPTURED.has(name));

  return {
    forgetFocus() {
      lastActive = null;
    },
    dispose() {
      for (const [name, listener] of entries) host.removeEventListener(name, listener, CAPTURED.has(name));
    },
  };
}

/** Heard before the package hears them. */
const CAPTURED = new Set(['keydown', 'pointerdown', 'mousedown']);

const inEditor = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.pg-editor') !== null;

const inCell = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.ag-cell') !== null;
