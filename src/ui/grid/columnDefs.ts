import type { ColDef, ColGroupDef } from 'ag-grid-community';
import { UNASSIGNED } from '~/domain/dimension';
import type { SheetField } from '~/domain/sheet';
import type { CellDress } from './cellDress';
import { entryUnit } from './cellEntry';
import { CELL_STATES, editRefusal, isFrozen, isTotalHeld, showsLock } from './cellState';
import { type ColumnNode, columnTree, leadField } from './columnTree';
import { type GridContext, HOLD_COLUMN, NAME_COLUMN } from './gridContext';
import { fieldName, type GridView, groupName } from './gridView';
import { NameCell } from './nameCell';
import { NumberCell } from './numberCell';
import type { RowStub } from './rowStub';
import { TargetEditor } from './targetEditor';
import { TrendCell } from './trendCell';

type Column = ColDef<RowStub>;
type Group = ColGroupDef<RowStub>;

const WIDTHS: Record<SheetField['kind'], number> = {
  month: 68,
  quarter: 80,
  half: 84,
  year: 100,
  total: 100,
  member: 84,
  lastYear: 80,
  growth: 72,
  goal: 80,
  unallocated: 92,
  overAssignment: 80,
  compare: 84,
  difference: 84,
  differenceShare: 72,
  proposal: 84,
  gap: 84,
  measure: 84,
  trend: 104,
};

const NAME_WIDTH = 196;

export const quarterGroupId = (field: Pick<SheetField, 'id'>): string => `group:${field.id}`;

interface Place {
  view: GridView;
  context: GridContext;
}

/** Where a column stands in its block, and whether its head says itself that it is closed. */
interface Block {
  blockEnd?: boolean;
  box?: boolean;
  pinned?: boolean;
}

/** Columns of the sheet: gutter, name and total stay at the left, then what is beside them, then the parts of the total. */
export function columnDefs(fields: readonly SheetField[], view: GridView, context: GridContext): (Column | Group)[] {
  const { lead, beside, nodes, trend } = columnTree(fields, { shown: view.shown, order: view.look.order });
  const place = { view, context };
  const pinned = view.look.freezeTotal;
  const head = unitHead(fields, view);
  return [
    {
      // Another head is another group.
      groupId: `rows ${head}`,
      headerName: head,
      headerClass: 'pg-head-unit',
      children: [holdColumn(fields, place), nameColumn(view)],
    },
    ...lead.map((field) => numberColumn(field, { ...place, pinned, blockEnd: beside.length === 0 })),
    ...beside.map((field, i) => numberColumn(field, { ...place, blockEnd: i === beside.length - 1 })),
    ...partColumns(nodes, place),
    ...(trend ? [trendColumn(trend, place)] : []),
  ];
}

/** What the numbers are counted in; nothing for shares, and for a measure without a unit. */
function unitHead(fields: readonly SheetField[], view: GridView): string {
  const first = fields.find(({ kind }) => kind === 'month' || kind === 'member');
  const unit = first ? entryUnit(first, view) : view.unitName;
  return unit === '' ? '' : view.t('plan.unitHead', { unit });
}

/** Members across share one head that names their dimension; periods have heads of their own. */
function partColumns(nodes: readonly ColumnNode[], place: Place): (Column | Group)[] {
  const columns = nodes.map((node) => partColumn(node, place));
  const members = nodes.filter(({ field }) => field.kind === 'member');
  if (members.length === 0 || members.some(({ parts }) => parts.length > 0)) return columns;
  const [dimension] = Object.keys(members[0].field.at ?? {});
  const headerName = dimension === undefined ? '' : place.view.nameOf(dimension);
  return [{ groupId: 'across', headerName, headerClass: 'pg-head-across', children: columns }];
}

function partColumn({ field, parts }: ColumnNode, place: Place): Column | Group {
  // A quarter keeps its head where it shows no months, so that its name does not move when the detail changes.
  if (parts.length === 0 && field.kind !== 'quarter' && field.kind !== 'half') {
    return numberColumn(field, { ...place, box: true });
  }
  const closed = isClosed(field, place.view);
  return {
    groupId: quarterGroupId(field),
    headerName: groupName(field, place.view),
    headerClass: [
      'pg-head-quarter',
      ...(parts.length > 0 ? ['pg-head-opens'] : []),
      ...(closed ? ['pg-head-closed', 'pg-head-box'] : []),
    ],
    marryChildren: true,
    children: [
      ...parts.map((part) => ({
        ...withBox(partColumn(part, place), part, { closed, place }),
        columnGroupShow: 'open' as const,
      })),
      numberColumn(field, place),
    ],
  };
}

/** Under a head that says *closed* for all of it, the single months need not say so again. */
function withBox(
  column: Column | Group,
  { field, parts }: ColumnNode,
  { closed, place }: { closed: boolean; place: Place },
): Column | Group {
  return closed && parts.length === 0 && field.kind === 'month' ? numberColumn(field, place) : column;
}

const isClosed = (field: SheetField, { closedPeriods }: GridView): boolean =>
  field.periods.length > 0 && field.periods.every((period) => closedPeriods.includes(period));

