import { fillTarget, stretchTo } from './fillBlock';
import { HOLD_COLUMN } from './gridContext';
import { type GridRect, holdsPosition, wholeColumns, wholeRows } from './gridRange';
import type { GridSurface } from './gridSurface';
import { createRangeDrag, type DragPlace } from './rangeDrag';
import type { RangeState } from './rangeState';

export interface GridPointerPorts {
  host: HTMLElement;
  surface: GridSurface;
  range: RangeState;
  handle: HTMLElement;
  /** The handle was let go over cells that are to be filled. */
  onFill(source: GridRect, whole: GridRect): void;
}

/** Selecting by mouse: cells, rows by their gutter, columns by their heads, and the fill handle. */
export interface GridPointer {
  /** True where the press is used up and the package must not move the active cell. */
  press(event: MouseEvent): boolean;
  dispose(): void;
}

export function createGridPointer({ host, surface, range, handle, onFill }: GridPointerPorts): GridPointer {
  let filling: { source: GridRect } | null = null;

  const cellPlace = (target: Element): DragPlace | null => {
    const cell = target.closest('.ag-cell[col-id]');
    const row = cell?.closest('.ag-row[row-index]');
    if (!cell || !row || !host.contains(cell)) return null;
    const columnId = cell.getAttribute('col-id') ?? '';
    const position = surface.placeOf(row.getAttribute('row-index') ?? '', columnId);
    if (columnId === HOLD_COLUMN) return { kind: 'row', position: { row: position.row, column: 0 } };
    return position.column < 0 ? null : { kind: 'cell', position };
  };
  const headPlace = (target: Element): DragPlace | null => {
    const head = target.closest('.ag-header-cell[col-id]');
    if (!head || !host.contains(head) || target.closest('.ag-header-cell-resize')) return null;
    const column = surface.columnIds().indexOf(head.getAttribute('col-id') ?? '');
    return column < 0 ? null : { kind: 'column', position: { row: 0, column } };
  };

  const show = ({ kind, position }: DragPlace, extend: boolean) => {
    const now = range.selection();
    const next = { anchor: extend && now ? now.anchor : position, end: position };
    const shape = surface.shape();
    if (kind === 'row') range.set(wholeRows(next, shape));
    else if (kind === 'column') range.set(wholeColumns(next, shape));
    else range.set(next);
  };

  const drag = createRangeDrag({
    placeOf: (target) => cellPlace(target) ?? headPlace(target),
    begin(place, extend) {
      show(place, extend);
      host.classList.add('pg-dragging');
    },
    reach(reached) {
      const from = range.selection()?.anchor.row ?? 0;
      const place = from < surface.bodyRows() ? { ...reached, position: surface.kept(reached.position) } : reached;
      if (filling) range.set(selectionOf(stretchTo(filling.source, place.position)));
      else show(place, true);
    },
    end() {
      host.classList.remove('pg-dragging');
      const begun = filling;
      filling = null;
      const whole = range.rect();
      if (!begun || !whole) return;
      if (fillTarget({ source: begun.source, whole })) onFill(begun.source, whole);
    },
    viewport: surface.viewport,
  });

  return {
    press(event) {
      const { target } = event;
      const rect = range.rect();
      if (!(target instanceof Element)) return false;
      if (event.button === 0 && handle.contains(target) && rect) {
        filling = { source: rect };
        drag.follow(event);
        return true;
      }
      if (target.closest('.pg-editor, button, .pg-arrow:not(.pg-arrow-none)')) return false;
      if (event.button === 2) {
        const place = cellPlace(target);
        const inside = place?.kind === 'cell' && rect !== null && holdsPosition(rect, place.position);
        if (place && !inside) show(place, false);
        return inside;
      }
      const place = drag.start(event);
      if (!place) return false;
      if (place.kind === 'cell') return event.shiftKey;
      // The whole row or column is meant; where a person is looking, one cell of it becomes the active one.
      if (!event.shiftKey) {
        surface.focus(
          place.kind === 'row'
            ? { row: place.position.row, column: 1 }
            : { row: surface.firstInSight(), column: place.position.column },
        );
      }
      return true;
    },
    dispose: drag.stop,
  };
}

const selectionOf = (rect: GridRect) => ({
  anchor: { row: rect.top, column: rect.left },
  end: { row: rect.bottom, column: rect.right },
});
