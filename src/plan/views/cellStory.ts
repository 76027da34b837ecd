import { type CellRef, cellKey } from '~/domain/cell';
import { issue } from '~/domain/issue';
import type { Step } from '~/domain/journal';
import { BASELINE, columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { CellStory } from '~/domain/view';
import {
  type ColumnData,
  commonRows,
  HELD,
  isRange,
  type NodeTotals,
  type Rows,
  rowCount,
  rowList,
  type Selection,
  selectionTotals,
} from '~/engine/cube/index';
import { goalAt } from '../commands/holds';
import type { OpenPlan, PlanDocument } from '../document';
import { measureCellAt } from '../measureEdit';
import { measureOf, measureValue } from '../measureValue';
import { holdsOf, requirePlan, rowsAt, selectionOf } from '../resolve';
import { cellOfStep, changeLine, labelsOf } from './changeLines';

export interface StoryOptions {
  steps: readonly Step[];
  undone: ReadonlySet<number>;
}

/**
 * How one number came about: its value, the newest standing command that moved a leaf under it (told by addresses: the
 * command's cell and this one share leaves), its holds and its goal. Refused for periods that are not the plan's.
 */
export function cellStory(document: PlanDocument, cell: CellRef, options: StoryOptions): Result<CellStory> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  if (!cell.periods.every((id) => plan.periods.some((period) => period.id === id))) return fail(issue('plan/unknown'));
  const selection = selectionOf(document, plan, cell);
  const key = columnKey(cell.column);
  const column = open.columns.get(key);
  const totals = column ? selectionTotals(column, selection) : null;
  const holds = holdsOf(document, plan.id, key)
    .map((hold) => ({ hold, own: selectionOf(document, plan, hold.cell) }))
    .filter(({ own }) => sharesLeaves(own, selection));
  const freezes = holds.filter(({ hold }) => hold.kind === 'freeze').map(({ own }) => own);
  const last = newestMove(document, { open, plan, cell, selection }, options);
  return ok({
    labels: labelsOf(document, cell.at),
    ...shownValue(document, { open, plan }, { cell, totals }),
    last: last ? changeLine(document, last, false) : null,
    leaves: rowCount(selection.rows) * selection.periods.length,
    held: column ? heldLeaves(column, selection, freezes) : 0,
    holds: holds.map(({ hold: { id, kind, cell: held } }) => ({
      id,
      kind,
      labels: labelsOf(document, held.at),
      periods: held.periods,
    })),
    goal: goalAt(document, cell)?.amount ?? null,
  });
}

/** A plain sum needs no reading: it has just been taken. */
function shownValue(
  document: PlanDocument,
  place: { open: OpenPlan; plan: Plan },
  { cell, totals }: { cell: CellRef; totals: NodeTotals | null },
): Pick<CellStory, 'value' | 'kind'> {
  const { measures } = place.plan.groups[0];
  const kind = measureOf(measures, cell.column.measure)?.kind ?? 'additive';
  if (kind === 'additive') return { value: totals && totals.spoken > 0 ? totals.sum : null };
  return { value: measureValue(measures, cell.column.measure, measureCellAt(document, place, cell)), kind };
}

interface Story {
  open: OpenPlan;
  plan: Plan;
  cell: CellRef;
  selection: Selection;
}

function newestMove(document: PlanDocument, story: Story, { steps, undone }: StoryOptions): Step | null {
  const rows = new Map<string, Rows>();
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    const step = steps[i];
    if (step.scope !== story.plan.id && document.records.plan.has(step.scope)) continue;
    if (step.undoes !== undefined || step.redoes !== undefined || undone.has(step.seq)) continue;
    if (movesAll(step, story)) return step;
    const own = step.command.name.startsWith('targets/') && step.effect.leaves > 0 ? cellOfStep(step) : null;
    if (!own || columnKey(own.column) !== columnKey(story.cell.column)) continue;
    if (!own.periods.some((period) => story.cell.periods.includes(period))) continue;
    const key = cellKey({ ...own, periods: [] });
    const there = rows.get(key) ?? rowsAt(document, story.open, own.at, own.within);
    rows.set(key, there);
    if (rowCount(commonRows(there, story.selection.rows)) > 0) return step;
  }
  return null;
}

/** Commands that lay out a whole column. */
function movesAll(step: Step, { plan, cell }: Story): boolean {
  const key = columnKey(cell.column);
  if (step.command.name === 'plan/create') {
    const isOwn = plan.id === `p${String(step.seq).padStart(6, '0')}`;
    return isOwn && (key === columnKey(WORKING_TARGET) || key === columnKey(BASELINE));
  }
  if (step.command.name !== 'plan/refreshBase') return false;
  const { args } = step.command;
  const keeps = typeof args === 'object' && args !== null && 'keepTarget' in args && args.keepTarget === true;
  return key === columnKey(BASELINE) || (key === columnKey(WORKING_TARGET) && !keeps);
}

const sharesLeaves = (a: Selection, b: Selection): boolean =>
  a.periods.some((period) => b.periods.includes(period)) && rowCount(commonRows(a.rows, b.rows)) > 0;

/** Leaf values that are held by their own bit or by a freeze, each counted once. */
function heldLeaves(column: ColumnData, { rows, periods }: Selection, freezes: Selection[]): number {
  const list = rowList(rows);
  let held = 0;
  for (const period of periods) {
    const state = column.state[period];
    const frozen = new Uint8Array(state.length);
    for (const freeze of freezes) {
      if (!freeze.periods.includes(period)) continue;
      if (isRange(freeze.rows)) frozen.fill(1, freeze.rows.first, freeze.rows.end);
      else for (let i = 0; i < freeze.rows.length; i += 1) frozen[freeze.rows[i]] = 1;
    }
    for (let i = 0; i < list.length; i += 1) held += frozen[list[i]] === 1 || (state[list[i]] & HELD) !== 0 ? 1 : 0;
  }
  return held;
}
