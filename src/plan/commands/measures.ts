import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { type Column, type Measure, type Plan, WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { ColumnSwap } from '../columnSwaps';
import { noEffect, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { measureOf, scaleOf } from '../measureValue';
import { removed, updated } from '../records';
import { requirePlan } from '../resolve';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** Minor units of more decimals leave too little room below 2^51. */
const MOST_DECIMALS = 6;

/**
 * Adds a measure to the plan, blank. A ratio needs both of its parts in the plan, neither of them a ratio. Ids stand in column
 * keys: letters, digits, `-` and `_`; another one is a programmer's error.
 */
export function addMeasure(document: PlanDocument, command: Of<'measures/add'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const { measure, title } = command;
  if (!/^[\w-]+$/.test(measure.id)) throw new RangeError(`a measure cannot be called ${measure.id}`);
  const [group, ...others] = plan.groups;
  if (measureOf(group.measures, measure.id) || plan.dimensions.includes(measure.id) || isTitleTaken(plan, title)) {
    return fail(issue('measure/thereAlready', { measure: title || measure.id }));
  }
  const scale = scaleOf(measure);
  if (!Number.isInteger(scale) || scale < 0 || scale > MOST_DECIMALS) {
    throw new RangeError(`a measure cannot have ${scale} decimals`);
  }
  if (measure.kind === 'ratio') {
    for (const id of [measure.numerator, measure.denominator]) {
      const part = measureOf(group.measures, id);
      if (!part || part.kind === 'ratio') return fail(issue('measure/unknown', { measure: id }));
    }
  }
  const next: Plan = {
    ...plan,
    groups: [{ ...group, measures: [...group.measures, measure] }, ...others],
    ...(title ? { titles: { ...plan.titles, [measure.id]: title } } : {}),
  };
  return ok(recordsOnly([updated('plan', plan, next)]));
}

/**
 * Takes a measure out of the plan: its columns in every scenario and target line become blank, and the holds, goals, limits
 * and notes on them go with it in the same step; undo brings all of it back. Refused while a ratio is made of it, and
 * for the measure every plan has.
 */
export function removeMeasure(document: PlanDocument, command: Of<'measures/remove'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan, open } = required.value;
  const [group, ...others] = plan.groups;
  const measure = measureOf(group.measures, command.measure);
  if (!measure) return fail(issue('measure/unknown', { measure: command.measure }));
  if (measure.id === WORKING_TARGET.measure) return fail(issue('measure/needed', { measure: measure.id }));
  const user = group.measures.find((other) => isMadeOf(other, measure.id));
  if (user) return fail(issue('measure/inUse', { measure: measure.id, by: plan.titles?.[user.id] ?? user.id }));
  const { [measure.id]: _gone, ...titles } = plan.titles ?? {};
  const next: Plan = {
    ...plan,
    groups: [{ ...group, measures: group.measures.filter(({ id }) => id !== measure.id) }, ...others],
    ...(plan.titles ? { titles } : {}),
  };
  const swaps: ColumnSwap[] = [...open.columns]
    .filter(
      ([key, column]) => isOfMeasure(key, measure.id) && column.state.some((bits) => bits.some((bit) => bit !== 0)),
    )
    .map(([key]) => ({ from: null, to: key }));
  return ok({
    change: { records: [updated('plan', plan, next), ...recordsOn(document, plan, measure.id)], cells: [] },
    edits: [],
    ...(swaps.length > 0 ? { swaps } : {}),
    effect: noEffect,
  });
}

/** What counts as a sale in this plan, and whether tax is in it. No number changes: the plan says what its numbers mean. */
export function setBasis(document: PlanDocument, command: Of<'plan/setBasis'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const { basis: salesBasis, taxIncluded } = command;
  return ok(recordsOnly([updated('plan', plan, { ...plan, salesBasis, taxIncluded })]));
}

const isTitleTaken = (plan: Plan, title: string): boolean =>
  title !== '' && Object.values(plan.titles ?? {}).includes(title);

const isMadeOf = (measure: Measure, part: string): boolean =>
  measure.kind === 'ratio' && (measure.numerator === part || measure.denominator === part);

const isOfMeasure = (key: string, measure: string): boolean => key.endsWith(`/${measure}`);

/** Holds, goals, limits and notes on the columns of a measure, as removals. */
function recordsOn({ records }: PlanDocument, plan: Plan, measure: string): RecordsDiff {
  const isOn = ({ plan: owner, cell }: { plan: string; cell: { column: Column } }): boolean =>
    owner === plan.id && cell.column.measure === measure;
  return [
    ...[...records.hold.values()].filter(isOn).map((hold) => removed('hold', hold)),
    ...[...records.goal.values()].filter(isOn).map((goal) => removed('goal', goal)),
    ...[...records.limit.values()].filter(isOn).map((limit) => removed('limit', limit)),
    ...[...records.note.values()].filter(isOn).map((note) => removed('note', note)),
  ];
}
