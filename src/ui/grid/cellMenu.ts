import { CELL_BLANK } from '~/domain/sheet';
import type { ActiveCell } from './activeCell';
import { blockMenu } from './blockMenu';
import { isFrozen, isTotalHeld } from './cellState';
import type { GridMenuItem } from './GridMenu';
import { NAME_COLUMN } from './gridContext';
import type { GridMenuOpen } from './gridMenuOpen';
import type { GridSession } from './gridSession';
import { fieldAddress } from './gridView';
import { memberOfRow } from './rowStub';
import type { SessionPorts } from './sessionPorts';

/** What a person may do with a cell or a selection; entries that could do nothing are left out. */
export function cellMenu(
  { cell: chosen, head }: GridMenuOpen,
  session: GridSession,
  ports: SessionPorts,
): GridMenuItem[] {
  const { t, format, readOnly } = ports.view();
  const many = session.range.isMany() && !head;
  const onName = chosen.columnId === NAME_COLUMN;
  const cell = session.locked(chosen);
  const flags = session.flags(cell);
  const period = head && cell.field ? fieldAddress(cell.field, ports.view()) : null;
  const held = isFrozen(flags) || isTotalHeld(flags);
  const target =
    cell.field?.editable === true && cell.field.kind !== 'goal' && cell.row.role !== 'unallocated' && !readOnly;
  const goal = goalOf(cell, session, ports);
  const quarter = quarterOf(cell, ports);
  const own = cell.field !== null && cell.row.role !== 'unallocated' && !many;
  const items: (GridMenuItem | false | undefined)[] = [
    cell.row.role === 'unallocated' &&
      session.canFill() && { id: 'fill', label: t('plan.fillUnallocated'), run: session.fill },
    ...(head ? [] : blockMenu(session, ports)),
    target &&
      !held && {
        id: 'freeze',
        label: period ? t('plan.lockPeriod', { period }) : t('plan.lockBelow'),
        keys: 'Alt L',
        divided: !head,
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
        divided: !head,
        run: () => session.actions.hold(cell, 'freeze'),
      },
    target && own && ports.onSpread && { id: 'spread', label: t('grid.spread'), run: () => ports.onSpread?.(cell) },
    target && own && ports.onLimit && { id: 'limit', label: t('limit.menu'), run: () => ports.onLimit?.(cell) },
    target && own && goal.canSet && { id: 'setGoal', label: t('plan.setGoal'), divided: true, run: goal.set },
    target && own && goal.canClear && { id: 'clearGoal', label: t('plan.clearGoal'), run: goal.clear },
    memberOfRow(cell.row) !== null &&
      !head &&
      !many &&
      !readOnly && {
        id: 'rename',
        label: t('plan.renameMember', { name: cell.row.label }),
        divided: true,
        run: () => ports.onRename(cell.row),
      },
    own &&
      !head &&
      !onName && {
        id: 'explain',
        label: t('plan.explain'),
        keys: 'Ctrl E',
        divided: true,
        run: () => ports.onExplain(cell),
      },
    own && !head && ports.onCheck && { id: 'check', label: t('grid.check'), run: () => ports.onCheck?.(cell) },
    own && !head && ports.onHistory && { id: 'history', label: t('grid.history'), run: () => ports.onHistory?.(cell) },
    own &&
      !head &&
      ports.onNote && { id: 'note', label: t('grid.note'), keys: 'Shift F2', run: () => ports.onNote?.(cell) },
    ...(many ? [] : closing(cell, ports)),
    quarter !== null && {
      id: 'quarter',
      label: t(quarter.open ? 'plan.closeQuarter' : 'plan.openQuarter', { quarter: format.quarter(quarter.id) }),
      divided: true,
      run: () => ports.onQuarter(quarter.id, !quarter.open),
    },
    cell.row.parent &&
      !head &&
      ports.onLevel && {
        id: 'expandAll',
        label: t('grid.expandAll'),
        divided: quarter === null,
        run: () => ports.onLevel?.(ALL_LEVELS),
      },
    !head && ports.onLevel && { id: 'collapseAll', label: t('grid.collapseAll'), run: () => ports.onLevel?.(0) },
  ];
  return items.filter((item): item is GridMenuItem => item !== false && item !== undefined);
}

const ALL_LEVELS = 99;

/** Closing the periods of a column to edits, and opening those of them that are closed. */
function closing({ field, row }: ActiveCell, ports: SessionPorts): GridMenuItem[] {
  const { t, readOnly, closedPeriods } = ports.view();
  if (!field || !PERIOD_KINDS.includes(field.kind) || row.role === 'unallocated' || readOnly) return [];
  const period = fieldAddress(field, ports.view());
  const closed = field.periods.filter((one) => closedPeriods.includes(one));
  const open = field.periods.filter((one) => !closedPeriods.includes(one));
  return [
    {
      id: 'closePeriod',
      label: t('limit.close', { period }),
      periods: open,
      run: () => void ports.run({ name: 'periods/close', periods: open }),
    },
    {
      id: 'reopenPeriod',
      label: t('limit.reopen', { period }),
      periods: closed,
      run: () => void ports.run({ name: 'periods/reopen', periods: closed }),
    },
  ]
    .filter(({ periods }) => periods.length > 0)
    .map(({ periods: _, ...item }, at) => ({ ...item, divided: at === 0 }));
}

const PERIOD_KINDS: readonly string[] = ['month', 'quarter', 'half', 'year'];

function goalOf(cell: ActiveCell, session: GridSession, ports: SessionPorts) {
  const ref = session.refOf(cell);
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
