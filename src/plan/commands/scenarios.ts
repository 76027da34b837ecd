import type { CellRef } from '~/domain/cell';
import type { RecordChange, RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { foldKey } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { Scenario } from '~/domain/scenario';
import type { ColumnData } from '~/engine/cube/index';
import { SPOKEN } from '~/engine/cube/index';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';
import { requirePlan } from '../resolve';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

export const BASE_SCENARIO = 'base';

/**
 * A copy of all columns of a scenario under another name, with the holds, goals and limits that lie on them, so that it
 * behaves as its model does. Every segment is shared: nothing is stored or held in memory twice until it is edited.
 * Refused: a model that is not there, a name that is empty or taken (case and width do not count).
 */
export function addScenario(
  document: PlanDocument,
  command: Of<'scenarios/add'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  if (!plan.scenarios.includes(command.from)) return fail(issue('scenario/unknown'));
  const title = freeTitle(document, plan, { title: command.title, own: null });
  if (title === null) return fail(issue('scenario/duplicate', { name: command.title }));
  const id = newId('sc', context);
  const scenario: Scenario = {
    id,
    plan: plan.id,
    scenario: id,
    title,
    from: command.from,
    createdAt: context.now,
  };
  const models = columnsOf(open.columns, command.from);
  return ok({
    change: {
      records: [
        updated('plan', plan, { ...plan, scenarios: [...plan.scenarios, id] }),
        added('scenario', scenario),
        ...copiedMarks(document, plan, { from: command.from, to: id, context }),
      ],
      cells: [],
    },
    edits: [],
    swaps: models.map(([key]) => ({ from: key, to: `${id}${key.slice(command.from.length)}` })),
    effect: { ...noEffect, leaves: models.reduce((all, [, column]) => all + spokenIn(column), 0) },
  });
}

export function renameScenario(document: PlanDocument, command: Of<'scenarios/rename'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const scenario = scenarioOf(document, plan, command.scenario);
  if (!scenario) return fail(issue('scenario/unknown'));
  const title = freeTitle(document, plan, { title: command.to, own: scenario.id });
  if (title === null) return fail(issue('scenario/duplicate', { name: command.to }));
  return ok({
    change: { records: [updated('scenario', scenario, { ...scenario, title })], cells: [] },
    edits: [],
    effect: noEffect,
  });
}

/** Takes a scenario away with its columns and whatever lies on them; undo brings all of it back. The base stays. */
export function removeScenario(document: PlanDocument, command: Of<'scenarios/remove'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  if (command.scenario === BASE_SCENARIO) return fail(issue('scenario/last'));
  const scenario = scenarioOf(document, plan, command.scenario);
  if (!scenario) return fail(issue('scenario/unknown'));
  const gone = columnsOf(open.columns, command.scenario);
  const scenarios = plan.scenarios.filter((name) => name !== command.scenario);
  return ok({
    change: {
      records: [
        updated('plan', plan, { ...plan, scenarios }),
        removed('scenario', scenario),
        ...marksOf(document, plan, command.scenario).map((mark) => removedMark(mark)),
      ],
      cells: [],
    },
    edits: [],
    swaps: gone.map(([key]) => ({ from: null, to: key })),
    effect: { ...noEffect, leaves: gone.reduce((all, [, column]) => all + spokenIn(column), 0) },
  });
}

export function scenarioOf(document: PlanDocument, plan: Plan, scenario: string): Scenario | null {
  for (const record of document.records.scenario.values()) {
    if (record.plan === plan.id && record.scenario === scenario) return record;
  }
  return null;
}

/** Columns of a scenario by key, in the order they came into being. */
const columnsOf = (columns: ReadonlyMap<string, ColumnData>, scenario: string): [string, ColumnData][] =>
  [...columns].filter(([key]) => key.startsWith(`${scenario}/`));

/** A title without the spaces around it; null where it is empty or another scenario has it. */
export function freeTitle(
  document: PlanDocument,
  plan: Plan,
  wanted: { title: string; own: string | null },
): string | null {
  const title = wanted.title.trim();
  if (title === '') return null;
  for (const { id, plan: owner, title: other } of document.records.scenario.values()) {
    if (owner === plan.id && id !== wanted.own && foldKey(other) === foldKey(title)) return null;
  }
  return title;
}

/** Records that lie on a cell, and so on a scenario. */
const MARKS = ['hold', 'goal', 'limit', 'note'] as const;
type MarkType = (typeof MARKS)[number];
type Mark = { type: MarkType; record: { id: string; plan: string; cell: CellRef } };

const marksOf = (document: PlanDocument, plan: Plan, scenario: string): Mark[] =>
  MARKS.flatMap((type) =>
    [...document.records[type].values()]
      .filter((record) => record.plan === plan.id && record.cell.column.scenario === scenario)
      .map((record) => ({ type, record })),
  );

/** Holds, goals and limits go along; notes are said of one place and stay there. */
function copiedMarks(
  document: PlanDocument,
  plan: Plan,
  { from, to, context }: { from: string; to: string; context: CommandContext },
): RecordsDiff {
  return marksOf(document, plan, from)
    .filter(({ type }) => type !== 'note')
    .map(({ type, record }, index) => {
      const cell = { ...record.cell, column: { ...record.cell.column, scenario: to } };
      const id = newId(type[0], context, index + 1);
      return { type, id, from: null, to: { ...record, id, cell } } as unknown as RecordChange;
    });
}

const removedMark = ({ type, record }: Mark): RecordChange =>
  ({ type, id: record.id, from: record, to: null }) as unknown as RecordChange;

function spokenIn({ state }: ColumnData): number {
  let spoken = 0;
  for (const states of state) for (let i = 0; i < states.length; i += 1) spoken += states[i] & SPOKEN;
  return spoken;
}
