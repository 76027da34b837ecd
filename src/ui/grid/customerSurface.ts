import { type ColDef, createGrid, type GridApi, type GridOptions } from 'ag-grid-community';
import type { ListColumn } from '~/domain/customerList';
import { CustomerCell } from './customerCell';
import { CustomerEditor } from './customerEditor';
import {
  type CustomerGridColumn,
  type CustomerGridContext,
  type CustomerStub,
  SELECT_COLUMN,
  TOTAL_ROW,
} from './customerGridView';
import { CustomerNameCell } from './customerNameCell';
import { CustomerTickCell } from './customerTickCell';
import { CustomerTickHead } from './customerTickHead';
import { CustomerTrendCell } from './customerTrendCell';
import { registerGridModules } from './gridModules';
import { gridTheme, HEAD_HEIGHT, PINNED_ROW_HEIGHT, ROW_HEIGHT } from './gridTheme';
import type { GridPosition, GridShape } from './moves';

export interface CustomerSurfacePorts {
  context: CustomerGridContext;
  onWindow(first: number, count: number): void;
  onActive(position: GridPosition): void;
  onSort(column: ListColumn, descending: boolean): void;
  onEdit(row: number, column: ListColumn, text: string): void;
  onWidth(column: ListColumn, width: number): void;
}

/** The grid package behind plain words: rows by their place in the list, columns by their place on screen. */
export interface CustomerSurface {
  setRows(count: number): void;
  setColumns(columns: readonly CustomerGridColumn[], editable: boolean): void;
  refresh(): void;
  setLocale(words: Record<string, string>, label: string): void;
  shape(): GridShape;
  columnIds(): ListColumn[];
  active(): GridPosition | null;
  focus(position: GridPosition): void;
  reveal(position: GridPosition, along: { row: boolean; column: boolean }): void;
  edit(position: GridPosition): void;
  isEditing(): boolean;
  /** The first whole row in sight. */
  firstInSight(): number;
  viewport(): { scroller: Element; body: DOMRect } | null;
  dispose(): void;
}

const WIDTH_SOURCES: ReadonlySet<string> = new Set(['uiColumnResized', 'autosizeColumns', 'uiColumnDragged']);

