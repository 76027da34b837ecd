import type { At, CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { NumberEntry } from '~/domain/number';
import { atOfRow, rowAbove, type SheetField } from '~/domain/sheet';
import { isFrozen, isTotalHeld } from './cellState';

/** What an entry into a cell asks for: targets are spread below, goals stand beside. */
export function entryCommand(
  cell: CellRef,
  { row, field, entry, text }: { row: string; field: SheetField; entry: NumberEntry; text: string },
): Command {
  const blank = entry.kind === 'blank';
  if (field.kind === 'goal') {
    return blank ? { name: 'goals/clear', cell } : { name: 'goals/set', cell, amount: entry.amount };
  }
  return blank
    ? { name: 'targets/clearCell', cell }
    : { name: 'targets/setCell', cell, amount: entry.amount, ...shareOf(row, field), typed: text };
}

/** What a typed share is a share of: the row above, at the same member across. */
export const shareOf = (row: string, field: SheetField): { of?: At } =>
  field.ofParent ? { of: { ...atOfRow(rowAbove(row)), ...field.at } } : {};

/** Locks a cell, or releases it where it is locked in this way or as a whole. */
export function holdCommand(cell: CellRef, kind: 'freeze' | 'total', flags: number): Command {
  const held = isTotalHeld(flags) || isFrozen(flags);
  return held ? { name: 'holds/release', cell } : { name: 'holds/add', cell, kind };
}
