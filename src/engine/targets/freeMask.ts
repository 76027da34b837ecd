import { type ColumnData, isRange, type Selection } from '../cube';
import { FIXED } from '../numeric';

/** Which leaves must stay: the held bit of the column's own states until a period gets marks of its own. */
export interface FreeMask {
  /** Per period, by position. */
  fixed: Uint8Array[];
  /** Periods whose array is a copy and may be written. */
  own: boolean[];
}

export const createMask = (column: ColumnData): FreeMask => ({
  fixed: [...column.state],
  own: column.state.map(() => false),
});

/** A mask that can be marked further without touching this one. */
export const forkMask = (mask: FreeMask): FreeMask => ({ fixed: [...mask.fixed], own: mask.own.map(() => false) });

/** Marks leaves as staying. */
export function fixLeaves(mask: FreeMask, { rows, periods }: Selection): void {
  for (const period of periods) {
    if (!mask.own[period]) {
      mask.fixed[period] = mask.fixed[period].slice();
      mask.own[period] = true;
    }
    const fixed = mask.fixed[period];
    if (isRange(rows)) for (let i = rows.first; i < rows.end; i++) fixed[i] |= FIXED;
    else for (let j = 0; j < rows.length; j++) fixed[rows[j]] |= FIXED;
  }
}
