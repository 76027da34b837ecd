import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import type { NumberEntry } from '~/domain/number';
import type { Column } from '~/domain/plan';
import { CELL_BLANK } from '~/domain/sheet';
import { type ActiveCell, cellRefOf } from './activeCell';
import { pastedText } from './cellClipboard';
import { entryCommand, holdCommand } from './cellCommand';
import { editRefusal } from './cellState';
import type { Editing } from './editing';
import type { GridSurface } from './gridSurface';
import type { GridAction } from './keymap';
import { moveFrom, tabFrom } from './moves';
import { createTabRun } from './tabRun';

/** What the grid may ask of the page. */
export interface GridPorts {
  column: Column;
  readOnly(): boolean;
  flags(cell: ActiveCell): number;
  /** The cell a lock on this one means. */
  locked(cell: ActiveCell): ActiveCell;
  read(cell: ActiveCell, text: string): { ok: true; value: NumberEntry } | { ok: false; issues: Issue[] };
  run(command: Command): void;
  refuse(issue: Issue): void;
  refuseBlock(): void;
  undo(): void;
  redo(): void;
  explain(cell: ActiveCell): void;
  menu(cell: ActiveCell): void;
  toggle(cell: ActiveCell, open: boolean): void;
}

export interface GridActions {
  /** True when the action was carried out and the key is used up. */
  perform(action: GridAction): boolean;
  /** Opens the editor, or says why not. */
  edit(cell: ActiveCell, text: string | null): void;
  /** Takes a text for a cell as if typed; a text that cannot be taken is said, the old value stays. */
  enter(cell: ActiveCell, text: string): void;
  paste(cell: ActiveCell, plain: string): void;
  clear(cell: ActiveCell): void;
  hold(cell: ActiveCell, kind: 'freeze' | 'total'): void;
  /** What the editor that is just opening begins with. */
  takeSeed(): string | null;
  endRun(): void;
}

export function createGridActions(surface: GridSurface, editing: Editing, ports: GridPorts): GridActions {
  const run = createTabRun();
  let seed: string | null = null;

  /** Speaks up and returns false where the cell takes no entry. */
  const takes = (cell: ActiveCell): boolean => {
    const refusal =
      cell.field && cell.row.role !== 'unallocated'
        ? editRefusal({ field: cell.field, flags: ports.flags(cell), readOnly: ports.readOnly() })
        : ({ code: ports.readOnly() ? 'plan/readOnly' : 'target/notEditable' } as const);
    if (refusal) ports.refuse(refusal);
    return refusal === null;
  };

  const apply = (cell: ActiveCell, entry: NumberEntry, text: string) => {
    const ref = cellRefOf(cell, ports.column);
    if (ref && cell.field) ports.run(entryCommand(ref, { field: cell.field, entry, text }));
  };

  /** Closes the editor with its entry; false keeps it open with the reason. */
  const commit = (): boolean => {
    const state = editing.state();
    if (!state) return true;
    const entry = editing.settle();
    if (!entry) return false;
    surface.stopEditing(true);
    if (state.text !== state.start) apply(state.cell, entry, state.text);
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
    paste(cell, plain) {
      const pasted = pastedText(plain);
      if (pasted.kind === 'block') ports.refuseBlock();
      else if (pasted.kind === 'nothing') actions.clear(cell);
      else actions.enter(cell, pasted.text);
    },
    clear(cell) {
      if (!takes(cell) || ports.flags(cell) & CELL_BLANK) return;
      apply(cell, { kind: 'blank', amount: 0, relative: false }, '');
    },
    hold(chosen, kind) {
      const cell = ports.locked(chosen);
      const ref = cellRefOf(cell, ports.column);
      if (ports.readOnly()) ports.refuse({ code: 'plan/readOnly' });
      else if (!ref || !cell.field?.editable || cell.field.kind === 'goal')
        ports.refuse({ code: 'target/notEditable' });
      else ports.run(holdCommand(ref, kind, ports.flags(cell)));
    },
    perform(action) {
      const cell = surface.active();
      if (!cell) return false;
      const stay = editing.state()?.cell.position ?? cell.position;
      switch (action.do) {
        case 'move':
          if (!commit()) return true;
          run.end();
          surface.focus(moveFrom(stay, action.move, surface.shape()));
          return true;
        case 'tab': {
          if (!commit()) return true;
          const to = tabFrom(stay, action.back, surface.shape());
          if (!to) {
            surface.focus(stay);
            return false;
          }
          run.tab(cell.columnId, action.back);
          surface.focus(to);
          return true;
        }
        case 'enter': {
          if (!commit()) return true;
          if (action.stay) surface.focus(stay);
          else {
            const start = surface.find(cell.row.id, run.enter(cell.columnId))?.position ?? stay;
            surface.focus(
              moveFrom({ row: stay.row, column: start.column }, action.back ? 'up' : 'down', surface.shape()),
            );
          }
          return true;
        }
        case 'edit':
          actions.edit(cell, action.text);
          return true;
        case 'cancel':
          if (!editing.state()) return false;
          surface.stopEditing(true);
          surface.focus(stay);
          return true;
        case 'clear':
          actions.clear(cell);
          return true;
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
          ports.menu(cell);
          return true;
        case 'explain':
          ports.explain(cell);
          return true;
        default:
          ports[action.do]();
          return true;
      }
    },
  };
  return actions;
}
