import { themeQuartz } from 'ag-grid-community';

/** Rows of the grid in pixels, as in tokens.css: the grid needs them as numbers to know what is on screen. */
export const ROW_HEIGHT = 28;
export const PINNED_ROW_HEIGHT = 30;
export const GROUP_HEAD_HEIGHT = 28;
export const HEAD_HEIGHT = 32;

/** Every colour is a token by reference, so that light and dark follow the page without a word to the grid. */
export const gridTheme = themeQuartz.withParams({
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--ink)',
  accentColor: 'var(--accent)',
  borderColor: 'var(--line)',
  chromeBackgroundColor: 'var(--head)',
  headerBackgroundColor: 'var(--head)',
  headerTextColor: 'var(--ink2)',
  headerFontSize: 12,
  headerFontWeight: 400,
  headerCellHoverBackgroundColor: 'transparent',
  headerColumnBorder: false,
  headerColumnResizeHandleColor: 'transparent',
  headerRowBorder: { color: 'var(--line2)', width: 1, style: 'solid' },
  fontFamily: 'inherit',
  fontSize: 13,
  rowHeight: ROW_HEIGHT,
  headerHeight: HEAD_HEIGHT,
  cellHorizontalPadding: 8,
  columnBorder: false,
  rowBorder: { color: 'var(--line)', width: 1, style: 'solid' },
  pinnedColumnBorder: { color: 'var(--line2)', width: 1, style: 'solid' },
  pinnedRowBorder: { color: 'var(--line2)', width: 1, style: 'solid' },
  rowHoverColor: 'transparent',
  oddRowBackgroundColor: 'transparent',
  selectedRowBackgroundColor: 'var(--wash)',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 0,
  iconSize: 12,
  rangeSelectionBorderColor: 'transparent',
  cellEditingBorder: { color: 'transparent' },
  cellEditingShadow: 'none',
  focusShadow: 'none',
});