export function createCustomerSurface(host: HTMLElement, ports: CustomerSurfacePorts): CustomerSurface {
  registerGridModules();
  const stubs: CustomerStub[] = [];
  let rows = 0;
  let texts: Record<string, string> = {};

  const options: GridOptions<CustomerStub> = {
    theme: gridTheme,
    context: ports.context,
    columnDefs: [],
    rowData: [],
    pinnedBottomRowData: [{ id: 'total', row: TOTAL_ROW }],
    getRowId: ({ data }) => data.id,
    rowHeight: ROW_HEIGHT,
    headerHeight: HEAD_HEIGHT,
    getLocaleText: ({ key, defaultValue }) => texts[key] ?? defaultValue,
    readOnlyEdit: true,
    stopEditingWhenCellsLoseFocus: true,
    suppressMovableColumns: true,
    suppressScrollOnNewData: true,
    suppressMultiSort: true,
    animateRows: false,
    ensureDomOrder: true,
    suppressContextMenu: true,
    suppressOverlays: ['noRows'],
    rowClassRules: { 'pg-row-total': ({ data }) => data?.row === TOTAL_ROW },
    onViewportChanged: ({ firstRow, lastRow }) => ports.onWindow(firstRow, lastRow - firstRow + 1),
    onCellFocused: ({ rowIndex, column, rowPinned }) => {
      if (rowIndex === null || !column || typeof column === 'string') return;
      const at = columnIds().indexOf(column.getColId() as ListColumn);
      if (at >= 0) ports.onActive({ row: rowPinned ? rows : rowIndex, column: at });
    },
    onSortChanged: ({ columns, source }) => {
      const column = columns?.find((one) => one.getSort()) ?? null;
      if (source !== 'uiColumnSorted' || !column) return;
      ports.onSort(column.getColId() as ListColumn, column.getSort() === 'desc');
    },
    onCellEditRequest: ({ data, column, newValue }) => {
      ports.onEdit(data.row, column.getColId() as ListColumn, String(newValue ?? ''));
    },
    onColumnResized: ({ finished, column, source }) => {
      if (!finished || !column || !WIDTH_SOURCES.has(source)) return;
      ports.onWidth(column.getColId() as ListColumn, column.getActualWidth());
    },
  };
  const api: GridApi<CustomerStub> = createGrid(host, options);

  function columnIds(): ListColumn[] {
    return api
      .getAllDisplayedColumns()
      .map((column) => column.getColId())
      .filter((id): id is ListColumn => id !== SELECT_COLUMN);
  }

  const nameGrid = (label: string) => {
    host.querySelector('.ag-grid-viewport, [role="grid"], [role="treegrid"]')?.setAttribute('aria-label', label);
  };
  let label = '';

  return {
    setRows(count) {
      for (let row = stubs.length; row < count; row += 1) stubs.push({ id: String(row), row });
      if (count === rows && count > 0) return;
      rows = count;
      api.setGridOption('rowData', stubs.slice(0, count));
      api.getPinnedBottomRow(0)?.setRowHeight(PINNED_ROW_HEIGHT);
      nameGrid(label);
    },
    setColumns(columns, editable) {
      api.setGridOption('columnDefs', [tickColumn(), ...columns.map((column) => columnDef(column, editable))]);
      nameGrid(label);
    },
    refresh() {
      api.refreshCells({ force: true });
      api.refreshHeader();
    },
    setLocale(words, name) {
      texts = words;
      label = name;
      nameGrid(name);
    },
    shape() {
      const viewport = host.querySelector('.ag-grid-viewport');
      return {
        rows: rows + 1,
        levelOf: () => 0,
        isParent: () => false,
        blocks: columnIds().map(() => 'all'),
        pageRows: Math.max(1, Math.floor(((viewport?.clientHeight ?? 0) - HEAD_HEIGHT * 2) / ROW_HEIGHT)),
        pageColumns: Math.max(1, Math.floor(((viewport?.clientWidth ?? 0) - 240) / 96)),
      };
    },
    columnIds,
    active() {
      const cell = api.getFocusedCell();
      if (!cell) return null;
      const column = columnIds().indexOf(cell.column.getColId() as ListColumn);
      return column < 0 ? null : { row: cell.rowPinned ? rows : cell.rowIndex, column };
    },
    focus({ row, column }) {
      const id = columnIds()[column];
      if (id === undefined || rows === 0) return;
      if (row >= rows) {
        api.setFocusedCell(0, id, 'bottom');
        return;
      }
      api.ensureIndexVisible(row);
      api.ensureColumnVisible(id);
      api.setFocusedCell(row, id);
    },
    reveal({ row, column }, along) {
      if (along.row && row < rows) api.ensureIndexVisible(row);
      const id = columnIds()[column];
      if (along.column && id !== undefined) api.ensureColumnVisible(id);
    },
    edit({ row, column }) {
      const id = columnIds()[column];
      if (id !== undefined && row < rows) api.startEditingCell({ rowIndex: row, colKey: id });
    },
    isEditing: () => api.getEditingCells().length > 0,
    firstInSight: () => Math.max(0, Math.ceil(api.getVerticalPixelRange().top / ROW_HEIGHT)),
    viewport() {
      const scroller = host.querySelector('.ag-grid-viewport');
      if (!scroller) return null;
      const box = scroller.getBoundingClientRect();
      const names = host.querySelector('.ag-grid-pinned-left-cells')?.getBoundingClientRect().width ?? 0;
      const heads = host.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? box.top;
      const foot = host.querySelector('.ag-grid-pinned-bottom-rows-container')?.getBoundingClientRect().top;
      const bottom = Math.min(box.top + scroller.clientHeight, foot ?? Number.POSITIVE_INFINITY);
      return {
        scroller,
        body: new DOMRect(box.left + names, heads, scroller.clientWidth - names, Math.max(0, bottom - heads)),
      };
    },
    dispose: () => api.destroy(),
  };
}

const tickColumn = (): ColDef<CustomerStub> => ({
  colId: SELECT_COLUMN,
  headerName: '',
  pinned: 'left',
  width: 34,
  resizable: false,
  sortable: false,
  suppressNavigable: true,
  headerComponent: CustomerTickHead,
  headerClass: 'cl-head-tick',
  cellClass: 'cl-tick-cell',
  cellRenderer: CustomerTickCell,
});

const RENDERERS = {
  name: CustomerNameCell,
  text: CustomerCell,
  number: CustomerCell,
  flag: CustomerCell,
  trend: CustomerTrendCell,
};

/** The list comes sorted; the package only shows by which column and asks for another. */
const columnDef = (column: CustomerGridColumn, editable: boolean): ColDef<CustomerStub> => ({
  colId: column.id,
  headerName: column.head,
  headerClass: ['pg-head-list', ...(column.look === 'number' ? ['cl-head-number'] : [])],
  pinned: column.look === 'name' ? 'left' : null,
  width: column.width,
  minWidth: 48,
  resizable: true,
  sortable: true,
  sort: column.sorted,
  comparator: () => 0,
  sortingOrder: column.startsDown ? ['desc', 'asc'] : ['asc', 'desc'],
  valueGetter: ({ data }) => data?.row ?? null,
  equals: () => false,
  cellClass: [`cl-${column.look}-cell`, ...(column.editable ? ['cl-editable'] : [])],
  cellRenderer: RENDERERS[column.look],
  cellEditor: CustomerEditor,
  editable: ({ data }) => editable && column.editable && data !== undefined && data.row >= 0,
});