const FIXED: Column = { sortable: false, resizable: false, suppressMovable: true, lockPosition: true };

/** The gutter repeats in one narrow column which rows hold their year. */
function holdColumn(fields: readonly SheetField[], { context }: Place): Column {
  const lead = leadField(fields);
  const flagsOf = (row: RowStub | undefined): number => (row && lead ? (context.number(row, lead.id)?.flags ?? 0) : 0);
  return {
    ...FIXED,
    colId: HOLD_COLUMN,
    headerName: '',
    pinned: 'left',
    suppressSpanHeaderHeight: true,
    width: 26,
    cellClass: 'pg-gutter',
    cellClassRules: {
      'pg-gutter-lock': ({ data }) => isFrozen(flagsOf(data)),
      'pg-gutter-sum': ({ data }) => isTotalHeld(flagsOf(data)) && !isFrozen(flagsOf(data)),
      'pg-gutter-warn': ({ data }) => data?.role === 'unallocated',
    },
    suppressNavigable: true,
    cellRenderer: NumberCell,
  };
}

const nameColumn = (view: GridView): Column => ({
  ...FIXED,
  colId: NAME_COLUMN,
  headerName: view.rowsTitle,
  headerClass: 'pg-head-name',
  suppressSpanHeaderHeight: true,
  pinned: 'left',
  width: view.look.widths[NAME_COLUMN] ?? NAME_WIDTH,
  resizable: true,
  valueGetter: ({ data }) => data?.label ?? '',
  cellClass: 'pg-name-cell',
  cellClassRules: { 'pg-name-unassigned': ({ data }) => data?.id.endsWith(`:${UNASSIGNED}`) === true },
  cellRenderer: NameCell,
});

function numberColumn(field: SheetField, { view, context, blockEnd, box, pinned }: Place & Block): Column {
  // One class each: a changed list in one string would take the classes away that stay.
  const closed = isClosed(field, view) ? ['pg-head-closed', ...(box ? ['pg-head-box'] : [])] : [];
  const end = blockEnd ? ['pg-block-end'] : [];
  const lead = field.kind === 'total' || field.kind === 'year';
  return {
    ...FIXED,
    colId: field.id,
    headerName: fieldName(field, view),
    headerClass: ['pg-head', `pg-head-${field.kind}`, ...(lead ? ['pg-head-lead'] : []), ...closed, ...end],
    suppressSpanHeaderHeight: true,
    pinned: pinned ? 'left' : null,
    width: view.look.widths[field.id] ?? startWidth(field),
    resizable: true,
    valueGetter: ({ data }) => (data ? (context.number(data, field.id)?.value ?? null) : null),
    cellRenderer: NumberCell,
    cellRendererParams: {
      dress: dressOf(field, context, ['pg-cell', `pg-${field.kind}`, ...(lead ? ['pg-lead'] : []), ...end]),
    },
    cellEditor: TargetEditor,
    editable: ({ data }) =>
      data !== undefined &&
      data.role !== 'unallocated' &&
      editRefusal({ field, flags: flagsIn(data, field, context), readOnly: view.readOnly }) === null,
  };
}

/** As wide as its kind asks, and for a name of its own as wide as that, within reason. */
function startWidth({ kind, label = '' }: SheetField): number {
  const name = [...label].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 13 : 7), HEAD_PADDING);
  return Math.max(WIDTHS[kind], Math.min(name, NAMED_WIDTH));
}

const HEAD_PADDING = 20;
const NAMED_WIDTH = 168;

const STATES = Object.values(CELL_STATES);
/** After the states: the padlock, and up and down, told by a glyph beside the sign; ink stays neutral, as red means a rise to some readers. */
const LOOKS = [...Object.keys(CELL_STATES), 'pg-locked', 'pg-rise', 'pg-fall'];
const LOCKED = 1 << STATES.length;

function dressOf(field: SheetField, context: GridContext, fixed: readonly string[]): CellDress {
  const hasSign = field.kind === 'difference' || field.kind === 'gap';
  return {
    fixed,
    looks: LOOKS,
    looksOf(row) {
      const flags = flagsIn(row, field, context);
      let looks = showsLock(flags, field.kind) ? LOCKED : 0;
      for (let state = 0; state < STATES.length; state++) if (STATES[state](flags)) looks |= 1 << state;
      const sign = hasSign ? context.signOf(row, field.id) : 0;
      return sign === 0 ? looks : looks | (sign > 0 ? LOCKED << 1 : LOCKED << 2);
    },
  };
}

const flagsIn = (row: RowStub, field: SheetField, context: GridContext): number =>
  context.number(row, field.id)?.flags ?? 0;

const trendColumn = (field: SheetField, { view }: Place): Column => ({
  ...FIXED,
  colId: field.id,
  headerName: fieldName(field, view),
  headerClass: ['pg-head', 'pg-head-trend'],
  suppressSpanHeaderHeight: true,
  width: view.look.widths[field.id] ?? WIDTHS.trend,
  resizable: true,
  valueGetter: () => null,
  cellClass: ['pg-cell', 'pg-trend'],
  cellRenderer: TrendCell,
  editable: false,
});
