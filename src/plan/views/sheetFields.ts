import type { Plan } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import type { SheetField, SheetQuery } from '~/domain/sheet';
import { measureLook } from '../measureEdit';
import { measureOf } from '../measureValue';

/** A member that stands across. */
export interface AcrossMember {
  code: number;
  label: string;
}

export interface FieldOptions {
  query: SheetQuery;
  /** Members across instead of time, with their dimension and periods; null = time. */
  across: { dimension: string; periods: string[]; members: readonly AcrossMember[] } | null;
  /** Name of a scenario as people gave it; '' for the base. */
  titleOf: (scenario: string) => string;
}

/**
 * The columns of a sheet. Across time: every leaf period, quarters, halves, years and, where there are several years, all
 * of them together, each naming what it is a part of; across members: one per member and their total. After them what
 * stands beside. Numbers that are shown as they are can be typed, and shares of the parent: the
 * worker knows the amounts they are shares of.
 */
export function sheetFields(plan: Plan, options: FieldOptions): SheetField[] {
  const { query, across } = options;
  const showAs = query.showAs ?? 'value';
  const isRatio = showAs === 'shareOfParent' || showAs === 'shareOfTotal' || showAs === 'growth';
  const typed = showAs === 'value' || (showAs === 'shareOfParent' && hasAmounts(plan, query.column.measure));
  const body = (across ? memberFields(plan, across) : timeFields(plan)).map((field) => ({
    ...field,
    editable: typed,
    ...(typed && showAs === 'shareOfParent' ? { ofParent: true } : {}),
    ...(isRatio ? { isRatio } : lookOf(plan, query.column.measure)),
  }));
  const whole = across?.periods ?? plan.periods.map(({ id }) => id);
  return [...body, ...companions(plan, options, whole)];
}

/** Parts of a whole: a share of a ratio, or of a count that is never summed, means nothing. */
const hasAmounts = (plan: Plan, id: string): boolean => {
  const kind = measureOf(plan.groups[0].measures, id)?.kind;
  return kind === 'additive' || kind === 'balance';
};

function timeFields(plan: Plan): SheetField[] {
  const ids = plan.periods.map(({ id }) => id);
  const years = planYears(plan);
  const all = years.length > 1 ? 't:all' : undefined;
  const fields: SheetField[] = [];
  const between = (first: number, last: number): string[] => ids.slice(first, last + 1);
  for (const year of years) {
    for (const quarter of year.quarters) {
      for (const id of between(quarter.first, quarter.last)) {
        fields.push({ id: `m:${id}`, kind: 'month', periods: [id], editable: true, parent: `q:${quarter.id}` });
      }
    }
  }
  for (const { id: year, quarters, halves } of years) {
    for (const { id, first, last } of quarters) {
      const half = halves.find((one) => one.first <= first && last <= one.last);
      const parent = half ? `h:${half.id}` : `y:${year}`;
      fields.push({ id: `q:${id}`, kind: 'quarter', periods: between(first, last), editable: true, parent });
    }
  }
  for (const { id: year, halves } of years) {
    for (const { id, first, last } of halves) {
      fields.push({ id: `h:${id}`, kind: 'half', periods: between(first, last), editable: true, parent: `y:${year}` });
    }
  }
  for (const { id, first, last } of years) {
    const parent = all ? { parent: all } : {};
    fields.push({ id: `y:${id}`, kind: 'year', periods: between(first, last), editable: true, ...parent });
  }
  if (all) fields.push({ id: all, kind: 'total', periods: ids, editable: true });
  return fields;
}

/** One per member and their total, which is the year where it covers one. */
function memberFields(plan: Plan, { dimension, periods, members }: NonNullable<FieldOptions['across']>): SheetField[] {
  const ids = plan.periods.map(({ id }) => id);
  const year = planYears(plan).find(({ first, last }) => ids.slice(first, last + 1).join() === periods.join());
  const total: Pick<SheetField, 'id' | 'kind'> = year
    ? { id: `y:${year.id}`, kind: 'year' }
    : { id: 't:all', kind: 'total' };
  const fields: SheetField[] = members.map(({ code, label }) => ({
    id: `x:${dimension}:${code}`,
    kind: 'member',
    periods,
    editable: true,
    at: { [dimension]: code },
    label,
    parent: total.id,
  }));
  fields.push({ ...total, periods, editable: true });
  return fields;
}

/** How a measure's numbers read: nothing is said of money of the plan. A price is no amount that is shown in 万. */
function lookOf(plan: Plan, id: string): Pick<SheetField, 'isRatio' | 'scale' | 'unit'> {
  const measure = measureOf(plan.groups[0].measures, id);
  if (!measure) return {};
  const { isRatio, scale, unit } = measureLook(measure);
  if (isRatio) return { isRatio };
  return measure.kind !== 'ratio' && unit === plan.currency && scale === plan.minorUnit ? {} : { scale, unit };
}

function companions(plan: Plan, { query, across, titleOf }: FieldOptions, periods: string[]): SheetField[] {
  const { column, compare, proposal, measures = [] } = query;
  const look = lookOf(plan, column.measure);
  const fields: SheetField[] = [];
  const add = (kind: SheetField['kind'], more: Partial<SheetField> = {}): void => {
    fields.push({ id: kind, kind, periods, editable: false, ...more });
  };
  const year = planYears(plan)[0];
  const firstYear = across ? periods : plan.periods.slice(year.first, year.last + 1).map(({ id }) => id);
  add('lastYear', { periods: firstYear });
  add('growth', { periods: firstYear, isRatio: true });
  add('goal', { editable: true, ...look });
  add('unallocated', look);
  add('overAssignment', { isRatio: true });
  if (compare) {
    const label = titleOf(compare.scenario);
    add('compare', { ...look, column: compare, ...(label ? { label } : {}) });
    add('difference', { ...look, column: compare });
    add('differenceShare', { isRatio: true, column: compare });
  }
  if (proposal) {
    const proposed = { ...column, layer: 'proposal' };
    add('proposal', { ...look, column: proposed, editable: true });
    add('gap', { ...look, column: proposed });
  }
  for (const id of measures) {
    if (id === column.measure || !measureOf(plan.groups[0].measures, id)) continue;
    fields.push({
      id: `measure:${id}`,
      kind: 'measure',
      periods,
      editable: true,
      column: { ...column, measure: id },
      label: plan.titles?.[id] ?? '',
      ...lookOf(plan, id),
    });
  }
  if (!across) add('trend');
  return fields;
}
