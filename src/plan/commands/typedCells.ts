import { type CellRef, cellKey } from '~/domain/cell';
import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { removeTail } from '~/engine/cube/index';
import { revertEdit } from '~/engine/targets/index';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { type MeasureEdit, measureEdit } from '../measureEdit';
import { measureOf } from '../measureValue';
import { added, removed, updated } from '../records';
import { requirePlan } from '../resolve';
import { setCells } from './block';
import { goalAt } from './holds';
import { clearCell, setCell } from './targets';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;
type TypedCell = Of<'targets/setCells'>['cells'][number];

/**
 * What typing into a cell does, whatever kind its measure is of: leaves for an additive one, the closing period for a
 * balance, the goal of the very cell for a distinct count, the numerator for a ratio (`measureEdit`). `after` is the amount
 * that was laid on leaves or set as the goal.
 */
export function typeCell(
  document: PlanDocument,
  command: Of<'targets/setCell'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const meant = measureEdit(document, required.value, command);
  if (!meant.ok) return meant;
  if (meant.value.kind === 'leaves') return setCell(document, { ...command, ...meant.value });
  const { cell, amount } = meant.value;
  const before = goalAt(document, cell)?.amount ?? null;
  return ok({
    change: { records: goalRecords(document, [meant.value], context), cells: [] },
    edits: [],
    effect: { ...noEffect, before, after: amount },
  });
}

/** Clearing takes the goal of a distinct count away and is refused for a ratio, which is computed. */
export function clearTypedCell(document: PlanDocument, command: Of<'targets/clearCell'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const kind = kindOf(required.value.plan, command.cell);
  if (kind === 'ratio') return fail(issue('cell/computed'));
  if (kind !== 'distinct') return clearCell(document, command);
  const goal = goalAt(document, command.cell);
  return ok({
    change: { records: goal ? [removed('goal', goal)] : [], cells: [] },
    edits: [],
    effect: { ...noEffect, before: goal?.amount ?? null, after: null },
  });
}

/**
 * Many typed cells as one step. Ratios come last, so that a margin in percent pasted beside its sales is taken of the sales
 * just pasted. All or nothing.
 */
export function typeCells(
  document: PlanDocument,
  command: Of<'targets/setCells'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan, open } = required.value;
  const { cells } = command;
  if (cells.every(({ cell }) => kindOf(plan, cell) === 'additive')) return setCells(document, command);
  if (cells.some(({ cell, amount }) => amount === null && kindOf(plan, cell) === 'ratio')) {
    return fail(issue('cell/computed'));
  }
  const run = (meant: TypedCell[]): Result<Outcome> => setCells(document, { ...command, cells: meant });
  const isRatio = ({ cell }: TypedCell): boolean => kindOf(plan, cell) === 'ratio';
  const meanings = (typed: TypedCell[]): Result<MeasureEdit[]> => {
    const meant: MeasureEdit[] = [];
    for (const { cell, amount } of typed) {
      const edit = measureEdit(document, required.value, { cell, amount: amount ?? 0 });
      if (!edit.ok) return edit;
      meant.push(edit.value);
    }
    return ok(meant);
  };
  const plain = cells.filter((typed) => !isRatio(typed));
  const spoken = meanings(plain.filter(({ amount }) => amount !== null));
  if (!spoken.ok) return spoken;
  const blanks = plain.filter(({ amount }) => amount === null);
  const first = run([...leavesOf(spoken.value), ...blanks.filter(({ cell }) => kindOf(plan, cell) !== 'distinct')]);
  if (!first.ok) return first;
  const ratios = meanings(cells.filter(isRatio));
  const second = ratios.ok ? run(leavesOf(ratios.value)) : ratios;
  if (!ratios.ok || !second.ok) {
    for (const { column, edit } of first.value.edits.toReversed()) {
      const data = open.columns.get(column);
      if (data) revertEdit(data, edit);
    }
    const lines = first.value.linesAdded;
    if (lines) removeTail(open.lines, [...open.columns.values()], lines.first);
    return ratios.ok ? second : ratios;
  }
  const goals = [...spoken.value, ...ratios.value].filter(({ kind }) => kind === 'goal');
  const gone = blanks.flatMap(({ cell }) => (kindOf(plan, cell) === 'distinct' ? (goalAt(document, cell) ?? []) : []));
  const records = [...goalRecords(document, goals, context), ...gone.map((goal) => removed('goal', goal))];
  return ok(joined(first.value, second.value, records));
}

const kindOf = (plan: Plan, cell: CellRef) =>
  measureOf(plan.groups[0].measures, cell.column.measure)?.kind ?? 'additive';

const leavesOf = (edits: readonly MeasureEdit[]): TypedCell[] =>
  edits.flatMap(({ kind, cell, amount }) => (kind === 'leaves' ? [{ cell, amount }] : []));

function goalRecords(document: PlanDocument, edits: readonly MeasureEdit[], context: CommandContext): RecordsDiff {
  // Of two amounts for one cell the later one holds.
  const last = new Map(edits.map((edit) => [cellKey(edit.cell), edit]));
  return [...last.values()].map(({ cell, amount }, i) => {
    const old = goalAt(document, cell);
    if (old) return updated('goal', old, { ...old, amount });
    return added('goal', { id: newId('g', context, i), plan: document.open?.id ?? '', cell, amount });
  });
}

/** Two outcomes of one step; lines of the second follow those of the first. */
function joined(first: Outcome, second: Outcome, records: RecordsDiff): Outcome {
  const lines = [first.linesAdded, second.linesAdded].filter((added) => added !== undefined);
  return {
    ...first,
    change: { records, cells: [...first.change.cells, ...second.change.cells] },
    edits: [...first.edits, ...second.edits],
    linesAdded: lines[0] && { first: lines[0].first, count: lines.reduce((all, { count }) => all + count, 0) },
    effect: {
      ...(first.edits.length > 0 ? first.effect : second.effect),
      leaves: first.effect.leaves + second.effect.leaves,
      linesAdded: first.effect.linesAdded + second.effect.linesAdded,
      held: first.effect.held + second.effect.held,
      equalSpread: first.effect.equalSpread || second.effect.equalSpread,
    },
  };
}
