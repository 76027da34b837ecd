import type { LeafEdit } from '~/engine/cube/index';

/** What happened to the leaves of a column, in positions of now; null = it was replaced as a whole or in large parts. */
export interface ColumnEdit {
  column: string;
  edit: LeafEdit | null;
}
