import { type Accessor, createSignal } from 'solid-js';
import { extendBy, type GridRect, isOneCell, rectOf, type Selection, sameRect } from './gridRange';
import type { GridPosition, GridShape, Move } from './moves';

/** Names of the corners of a selection, by which it is found again after rows or columns changed. */
interface Corner {
  row: string;
  column: string;
}

export interface RangePorts {
  shape(): GridShape;
  nameOf(position: GridPosition): Corner | null;
  find(corner: Corner): GridPosition | null;
  /** Brings a corner into sight that was moved to; only along what changed. */
  reveal(position: GridPosition, along: { row: boolean; column: boolean }): void;
}

/** The one rectangle that is selected. It always holds the active cell. */
export interface RangeState {
  selection: Accessor<Selection | null>;
  rect: Accessor<GridRect | null>;
  /** More than one cell. */
  isMany(): boolean;
  select(position: GridPosition): void;
  set(selection: Selection): void;
  extend(move: Move): void;
  reach(position: GridPosition): void;
  /** After rows or columns changed: the same cells, or nothing where a corner is gone. */
  refit(): void;
}

export function createRangeState(ports: RangePorts): RangeState {
  const [selection, setSelection] = createSignal<Selection | null>(null);
  const [rect, setRect] = createSignal<GridRect | null>(null, { equals: sameRect });
  let corners: { anchor: Corner | null; end: Corner | null } = { anchor: null, end: null };

  const put = (next: Selection | null) => {
    corners = { anchor: next && ports.nameOf(next.anchor), end: next && ports.nameOf(next.end) };
    setSelection(next);
    setRect(next && rectOf(next));
  };
  const moveEnd = (next: Selection, before: Selection) => {
    put(next);
    const along = { row: next.end.row !== before.end.row, column: next.end.column !== before.end.column };
    if (along.row || along.column) ports.reveal(next.end, along);
  };

  return {
    selection,
    rect,
    isMany() {
      const now = rect();
      return now !== null && !isOneCell(now);
    },
    select: (position) => put({ anchor: position, end: position }),
    set: put,
    extend(move) {
      const now = selection();
      if (now) moveEnd(extendBy(now, move, ports.shape()), now);
    },
    reach(position) {
      const now = selection();
      if (now) moveEnd({ anchor: now.anchor, end: position }, now);
      else put({ anchor: position, end: position });
    },
    refit() {
      const anchor = corners.anchor && ports.find(corners.anchor);
      const end = corners.end && ports.find(corners.end);
      put(anchor && end ? { anchor, end } : null);
    },
  };
}
