import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { type NumberContext, readNumber } from '~/domain/number';
import { fail, ok, type Result } from '~/domain/result';

/** What stands in the form: texts as they are typed. */
export interface LimitDraft {
  min: string;
  max: string;
}

/**
 * The command that bounds a cell as the form says; blank = no bound on that side, and both blank takes a limit away. Every
 * text that is not understood is told, and so is a minimum above the maximum. +10 % means 10 % above what the cell holds.
 */
export function limitCommand(
  draft: LimitDraft,
  {
    cell,
    current,
    reading,
  }: { cell: CellRef; current: number | null; reading: Omit<NumberContext, 'current' | 'kind'> },
): Result<Command> {
  const [min, max] = [draft.min, draft.max].map((text) => readNumber(text, { ...reading, current, kind: 'money' }));
  if (!min.ok) return min;
  if (!max.ok) return max;
  const bound = (entry: typeof min.value) => (entry.kind === 'blank' ? null : entry.amount);
  const [low, high] = [bound(min.value), bound(max.value)];
  if (low !== null && high !== null && low > high) {
    return fail({ code: 'limit/crossed', params: { min: low, max: high } });
  }
  return ok({ name: 'limits/set', cell, min: low, max: high });
}

/** Whether an amount keeps to its bounds; blank keeps to any. */
export const isInside = (amount: number | null, { min, max }: { min: number | null; max: number | null }): boolean =>
  amount === null || ((min === null || amount >= min) && (max === null || amount <= max));
