import type { Measure, Plan } from '~/domain/plan';

/** What a measure of one's own counts in: money of the plan, a share in percent (ratios only), or a unit by name. */
export type MeasureUnit = 'money' | 'percent' | 'named';

/** What stands in the form of a new measure. */
export interface MeasureDraft {
  title: string;
  kind: Measure['kind'];
  unit: MeasureUnit;
  /** Name of the unit, where it has one of its own; may be blank. */
  unitName: string;
  decimals: number | null;
  numerator: string;
  denominator: string;
}

/** The units a kind can count in, the usual one first. */
export const unitsOf = (kind: Measure['kind']): readonly MeasureUnit[] =>
  kind === 'ratio' ? ['percent', 'named'] : kind === 'distinct' ? ['named'] : ['named', 'money'];

/** The measure a form means; null while something is missing. Its id is none of the taken ones: names are for people. */
export function draftMeasure(
  draft: MeasureDraft,
  { plan, taken }: { plan: Pick<Plan, 'currency' | 'minorUnit'>; taken: readonly string[] },
): Measure | null {
  if (draft.title.trim() === '') return null;
  const id = freeId(taken);
  const { kind, numerator, denominator } = draft;
  const unit = unitsOf(kind).includes(draft.unit) ? draft.unit : unitsOf(kind)[0];
  const named = { scale: draft.decimals ?? 0, unit: draft.unitName.trim() };
  if (kind !== 'ratio') {
    return { id, kind, ...(unit === 'money' ? { scale: plan.minorUnit, unit: plan.currency } : named) };
  }
  if (denominator === '') return null;
  return { id, kind, numerator, denominator, ...(unit === 'named' ? named : {}) };
}

/** A name of its own for what people name in any script. */
export function freeId(taken: readonly string[]): string {
  let no = 1;
  while (taken.includes(`own-${no}`)) no += 1;
  return `own-${no}`;
}
