import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import type { NumberEntry } from '~/domain/number';
import { CELL_BLANK } from '~/domain/sheet';
import type { ActiveCell } from './activeCell';
import type { BlockActions } from './blockActions';
import { entryCommand, holdCommand } from './cellCommand';
import { editRefusal } from './cellState';
import type { Editing } from './editing';
import { walkInside, wholeColumns, wholeRows, wholeSheet } from './gridRange';
import type { GridSurface } from './gridSurface';
import type { Grain, GridView } from './gridView';
import type { GridAction } from './keymap';
import { type GridPosition, moveFrom, tabFrom } from './moves';
import type { RangeState } from './rangeState';
import { createTabRun } from './tabRun';

/** What the keys of the grid may ask for. */
export interface GridPorts {
  surface: GridSurface;
  editing: Editing;
  range: RangeState;
  blocks: Pick<BlockActions, 'clear' | 'enter' | 'fillAlong'>;
  view(): GridView;
  refOf(cell: ActiveCell): CellRef | null;
  flags(cell: ActiveCell): number;
  /** The cell a lock on this one means. */
  locked(cell: ActiveCell): ActiveCell;
  read(cell: ActiveCell, text: string): { ok: true; value: NumberEntry } | { ok: false; issues: Issue[] };
  run(command: Command): void;
  refuse(issue: Issue): void;
  undo(): void;
  redo(): void;
  explain(cell: ActiveCell): void;
  menu(cell: ActiveCell): void;
  toggle(cell: ActiveCell, open: boolean): void;
  grain?(grain: Grain): void;
  find?(): void;
  note?(cell: ActiveCell): void;
  /** Takes away what was marked by copy or cut; false where nothing was. */
  unmark(): boolean;
}

export interface GridActions {
  /** True when the action was carried out and the key is used up. */
  perform(action: GridAction): boolean;
  /** Opens the editor, or says why not. */
  edit(cell: ActiveCell, text: string | null): void;
  /** Takes a text for a cell as if typed; a text that cannot be taken is said, the old value stays. */
  enter(cell: ActiveCell, text: string): void;
  clear(cell: ActiveCell): void;
  hold(cell: ActiveCell, kind: 'freeze' | 'total'): void;
  /** What the editor that is just opening begins with. */
  takeSeed(): string | null;
  endRun(): void;
}

