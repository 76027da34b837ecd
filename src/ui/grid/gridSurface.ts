import { createGrid, type GridApi, type GridOptions, type RowPinnedType } from 'ag-grid-community';
import type { SheetField } from '~/domain/sheet';
import type { ActiveCell } from './activeCell';
import { columnDefs, quarterGroupId } from './columnDefs';
import { groupIds } from './columnTree';
import { type GridContext, HOLD_COLUMN, NAME_COLUMN } from './gridContext';
import { registerGridModules } from './gridModules';
import { GROUP_HEAD_HEIGHT, gridTheme, HEAD_HEIGHT, PINNED_ROW_HEIGHT, ROW_HEIGHT } from './gridTheme';
import type { GridPosition, GridShape } from './moves';
import type { RowStub } from './rowStub';
import { markRow, markTree } from './treeAria';

export interface SurfacePorts {
  context: GridContext;
  /** First and number of body rows on screen. */
  onWindow(first: number, count: number): void;
  onActive(cell: ActiveCell): void;
  /** The editor was left by the mouse: what it held. */
  onLeft(cell: ActiveCell, text: string): void;
  onQuarter(id: string, open: boolean): void;
  onWidth(columnId: string, width: number): void;
  /** Rows or columns came, went or changed places. */
  onStructure(): void;
}

/** The grid package behind plain words: rows and columns by index, cells by stub and field. */
export interface GridSurface {
  setRows(body: RowStub[], pinned: RowStub[]): void;
  setColumns(fields: readonly SheetField[], openQuarters: readonly string[]): void;
  /** Draws the numbers anew; only of these rows where some are named. */
  refresh(rows?: ReadonlySet<string>): void;
  /** Own texts of the package in the language of the page, and the name of the whole grid. */
  setLocale(words: Record<string, string>, label: string): void;
  shape(): GridShape;
  active(): ActiveCell | null;
  cellAt(position: GridPosition): ActiveCell | null;
  find(rowId: string, columnId: string): ActiveCell | null;
  rowAt(row: number): RowStub | undefined;
  /** Rows that scroll; the pinned ones follow them. */
  bodyRows(): number;
  columnIds(): string[];
  /** Place of a cell by what the package wrote on its row and on itself; −1 where it is no column of numbers or names. */
  placeOf(rowIndex: string, columnId: string): GridPosition;
  focus(position: GridPosition): void;
  /** While cells lie hidden below, the pinned rows are an edge and not the end of the sheet. */
  kept(position: GridPosition): GridPosition;
  firstInSight(): number;
  /** Scrolls a cell into sight without going there. */
  reveal(position: GridPosition, along: { row: boolean; column: boolean }): void;
  /** What scrolls, and the part of the screen in which body cells are seen. */
  viewport(): { scroller: Element; body: DOMRect } | null;
  elementOf(cell: ActiveCell): HTMLElement | null;
  edit(cell: ActiveCell): void;
  stopEditing(cancel: boolean): void;
  dispose(): void;
}

const PINNED: RowPinnedType = 'bottom';

/** Only what a person did counts; the package also reports its own fitting. */
const WIDTH_SOURCES: ReadonlySet<string> = new Set(['uiColumnResized', 'autosizeColumns', 'uiColumnDragged']);

