import type { CustomerSurface } from './customerSurface';
import { holdsPosition, wholeColumns, wholeSheet } from './gridRange';
import { gridAction } from './keymap';
import { moveFrom } from './moves';
import type { DragPlace } from './rangeDrag';
import { createRangeDrag } from './rangeDrag';
import type { RangeState } from './rangeState';

export interface CustomerListenerPorts {
  host: HTMLElement;
  surface: CustomerSurface;
  range: RangeState;
  rows(): number;
  open(row: number): void;
  /** Ticks the row, or takes the tick away. */
  turn(row: number): void;
  copy(transfer: DataTransfer | null): void;
  paste(text: string): void;
  find(): void;
  undo(back: boolean): void;
}

/** Keys, mouse and clipboard of the customer list; what is not named here is left to the grid package. */
export function createCustomerListeners(given: CustomerListenerPorts): { dispose(): void } {
  const { host, surface, range } = given;

  const placeOf = (target: Element): DragPlace | null => {
    const cell = target.closest('.ag-cell[col-id]');
    const row = cell?.closest('.ag-row[row-index]')?.getAttribute('row-index') ?? '';
    if (!cell || row === '' || !host.contains(cell)) return null;
    const column = surface.columnIds().findIndex((id) => cell.getAttribute('col-id') === `${id}`);
    if (column < 0) return null;
    return { kind: 'cell', position: { row: row.startsWith('b-') ? given.rows() : Number(row), column } };
  };
  const drag = createRangeDrag({
    placeOf,
    begin({ position }, extend) {
      const now = range.selection();
      range.set({ anchor: extend && now ? now.anchor : position, end: position });
      host.classList.add('pg-dragging');
    },
    reach({ position }) {
      const from = range.selection()?.anchor ?? position;
      // The totals are no row of the list: a drag over them stops at the last row.
      const row = from.row < given.rows() ? Math.min(position.row, given.rows() - 1) : position.row;
      range.set({ anchor: from, end: { ...position, row } });
    },
    end: () => host.classList.remove('pg-dragging'),
    viewport: surface.viewport,
  });

  const perform = (event: KeyboardEvent): boolean => {
    const at = surface.active();
    if (!at) return false;
    if (event.key === ' ' && !event.ctrlKey && !event.shiftKey) {
      given.turn(at.row);
      return true;
    }
    const onName = surface.columnIds()[at.column] === 'name';
    if (event.key === 'Enter' && onName && !event.shiftKey) {
      given.open(at.row);
      return true;
    }
    const action = gridAction(event, { mode: 'select', onName, parent: false, open: false });
    switch (action?.do) {
      case 'move':
        surface.focus(moveFrom(at, action.move, surface.shape()));
        return true;
      case 'extend':
        range.extend(action.move);
        return true;
      case 'select': {
        const now = range.selection();
        const shape = { ...surface.shape(), rows: given.rows() };
        if (action.what === 'all') range.set(wholeSheet(shape));
        else if (now && action.what === 'column') range.set(wholeColumns(now, shape));
        else if (now)
          range.set({ anchor: { ...now.anchor, column: 0 }, end: { ...now.end, column: shape.blocks.length - 1 } });
        return true;
      }
      case 'find':
        given.find();
        return true;
      case 'undo':
        given.undo(true);
        return true;
      case 'redo':
        given.undo(false);
        return true;
      default:
        return false;
    }
  };

  const listeners: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void } = {
    keydown(event) {
      if (surface.isEditing() || !inCell(event.target) || event.isComposing || !perform(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    pointerdown(event) {
      if (event.pointerType !== 'mouse' || event.button !== 0 || !(event.target instanceof Element)) return;
      if (surface.isEditing() || event.target.closest('.pg-editor, button, input')) return;
      drag.start(event);
      // The anchor stays where it was, and so does the active cell.
      if (event.shiftKey && placeOf(event.target)) event.stopPropagation();
    },
    mousedown(event) {
      if (!event.shiftKey || !(event.target instanceof Element) || !placeOf(event.target)) return;
      if (event.target.closest('button, input')) return;
      event.preventDefault();
      event.stopPropagation();
    },
    copy(event) {
      if (surface.isEditing() || !surface.active()) return;
      event.preventDefault();
      given.copy(event.clipboardData);
    },
    paste(event) {
      if (surface.isEditing() || !surface.active()) return;
      event.preventDefault();
      given.paste(event.clipboardData?.getData('text/plain') ?? '');
    },
  };
  const entries = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of entries) host.addEventListener(name, listener, CAPTURED.has(name));
  return {
    dispose() {
      drag.stop();
      for (const [name, listener] of entries) host.removeEventListener(name, listener, CAPTURED.has(name));
    },
  };
}

const CAPTURED = new Set(['keydown', 'pointerdown', 'mousedown']);

const inCell = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.ag-cell') !== null;

/** A move of the active cell keeps a selection that holds it, and makes a new one elsewhere. */
export function followActive(range: RangeState, position: { row: number; column: number }): void {
  const rect = range.rect();
  if (!rect || !holdsPosition(rect, position)) range.select(position);
}
