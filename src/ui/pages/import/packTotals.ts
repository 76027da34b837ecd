import { troubledRows } from '~/domain/onPurpose';
import type { PackPreview, TablePreview } from '~/domain/packView';

export interface PackTotals {
  rowsIn: number;
  kept: number;
  reported: number;
  /** Left out because something is wrong with them, not because a person or an earlier import wanted it so. */
  troubled: number;
  new: number;
  changed: number;
  same: number;
  gone: number;
}

export const troubledOf = ({ byReason }: Pick<TablePreview, 'byReason'>): number => troubledRows(byReason);

/** All tables and kinds of a pack together; a table that is two kinds counts for each. rowsIn = kept + reported. */
export function packTotals(preview: Pick<PackPreview, 'tables'>): PackTotals {
  const totals: PackTotals = { rowsIn: 0, kept: 0, reported: 0, troubled: 0, new: 0, changed: 0, same: 0, gone: 0 };
  for (const table of preview.tables) {
    totals.rowsIn += table.rowsIn;
    totals.kept += table.kept;
    totals.reported += table.reported;
    totals.troubled += troubledOf(table);
    for (const state of ['new', 'changed', 'same', 'gone'] as const) totals[state] += table.merge[state];
  }
  return totals;
}

/** Whether taking the pack in would change anything at all. */
export const changesAnything = (totals: PackTotals): boolean => totals.new + totals.changed + totals.gone > 0;