export function createGridActions(ports: GridPorts): GridActions {
  const { surface, editing, range } = ports;
  const run = createTabRun();
  let seed: string | null = null;

  /** Speaks up and returns false where the cell takes no entry. */
  const takes = (cell: ActiveCell): boolean => {
    const { readOnly, readOnlyWhy } = ports.view();
    const refusal =
      cell.field && cell.row.role !== 'unallocated'
        ? editRefusal({ field: cell.field, flags: ports.flags(cell), readOnly, why: readOnlyWhy })
        : readOnly
          ? (readOnlyWhy ?? ({ code: 'plan/readOnly' } as const))
          : ({ code: 'target/notEditable' } as const);
    if (refusal) ports.refuse(refusal);
    return refusal === null;
  };

  const apply = (cell: ActiveCell, entry: NumberEntry, text: string) => {
    const ref = ports.refOf(cell);
    if (ref && cell.field) ports.run(entryCommand(ref, { row: cell.row.id, field: cell.field, entry, text }));
  };

  /** Goes to a cell, which then is all that is selected. */
  const go = (position: GridPosition) => {
    range.select(position);
    surface.focus(position);
  };

  /** Closes the editor with its entry; false keeps it open with the reason. */
  const commit = (everywhere = false): boolean => {
    const state = editing.state();
    if (!state) return true;
    const entry = editing.settle();
    if (!entry) return false;
    surface.stopEditing(true);
    if (everywhere && range.isMany()) ports.blocks.enter(state.text);
    else if (state.text !== state.start) apply(state.cell, entry, state.text);
    return true;
  };

  /** Tab and Enter stay inside a selection of several cells. */
  const walk = (at: GridPosition, along: 'rows' | 'columns', back: boolean): boolean => {
    const rect = range.isMany() ? range.rect() : null;
    if (rect) surface.focus(walkInside(rect, at, { along, back }));
    return rect !== null;
  };

  const tab = (cell: ActiveCell, at: GridPosition, back: boolean): boolean => {
    if (walk(at, 'rows', back)) return true;
    const to = tabFrom(at, back, surface.shape());
    if (!to) {
      surface.focus(at);
      return false;
    }
    run.tab(cell.columnId, back);
    go(to);
    return true;
  };

  const enter = (cell: ActiveCell, at: GridPosition, { back, stay }: { back: boolean; stay: boolean }) => {
    if (stay) surface.focus(at);
    else if (!walk(at, 'columns', back)) {
      const start = surface.find(cell.row.id, run.enter(cell.columnId))?.position ?? at;
      go(moveFrom({ row: at.row, column: start.column }, back ? 'up' : 'down', surface.shape()));
    }
  };

  const select = (what: 'row' | 'column' | 'all', at: GridPosition) => {
    const now = range.selection() ?? { anchor: at, end: at };
    const shape = surface.shape();
    range.set(what === 'all' ? wholeSheet(shape) : what === 'row' ? wholeRows(now, shape) : wholeColumns(now, shape));
  };

  /** Editing ends, else the mark of a copy goes, else the selection. */
  const cancel = (at: GridPosition): boolean => {
    if (editing.state()) {
      surface.stopEditing(true);
      surface.focus(at);
      return true;
    }
    if (ports.unmark()) return true;
    if (!range.isMany()) return false;
    range.select(at);
    return true;
  };

  const actions: GridActions = {
    takeSeed: () => seed,
    endRun: run.end,
    edit(cell, text) {
      if (!takes(cell)) return;
      seed = text;
      surface.edit(cell);
      seed = null;
    },
    enter(cell, text) {
      if (!takes(cell)) return;
      const read = ports.read(cell, text);
      if (read.ok) apply(cell, read.value, text);
      else for (const issue of read.issues) ports.refuse(issue);
    },
    clear(cell) {
      if (!takes(cell) || ports.flags(cell) & CELL_BLANK) return;
      apply(cell, { kind: 'blank', amount: 0, relative: false }, '');
    },
    hold(chosen, kind) {
      const cell = ports.locked(chosen);
      const ref = ports.refOf(cell);
      if (ports.view().readOnly) ports.refuse(ports.view().readOnlyWhy ?? { code: 'plan/readOnly' });
      else if (!ref || !cell.field?.editable || cell.field.kind === 'goal')
        ports.refuse({ code: 'target/notEditable' });
      else ports.run(holdCommand(ref, kind, ports.flags(cell)));
    },
    perform(action) {
      const cell = surface.active();
      if (!cell) return false;
      const at = editing.state()?.cell.position ?? cell.position;
      switch (action.do) {
        case 'move':
          if (!commit()) return true;
          run.end();
          go(moveFrom(at, action.move, surface.shape()));
          return true;
        case 'extend':
          range.extend(action.move);
          return true;
        case 'select':
          select(action.what, at);
          return true;
        case 'tab':
          return commit() ? tab(cell, at, action.back) : true;
        case 'enter':
          if (commit(action.stay)) enter(cell, at, action);
          return true;
        case 'edit':
          actions.edit(cell, action.text);
          return true;
        case 'cancel':
          return cancel(at);
        case 'clear':
          if (range.isMany()) ports.blocks.clear();
          else actions.clear(cell);
          return true;
        case 'fill':
          return ports.blocks.fillAlong(action.along);
        case 'toggle':
          if (cell.row.parent && cell.row.open !== action.open) ports.toggle(cell, action.open);
          return true;
        case 'freeze':
          actions.hold(cell, 'freeze');
          return true;
        case 'holdTotal':
          actions.hold(cell, 'total');
          return true;
        case 'menu':
        case 'explain':
          ports[action.do](cell);
          return true;
        case 'note':
          ports.note?.(cell);
          return ports.note !== undefined;
        case 'find':
          ports.find?.();
          return ports.find !== undefined;
        case 'grain':
          ports.grain?.(action.grain);
          return ports.grain !== undefined;
        default:
          ports[action.do]();
          return true;
      }
    },
  };
  return actions;
}
