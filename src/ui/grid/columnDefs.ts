import type { ColDef, ColGroupDef } from 'ag-grid-community';
import type { SheetField } from '~/domain/sheet';
import { CELL_STATES, editRefusal, isFrozen, isTotalHeld, showsLock } from './cellState';
import { type GridContext, HOLD_COLUMN, NAME_COLUMN } from './gridContext';
import { companionOf, fieldName, type GridView } from './gridView';
import { NameCell } from './nameCell';
import { NumberCell } from './numberCell';
import type { RowStub } from './rowStub';
import { TargetEditor } from './targetEditor';

type Column = ColDef<RowStub>;
type Group = ColGroupDef<RowStub>;

const WIDTHS: Record<SheetField['kind'], number> = {
  month: 68,
  quarter: 80,
  year: 100,
  lastYear: 80,
  growth: 72,
  goal: 80,
  unallocated: 80,
  overAssignment: 80,
  half: 84,
  total: 100,
  member: 84,
  compare: 84,
  difference: 84,
  differenceShare: 72,
  proposal: 84,
  gap: 84,
  measure: 84,
  trend: 96,
};

export const quarterGroupId = (quarter: SheetField): string => `group:${quarter.id}`;

/** Columns of the sheet: gutter and name stay at the left, then the year and its companions, then the quarters. */
export function columnDefs(fields: readonly SheetField[], view: GridView, context: GridContext): (Column | Group)[] {
  const beside = fields.filter((field) => field.kind !== 'month' && field.kind !== 'quarter' && isShown(field, view));
  const quarters = fields.filter((field) => field.kind === 'quarter');
  const months = fields.filter((field) => field.kind === 'month');
  const column = (field: SheetField, block?: Block) => numberColumn(field, { view, context, ...block });
  return [
    {
      groupId: 'rows',
      headerName: view.t('plan.unitHead', { unit: view.unitName }),
      headerClass: 'pg-head-unit',
      children: [holdColumn(fields, context), nameColumn(view)],
    },
    ...beside.map((field, i) => column(field, { blockEnd: i === beside.length - 1 })),
    ...quarters.map((quarter): Group => {
      const closed = isClosed(quarter, view);
      const inside = months.filter((month) => month.periods.every((period) => quarter.periods.includes(period)));
      return {
        groupId: quarterGroupId(quarter),
        headerName: view.format.quarter(quarter.id),
        headerClass: ['pg-head-quarter', ...(closed ? ['pg-head-closed', 'pg-head-box'] : [])],
        marryChildren: true,
        children: [
          ...inside.map(
            (month): Column => ({
              ...column(month, { box: !closed }),
              columnGroupShow: 'open',
            }),
          ),
          column(quarter),
        ],
      };
    }),
    ...(quarters.length === 0 ? months.map((month) => column(month, { box: true })) : []),
  ];
}

/** Where a column stands in its block, and whether its head says itself that it is closed. */
interface Block {
  blockEnd?: boolean;
  box?: boolean;
}

const isShown = (field: SheetField, view: GridView): boolean => {
  const companion = companionOf(field.kind);
  return companion === null || view.shown.includes(companion);
};

const isClosed = (field: SheetField, { closedPeriods }: GridView): boolean =>
  field.periods.length > 0 && field.periods.every((period) => closedPeriods.includes(period));

const FIXED: Column = { sortable: false, resizable: false, suppressMovable: true, lockPosition: true };

/** The gutter repeats in one narrow column which rows hold their year. */
function holdColumn(fields: readonly SheetField[], context: GridContext): Column {
  const year = fields.find((field) => field.kind === 'year');
  const flagsOf = (row: RowStub | undefined): number => (row && year ? (context.number(row, year.id)?.flags ?? 0) : 0);
  return {
    ...FIXED,
    colId: HOLD_COLUMN,
    headerName: '',
    pinned: 'left',
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
  pinned: 'left',
  width: 196,
  resizable: true,
  valueGetter: ({ data }) => data?.label ?? '',
  cellClass: 'pg-name-cell',
  cellRenderer: NameCell,
});

function numberColumn(field: SheetField, place: Block & { view: GridView; context: GridContext }): Column {
  const { view, context, blockEnd, box } = place;
  // One class each: a changed list in one string would take the classes away that stay.
  const closed = isClosed(field, view) ? ['pg-head-closed', ...(box ? ['pg-head-box'] : [])] : [];
  const end = blockEnd ? ['pg-block-end'] : [];
  const flagsOf = (row: RowStub | undefined): number => (row ? (context.number(row, field.id)?.flags ?? 0) : 0);
  const rules = Object.entries(CELL_STATES).map(([name, holds]) => [
    name,
    ({ data }: { data?: RowStub }) => holds(flagsOf(data)),
  ]);
  return {
    ...FIXED,
    colId: field.id,
    headerName: fieldName(field, view),
    headerClass: ['pg-head', `pg-head-${field.kind}`, ...closed, ...end],
    suppressSpanHeaderHeight: true,
    width: WIDTHS[field.kind],
    valueGetter: ({ data }) => (data ? (context.number(data, field.id)?.value ?? null) : null),
    cellClass: ['pg-cell', `pg-${field.kind}`, ...end],
    cellClassRules: {
      ...Object.fromEntries(rules),
      'pg-locked': ({ data }) => showsLock(flagsOf(data), field.kind),
    },
    cellRenderer: NumberCell,
    cellEditor: TargetEditor,
    editable: ({ data }) =>
      data?.role !== 'unallocated' && editRefusal({ field, flags: flagsOf(data), readOnly: view.readOnly }) === null,
  };
}
