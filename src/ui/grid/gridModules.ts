import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  LocaleModule,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  ValidationModule,
} from 'ag-grid-community';

const PICKED = [
  ClientSideRowModelModule,
  CustomEditorModule,
  PinnedRowModule,
  CellStyleModule,
  RowStyleModule,
  RenderApiModule,
  RowApiModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  ScrollApiModule,
  LocaleModule,
];

/** The parts of the grid package that are used; the checker of options comes along in development only. */
export const registerGridModules = (): void =>
  ModuleRegistry.registerModules(import.meta.env.DEV ? [...PICKED, ValidationModule] : PICKED);
