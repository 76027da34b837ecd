import type { SheetField } from '~/domain/sheet';

/** Built-in looks of a sheet. One at a time: two scales in one picture say nothing. */
export const LOOK_RULES = ['none', 'variance', 'bars', 'attainment'] as const;
export type LookRule = (typeof LOOK_RULES)[number];

/** What a rule draws in a cell. `strength` and `part` are shares; a part above 1 has passed the mark. */
export type CellMark =
  | { kind: 'tint'; side: 'above' | 'below'; strength: number }
  | { kind: 'bar'; part: number }
  | { kind: 'attainment'; part: number; reached: boolean };

/** A ratio this far from zero has the full colour; beyond it stays full. */
const FULL_RATIO = 0.5;

/** Differences below a percent are noise: the eye is not called for them. */
const QUIET = 0.01;

/** The attainment bar ends here, so that what has passed the mark still shows by how much. */
export const ATTAINMENT_END = 1.5;

/** Columns that say how far something is from something else. */
export const isVariance = ({ kind }: SheetField): boolean =>
  kind === 'growth' ||
  kind === 'difference' ||
  kind === 'differenceShare' ||
  kind === 'gap' ||
  kind === 'overAssignment';

/** Columns of amounts that can be compared down the page. */
export const isAmount = ({ kind, isRatio }: SheetField): boolean =>
  !isRatio &&
  (kind === 'month' ||
    kind === 'quarter' ||
    kind === 'half' ||
    kind === 'year' ||
    kind === 'total' ||
    kind === 'member');

/**
 * The colour of a difference: its side of zero and how far. `whole` is what an amount is measured against (the largest
 * difference in sight); ratios measure themselves. Null where it is too small to call for the eye.
 */
export function varianceMark(value: number, isRatio: boolean, whole: number): CellMark | null {
  const share = isRatio ? Math.abs(value) / FULL_RATIO : whole > 0 ? Math.abs(value) / whole : 0;
  if (share * (isRatio ? FULL_RATIO : 1) < QUIET) return null;
  return { kind: 'tint', side: value > 0 ? 'above' : 'below', strength: Math.min(1, share) };
}

/** A bar of an amount against the largest of its level in the same column; a negative one has none. */
export function barMark(value: number, largest: number): CellMark | null {
  return value > 0 && largest > 0 ? { kind: 'bar', part: Math.min(1, value / largest) } : null;
}

/** How much of the base is reached; null without a base that can be reached. */
export function attainmentMark(value: number, base: number | null): CellMark | null {
  if (base === null || base <= 0) return null;
  const part = Math.max(0, value / base);
  return { kind: 'attainment', part: Math.min(ATTAINMENT_END, part), reached: part >= 1 };
}

const BASES = ['compare', 'goal', 'proposal', 'lastYear'] as const;

/** What the attainment bar measures the target against: what somebody chose to see beside it, nearest first. */
export const attainmentBase = (fields: readonly SheetField[], shown: (field: SheetField) => boolean): number => {
  for (const kind of BASES) {
    const at = fields.findIndex((field) => field.kind === kind && shown(field));
    if (at >= 0) return at;
  }
  return -1;
};
