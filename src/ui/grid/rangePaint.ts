import type { GridRect } from './gridRange';

export interface RangePaintPorts {
  /** The selection, null while it is one cell. */
  selected(): GridRect | null;
  /** What was copied or cut. */
  marked(): GridRect | null;
  /** The cell that carries the fill handle, null where nothing can be filled. */
  corner(): { row: number; column: number } | null;
  /** Index on screen of a row by its `row-index` attribute. */
  rowOf(index: string): number;
  columnIds(): readonly string[];
}

/** Shows the selection by classes of the cells themselves, so that it scrolls and sticks with them. */
export interface RangePaint {
  paint(): void;
  handle: HTMLElement;
  dispose(): void;
}

const SELECTED = ['pg-range', 'pg-range-top', 'pg-range-bottom', 'pg-range-left', 'pg-range-right'];
const MARKED = ['pg-marked', 'pg-marked-top', 'pg-marked-bottom', 'pg-marked-left', 'pg-marked-right'];
const CLASSES = [...SELECTED, ...MARKED];

/** Bits of a cell in the order of CLASSES. */
function bitsIn(rect: GridRect | null, row: number, column: number): number {
  if (!rect || row < rect.top || row > rect.bottom || column < rect.left || column > rect.right) return 0;
  return (
    1 |
    (row === rect.top ? 2 : 0) |
    (row === rect.bottom ? 4 : 0) |
    (column === rect.left ? 8 : 0) |
    (column === rect.right ? 16 : 0)
  );
}

export function createRangePaint(host: HTMLElement, ports: RangePaintPorts): RangePaint {
  /** What each cell wears; rows that wear nothing and lie outside are skipped as a whole. */
  const worn = new WeakMap<Element, number>();
  const dressed = new WeakSet<Element>();
  const handle = document.createElement('span');
  handle.className = 'pg-handle';
  handle.setAttribute('aria-hidden', 'true');

  const wear = (cell: Element, bits: number) => {
    const before = worn.get(cell) ?? 0;
    if (before === bits) return;
    worn.set(cell, bits);
    for (let i = 0; i < CLASSES.length; i++) {
      const bit = 1 << i;
      if ((before & bit) !== (bits & bit)) cell.classList.toggle(CLASSES[i], (bits & bit) !== 0);
    }
    if (bits & 1) cell.setAttribute('aria-selected', 'true');
    else cell.removeAttribute('aria-selected');
  };

  const paint = () => {
    const [selected, marked, corner] = [ports.selected(), ports.marked(), ports.corner()];
    const columns = new Map(ports.columnIds().map((id, at) => [id, at]));
    let cornerCell: Element | null = null;
    for (const row of host.querySelectorAll('.ag-row[row-index]')) {
      const at = ports.rowOf(row.getAttribute('row-index') ?? '');
      const inside = isWithin(selected, at) || isWithin(marked, at) || corner?.row === at;
      if (!inside && !dressed.has(row)) continue;
      let any = 0;
      for (const cell of row.querySelectorAll('.ag-cell[col-id]')) {
        const column = columns.get(cell.getAttribute('col-id') ?? '') ?? -1;
        const bits = bitsIn(selected, at, column) | (bitsIn(marked, at, column) << SELECTED.length);
        wear(cell, bits);
        any |= bits;
        if (corner && corner.row === at && corner.column === column) cornerCell = cell;
      }
      if (any) dressed.add(row);
      else dressed.delete(row);
    }
    if (!cornerCell) handle.remove();
    else if (handle.parentElement !== cornerCell) cornerCell.append(handle);
  };

  // Rows and columns that scroll in are dressed before they are first seen.
  const observer = new MutationObserver(() => {
    if (ports.selected() || ports.marked() || (ports.corner() && !handle.isConnected)) paint();
  });
  observer.observe(host, { childList: true, subtree: true });

  return {
    paint,
    handle,
    dispose() {
      observer.disconnect();
      handle.remove();
    },
  };
}

const isWithin = (rect: GridRect | null, row: number): boolean =>
  rect !== null && row >= rect.top && row <= rect.bottom;
