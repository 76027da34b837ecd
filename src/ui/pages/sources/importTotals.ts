import type { Day } from '~/domain/period';
import type { SourceView } from '~/domain/view';

export interface ImportTotals {
  imports: number;
  kept: number;
  reported: number;
  amount: number;
  from: Day | null;
  to: Day | null;
}

/** All imports together: rows, amount, first and last day they cover. */
export function importTotals(imports: SourceView['imports']): ImportTotals {
  const totals: ImportTotals = { imports: imports.length, kept: 0, reported: 0, amount: 0, from: null, to: null };
  for (const { kept, reported, amount, from, to } of imports) {
    totals.kept += kept;
    totals.reported += reported;
    totals.amount += amount;
    totals.from = totals.from === null ? from : Math.min(totals.from, from);
    totals.to = totals.to === null ? to : Math.max(totals.to, to);
  }
  return totals;
}

/** Newest import first; of the same moment, the one that was listed last. */
export const newestFirst = <T extends { importedAt: string }>(imports: readonly T[]): T[] =>
  [...imports].reverse().sort((a, b) => b.importedAt.localeCompare(a.importedAt));

/** The day on the wall calendar of this device. */
export const localDay = (at: Date): Day =>
  Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000);
