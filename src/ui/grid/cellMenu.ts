import { CELL_BLANK } from '~/domain/sheet';
import { type ActiveCell, cellRefOf } from './activeCell';
import { isFrozen, isTotalHeld } from './cellState';
import type { GridMenuItem } from './GridMenu';
import { NAME_COLUMN } from './gridContext';
import type { GridMenuOpen, GridSession, SessionPorts } from './gridSession';
import { fieldAddress } from './gridView';
import { memberOfRow } from './rowStub';

/** What a person may do with a cell; entries that could do nothing are left out. */
export function cellMenu(
  { cell: chosen, head }: GridMenuOpen,
  session: GridSession,
  ports: SessionPorts,
): GridMenuItem[] {
  const { t, format, readOnly } = ports.view();
  const onName = chosen.columnId === NAME_COLUMN;
  const cell = session.locked(chosen);
  const flags = session.flags(cell);
  const period = head && cell.field ? fieldAddress(cell.field, ports.view()) : null;
  const held = isFrozen(flags) || isTotalHeld(flags);
  const target =
    cell.field?.editable === true && cell.field.kind !== 'goal' && cell.row.role !== 'unallocated' && !readOnly;
  const goal = goalOf(cell, ports);
  const quarter = quarterOf(cell, ports);
  const items: (GridMenuItem | false)[] = [
    cell.row.role === 'unallocated' &&
      session.canFill() && { id: 'fill', label: t('plan.fillUnallocated'), run: session.fill },
    target &&
      !held && {
        id: 'freeze',
        label: period ? t('plan.lockPeriod', { period }) : t('plan.lockBelow'),
        keys: 'Alt L',
        run: () => session.actions.hold(cell, 'freeze'),
      },
    target &&
      !held && {
        id: 'total',
        label: period ? t('plan.lockPeriodTotal', { period }) : t('plan.lockTotal'),
        keys: 'Alt Shift L',
        run: () => session.actions.hold(cell, 'total'),
      },
    target &&
      held && {
        id: 'release',
        label: period ? t('plan.releasePeriod', { period }) : t('plan.release'),
        keys: 'Alt L',
        run: () => session.actions.hold(cell, 'freeze'),
      },
    target &&
      !onName &&
      !head &&
      !(flags & CELL_BLANK) && {
        id: 'clear',
        label: t('plan.clear'),
        keys: 'Del',
        divided: true,
        run: () => session.actions.clear(cell),
      },
    target && goal.canSet && { id: 'setGoal', label: t('plan.setGoal'), divided: true, run: goal.set },
    target && goal.canClear && { id: 'clearGoal', label: t('plan.clearGoal'), run: goal.clear },
    memberOfRow(cell.row) !== null &&
      !head &&
      !readOnly && {
        id: 'rename',
        label: t('plan.renameMember', { name: cell.row.label }),
        divided: true,
        run: () => ports.onRename(cell.row),
      },
    !head && {
      id: 'copy',
      label: t('plan.copy'),
      keys: 'Ctrl C',
      divided: true,
      run: () => copyByCommand(session, chosen),
    },
    !head && !onName && { id: 'explain', label: t('plan.explain'), keys: 'Ctrl E', run: () => ports.onExplain(cell) },
    quarter !== null && {
      id: 'quarter',
      label: t(quarter.open ? 'plan.closeQuarter' : 'plan.openQuarter', { quarter: format.quarter(quarter.id) }),
      divided: true,
      run: () => ports.onQuarter(quarter.id, !quarter.open),
    },
  ];
  return items.filter((item): item is GridMenuItem => item !== false);
}

function goalOf(cell: ActiveCell, ports: SessionPorts) {
  const ref = cellRefOf(cell, ports.column);
  const fields = ports.source.rows()?.fields ?? [];
  const read = (kind: string) => {
    const at = fields.findIndex((field) => field.kind === kind);
    const found = ports.source.cells.read(cell.row.id, at);
    return found && !(found.flags & CELL_BLANK) ? found.value : null;
  };
  const value = cell.field?.kind === 'year' ? read('year') : null;
  return {
    canSet: ref !== null && value !== null && value !== read('goal'),
    canClear: ref !== null && cell.field?.kind === 'year' && read('goal') !== null,
    set: async () => {
      if (!ref || value === null) return;
      await ports.run({ name: 'goals/set', cell: ref, amount: value });
      ports.onGoal(cell.row);
    },
    clear: () => ref && void ports.run({ name: 'goals/clear', cell: ref }),
  };
}

function quarterOf({ field }: ActiveCell, ports: SessionPorts): { id: string; open: boolean } | null {
  if (field?.kind !== 'quarter' && field?.kind !== 'month') return null;
  const quarters = ports.source.rows()?.fields.filter((f) => f.kind === 'quarter') ?? [];
  const quarter = quarters.find((q) => field.periods.every((period) => q.periods.includes(period)));
  return quarter ? { id: quarter.id, open: ports.isOpen(quarter.id) } : null;
}

/** The browser's own copy, so that the cell's copy handler runs with a clipboard to write to. */
function copyByCommand(session: GridSession, cell: ActiveCell): void {
  session.surface.focus(cell.position);
  document.execCommand('copy');
}