export function createGridSurface(host: HTMLElement, ports: SurfacePorts): GridSurface {
  registerGridModules();
  const { context } = ports;
  let body: RowStub[] = [];
  let pinned: RowStub[] = [];
  let fields: readonly SheetField[] = [];
  let treeLabel: string | null = null;
  let texts: Record<string, string> = {};

  const columns = (): string[] =>
    api
      .getAllDisplayedColumns()
      .map((column) => column.getColId())
      .filter((id) => id !== HOLD_COLUMN);
  const rowAt = (row: number): RowStub | undefined => (row < body.length ? body[row] : pinned[row - body.length]);

  const cellAt = ({ row, column }: GridPosition): ActiveCell | null => {
    const stub = rowAt(row);
    const columnId = columns()[column];
    if (!stub || columnId === undefined) return null;
    return { position: { row, column }, row: stub, columnId, field: context.field(columnId) };
  };

  const locate = (rowIndex: number, columnId: string, rowPinned: RowPinnedType): ActiveCell | null =>
    cellAt({ row: rowPinned ? body.length + rowIndex : rowIndex, column: Math.max(0, columns().indexOf(columnId)) });

  const active = (): ActiveCell | null => {
    const focused = api.getFocusedCell();
    return focused && locate(focused.rowIndex, focused.column.getColId(), focused.rowPinned ?? null);
  };

  const placeOf = (row: number): { rowIndex: number; rowPinned: RowPinnedType } =>
    row < body.length ? { rowIndex: row, rowPinned: null } : { rowIndex: row - body.length, rowPinned: PINNED };

  const options: GridOptions<RowStub> = {
    theme: gridTheme,
    context,
    columnDefs: [],
    rowData: [],
    pinnedBottomRowData: [],
    getRowId: ({ data }) => data.id,
    rowHeight: ROW_HEIGHT,
    headerHeight: HEAD_HEIGHT,
    groupHeaderHeight: GROUP_HEAD_HEIGHT,
    getLocaleText: ({ key, defaultValue }) => texts[key] ?? defaultValue,
    readOnlyEdit: true,
    stopEditingWhenCellsLoseFocus: true,
    suppressHeaderFocus: true,
    suppressDragLeaveHidesColumns: true,
    suppressMovableColumns: true,
    suppressScrollOnNewData: true,
    animateRows: false,
    ensureDomOrder: true,
    suppressContextMenu: true,
    // Columns come before rows: the package would tell screen readers that there are none, in English.
    suppressOverlays: ['noRows'],
    preventDefaultOnContextMenu: true,
    rowClassRules: {
      'pg-group': ({ data }) => data?.parent === true && data.level === 1,
      'pg-parent': ({ data }) => data?.parent === true,
      'pg-row-total': ({ data }) => data?.role === 'total',
      'pg-row-unallocated': ({ data }) => data?.role === 'unallocated',
    },
    processRowPostCreate: ({ eRow, node }) => {
      if (node.data) markRow(eRow, node.data);
    },
    onViewportChanged: ({ firstRow, lastRow }) => ports.onWindow(firstRow, lastRow - firstRow + 1),
    onCellFocused: ({ rowIndex, column, rowPinned }) => {
      if (rowIndex === null || !column || typeof column === 'string') return;
      const cell = locate(rowIndex, column.getColId(), rowPinned ?? null);
      if (cell) ports.onActive(cell);
    },
    onCellEditRequest: ({ rowIndex, column, rowPinned, newValue }) => {
      const cell = rowIndex === null ? null : locate(rowIndex, column.getColId(), rowPinned ?? null);
      if (cell) ports.onLeft(cell, String(newValue ?? ''));
    },
    onColumnResized: ({ finished, column, source }) => {
      if (finished && column && WIDTH_SOURCES.has(source)) ports.onWidth(column.getColId(), column.getActualWidth());
    },
    onColumnGroupOpened: ({ columnGroup }) => {
      const id = columnGroup?.getGroupId();
      if (id) ports.onQuarter(id.replace('group:', ''), columnGroup?.isExpanded() ?? false);
    },
  };
  const api: GridApi<RowStub> = createGrid(host, options);

  const lastInSight = (): number => Math.ceil(api.getVerticalPixelRange().bottom / ROW_HEIGHT) - 1;
  const isAtEnd = (): boolean => lastInSight() >= body.length - 1;

  const pinnedNodes = () => pinned.map((_, at) => api.getPinnedBottomRow(at)).filter((node) => node !== undefined);

  /** After rows or columns changed: the same cell stays active, else the target of its row, and focus stays where it was. */
  const keepActive = (before: ActiveCell | null, focused: Element | null) => {
    const find = (columnId: string) => before && surface.find(before.row.id, columnId);
    const after = before && (find(before.columnId) ?? find(columns()[1] ?? NAME_COLUMN));
    if (!before || !after) return;
    if (host.contains(focused)) surface.focus(after.position);
    else if (after.position.row !== before.position.row || after.position.column !== before.position.column) {
      surface.focus(after.position);
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    }
  };

  const surface: GridSurface = {
    setRows(nextBody, nextPinned) {
      const before = active();
      const focused = document.activeElement;
      [body, pinned] = [nextBody, nextPinned];
      // One height for all rows: asked for a height per row, the package lays out all of them at every scroll.
      api.setGridOption('pinnedBottomRowData', pinned);
      for (let row = 0; row < pinned.length; row++) api.getPinnedBottomRow(row)?.setRowHeight(PINNED_ROW_HEIGHT);
      api.setGridOption('rowData', body);
      for (const row of host.querySelectorAll<HTMLElement>('.ag-row[row-index]')) {
        const stub = body[Number(row.getAttribute('row-index'))];
        if (stub) markRow(row, stub);
      }
      keepActive(before, focused);
      ports.onStructure();
    },
    setColumns(nextFields, openQuarters) {
      const before = active();
      const focused = document.activeElement;
      fields = nextFields;
      api.setGridOption('columnDefs', columnDefs(fields, context.view(), context));
      for (const id of groupIds(fields)) api.setColumnGroupOpened(quarterGroupId({ id }), openQuarters.includes(id));
      // New columns make the package say again that it is a plain grid.
      if (treeLabel !== null) markTree(host, treeLabel);
      keepActive(before, focused);
      ports.onStructure();
    },
    refresh(rows) {
      const isNamed = ({ id }: { id?: string }) => id !== undefined && rows?.has(id) === true;
      const rowNodes = rows && [...pinnedNodes(), ...api.getRenderedNodes()].filter(isNamed);
      if (rowNodes?.length !== 0) api.refreshCells({ force: true, rowNodes });
      context.fades.settle();
    },
    setLocale(words, label) {
      texts = words;
      treeLabel = label;
      markTree(host, label);
    },
    shape() {
      const ids = columns();
      const quarterOf = (id: string) => {
        const field = context.field(id);
        if (field?.kind !== 'month' && field?.kind !== 'quarter')
          return field?.kind === 'year' ? 'year' : id === NAME_COLUMN ? id : 'beside';
        return fields.find((q) => q.kind === 'quarter' && field.periods.every((p) => q.periods.includes(p)))?.id ?? id;
      };
      const viewport = host.querySelector('.ag-grid-viewport');
      return {
        rows: body.length + pinned.length,
        levelOf: (row) => (row < body.length ? body[row].level : 0),
        isParent: (row) => rowAt(row)?.parent ?? false,
        blocks: ids.map(quarterOf),
        pageRows: Math.max(
          1,
          Math.floor(((viewport?.clientHeight ?? 0) - HEAD_HEIGHT * 2 - PINNED_ROW_HEIGHT * 2) / ROW_HEIGHT),
        ),
        pageColumns: Math.max(1, Math.floor(((viewport?.clientWidth ?? 0) - 222) / 72)),
      };
    },
    active,
    cellAt,
    find(rowId, columnId) {
      const inBody = body.findIndex((stub) => stub.id === rowId);
      const row = inBody >= 0 ? inBody : body.length + pinned.findIndex((stub) => stub.id === rowId);
      const column = columns().indexOf(columnId);
      return row < 0 || column < 0 || !rowAt(row) ? null : cellAt({ row, column });
    },
    rowAt,
    bodyRows: () => body.length,
    columnIds: columns,
    placeOf: (rowIndex, columnId) => ({
      row: rowIndex.startsWith('b-') ? body.length + Number(rowIndex.slice(2)) : Number(rowIndex),
      column: columnId === '' ? -1 : columns().indexOf(columnId),
    }),
    kept({ row, column }) {
      if (row < body.length || body.length === 0) return { row, column };
      return { row: isAtEnd() ? row : Math.max(0, lastInSight()), column };
    },
    firstInSight: () => Math.min(Math.max(0, body.length - 1), Math.ceil(api.getVerticalPixelRange().top / ROW_HEIGHT)),
    reveal({ row, column }, along) {
      const { rowIndex, rowPinned } = placeOf(row);
      if (along.row && !rowPinned && rowIndex < body.length) api.ensureIndexVisible(rowIndex);
      const columnId = columns()[column];
      if (along.column && columnId !== undefined) api.ensureColumnVisible(columnId);
    },
    viewport() {
      const scroller = host.querySelector('.ag-grid-viewport');
      if (!scroller) return null;
      const { left, top } = scroller.getBoundingClientRect();
      const names = host.querySelector('.ag-grid-pinned-left-cells')?.getBoundingClientRect().width ?? 0;
      const heads = host.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? top;
      const foot = host.querySelector('.ag-grid-pinned-bottom-rows-container')?.getBoundingClientRect().top;
      const right = left + scroller.clientWidth;
      const end = top + scroller.clientHeight;
      const bottom = isAtEnd() ? end : Math.min(end, foot ?? end);
      return { scroller, body: new DOMRect(left + names, heads, right - left - names, bottom - heads) };
    },
    focus(position) {
      const cell = cellAt(position);
      if (!cell) return;
      const { rowIndex, rowPinned } = placeOf(position.row);
      if (!rowPinned) api.ensureIndexVisible(rowIndex);
      api.ensureColumnVisible(cell.columnId);
      api.setFocusedCell(rowIndex, cell.columnId, rowPinned);
    },
    elementOf(cell) {
      const { rowIndex, rowPinned } = placeOf(cell.position.row);
      const index = rowPinned ? `b-${rowIndex}` : rowIndex;
      return host.querySelector(`.ag-row[row-index="${index}"] [col-id="${cell.columnId}"]`);
    },
    edit(cell) {
      api.startEditingCell({ ...placeOf(cell.position.row), colKey: cell.columnId });
    },
    stopEditing: (cancel) => api.stopEditing(cancel),
    dispose: () => api.destroy(),
  };
  return surface;
}
