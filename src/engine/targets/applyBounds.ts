import { type ColumnData, type LineTable, overlap, type Selection, selectionSize } from '../cube';
import type { Bounds, HeldTotal } from './bounds';
import { createMask, type FreeMask, fixLeaves } from './freeMask';

export interface AppliedBounds {
  mask: FreeMask;
  /** Held totals that the edit moves: they contain or cross it. */
  moving: HeldTotal[];
  holdsIn: (selection: Selection) => string;
  /** All periods of a selection are closed. */
  isClosed: (selection: Selection) => boolean;
}

/** Which leaves may not move for an edit: closed periods, freezes, and what lies under a held total inside the edit. */
export function applyBounds(
  { lines, column }: { lines: LineTable; column: ColumnData },
  { frozen = [], heldTotals = [], closedPeriods = [] }: Bounds,
  edited: Selection[],
): AppliedBounds {
  const mask = createMask(column);
  if (closedPeriods.length > 0) fixLeaves(mask, { rows: { first: 0, end: lines.count }, periods: closedPeriods });
  for (const selection of frozen) fixLeaves(mask, selection);
  const inside: HeldTotal[] = [];
  const moving: HeldTotal[] = [];
  for (const hold of heldTotals) {
    const shared = edited.map((selection) => overlap(selection, hold.selection));
    if (shared.includes(selectionSize(hold.selection))) inside.push(hold);
    else if (shared.some((count) => count > 0)) moving.push(hold);
  }
  for (const { selection } of inside) fixLeaves(mask, selection);

  const holdsIn = (selection: Selection): string =>
    [
      ...frozen.filter((hold) => hold.id !== undefined && overlap(hold, selection) > 0),
      ...inside.filter((hold) => overlap(hold.selection, selection) > 0),
    ]
      .map((hold) => hold.id)
      .join(', ');
  const isClosed = ({ periods }: Selection): boolean => periods.every((period) => closedPeriods.includes(period));
  return { mask, moving, holdsIn, isClosed };
}
