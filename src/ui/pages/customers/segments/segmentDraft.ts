import type { Condition, Division, Segmentation, SegmentClass } from '~/domain/segmentation';

export type DraftFault = 'nameMissing' | 'classMissing' | 'sameColumns';

/** Why a segmentation cannot be kept as it stands, or null. */
export function draftFault({ name, division }: Segmentation): DraftFault | null {
  if (name.trim() === '') return 'nameMissing';
  if (division.kind === 'matrix') {
    return JSON.stringify(division.rows) === JSON.stringify(division.columns) ? 'sameColumns' : null;
  }
  if (division.kind === 'quantiles') return null;
  const isWhole = division.classes.length > 0 && division.classes.every((one) => one.name.trim() !== '');
  return isWhole ? null : 'classMissing';
}

export const isSameSegmentation = (a: Segmentation, b: Segmentation): boolean =>
  a.id === b.id && a.name === b.name && JSON.stringify(a.division) === JSON.stringify(b.division);

/** An id that no class has, also none that was there before in this draft. */
export function freeClassId(classes: readonly SegmentClass[]): string {
  let no = classes.length + 1;
  while (classes.some(({ id }) => id === `c${no}`)) no += 1;
  return `c${no}`;
}

/** A name that none of the others has: the name, then with a number. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let no = 2;
  while (taken.includes(`${name} ${no}`)) no += 1;
  return `${name} ${no}`;
}

export type RuleDivision = Extract<Division, { kind: 'rules' }>;

export const withClass = (division: RuleDivision, at: number, changed: SegmentClass): RuleDivision => ({
  ...division,
  classes: division.classes.map((one, i) => (i === at ? changed : one)),
});

export const withoutClass = (division: RuleDivision, at: number): RuleDivision => ({
  ...division,
  classes: division.classes.filter((_, i) => i !== at),
});

/** A class moves by one place; at an end it stays. */
export function withClassMoved(division: RuleDivision, at: number, by: -1 | 1): RuleDivision {
  const to = at + by;
  if (to < 0 || to >= division.classes.length) return division;
  const classes = [...division.classes];
  const [moved] = classes.splice(at, 1);
  classes.splice(to, 0, moved);
  return { ...division, classes };
}

export const withCondition = (one: SegmentClass, at: number, changed: Condition | null): SegmentClass => ({
  ...one,
  all: changed === null ? one.all.filter((_, i) => i !== at) : one.all.map((c, i) => (i === at ? changed : c)),
});
