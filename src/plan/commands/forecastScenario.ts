import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { Scenario } from '~/domain/scenario';
import { type ColumnData, type LeafEdit, ownPeriod, SPOKEN, type View } from '~/engine/cube/index';
import { apportion, wholeWeights } from '~/engine/numeric/index';
import { mainTree } from '../challenge/nodeTree';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { OpenPlan, PlanDocument } from '../document';
import { createFactCache } from '../facts';
import type { ForecastDraft } from '../outlooks/forecastDraft';
import { addressKey } from '../outlooks/salesTable';
import { type SoldByLine, soldByLine } from '../outlooks/soldByLine';
import { added, updated } from '../records';
import { requirePlan } from '../resolve';
import { columnOf } from './cellEdit';
import { BASE_SCENARIO, freeTitle } from './scenarios';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Puts a reconciled forecast into a scenario of its own, as its target: what came in the periods that are over, the forecast in
 * the others, so that sheet and comparison show it beside the plan. The amount of each node is laid on its lines by what they
 * sold in that period, or in the last twelve months for what is still to come, else by their target, to the minor unit. Periods
 * of other years, and those neither known nor foretold, stay blank. Refused: a forecast that is no longer kept or was made for
 * another shape of the plan, and a title that is empty or taken.
 */
export function forecastToScenario(
  document: PlanDocument,
  command: Of<'forecast/toScenario'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const draft = context.forecastOf?.(command.draft) ?? null;
  if (draft?.plan !== plan.id || draft.generation !== plan.generation) return fail(issue('forecast/draftGone'));
  const title = freeTitle(document, plan, { title: command.title, own: null });
  if (title === null) return fail(issue('scenario/duplicate', { name: command.title }));
  const id = newId('sc', context);
  const scenario: Scenario = { id, plan: plan.id, scenario: id, title, from: BASE_SCENARIO, createdAt: context.now };
  const key = columnKey({ ...WORKING_TARGET, scenario: id });
  const wanted = lineAmounts(document, { open, plan, draft });
  const edit = write(open, columnOf(open, plan, key), wanted);
  return ok({
    change: {
      records: [updated('plan', plan, { ...plan, scenarios: [...plan.scenarios, id] }), added('scenario', scenario)],
      cells: [],
    },
    edits: [{ column: key, edit }],
    effect: { ...noEffect, leaves: edit.moved, after: wanted.total },
  });
}

interface LineAmounts {
  /** By period of the plan: amounts by position, and which are said. Absent = blank. */
  periods: Map<number, { value: Float64Array; state: Uint8Array }>;
  total: number;
}

function lineAmounts(
  document: PlanDocument,
  { open, plan, draft }: { open: OpenPlan; plan: Plan; draft: ForecastDraft },
): LineAmounts {
  const { view, ats } = mainTree(document, open, { plan, depth: draft.depth });
  const placeOf = new Map(draft.ats.map((at, place) => [addressKey(at), place]));
  const placeOfCell = Array.from({ length: view.cells }, (_, cell) =>
    placeOf.get(addressKey(ats[view.firstLeaf + cell])),
  );
  const rowsOfCell = linesByCell(view, open);
  const sold = soldByLine(document, { open, plan, facts: createFactCache() });
  const target = open.columns.get(columnKey(WORKING_TARGET));
  const width = draft.periods.length;
  const amounts: LineAmounts = { periods: new Map(), total: 0 };
  draft.periods.forEach((period, p) => {
    const index = plan.periods.findIndex(({ id }) => id === period);
    if (index < 0) return;
    const value = new Float64Array(open.lines.count);
    const state = new Uint8Array(open.lines.count);
    const weights = weightsOf(sold, { index, isOver: p < draft.firstOpen });
    rowsOfCell.forEach((rows, cell) => {
      const place = placeOfCell[cell];
      const amount = place === undefined ? Number.NaN : draft.amount[place * width + p];
      if (Number.isNaN(amount)) return;
      const shares = apportion({ total: amount, weights: lineWeights(rows, { weights, target, index }) });
      rows.forEach((row, i) => {
        value[row] = shares[i] + 0;
        state[row] = SPOKEN;
      });
      amounts.total += amount;
    });
    amounts.periods.set(index, { value, state });
  });
  return amounts;
}

function linesByCell(view: View, open: OpenPlan): Uint32Array[] {
  const sizes = new Uint32Array(view.cells);
  for (let row = 0; row < open.lines.count; row += 1) if (view.cellOf[row] < view.cells) sizes[view.cellOf[row]] += 1;
  const rows = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (let row = 0; row < open.lines.count; row += 1) {
    const cell = view.cellOf[row];
    if (!(cell < view.cells)) continue;
    rows[cell][sizes[cell]] = row;
    sizes[cell] += 1;
  }
  return rows;
}

const weightsOf = (
  sold: SoldByLine | null,
  { index, isOver }: { index: number; isOver: boolean },
): Float64Array | null => (isOver ? sold?.period(index) : null) ?? sold?.recent ?? null;

/** What the lines of a node sold; where that is nothing their target, where that is nothing either all alike. */
function lineWeights(
  rows: Uint32Array,
  { weights, target, index }: { weights: Float64Array | null; target: ColumnData | undefined; index: number },
): Float64Array {
  const own = Float64Array.from(rows, (row) => weights?.[row] ?? 0);
  if (own.some((amount) => amount > 0)) return wholeWeights(own);
  return wholeWeights(Float64Array.from(rows, (row) => Math.max(0, target?.value[index][row] ?? 0)));
}

/** Says the amounts in a blank column, as one edit that can be taken back. */
function write(open: OpenPlan, column: ColumnData, { periods }: LineAmounts): LeafEdit {
  const { count } = open.lines;
  let moved = 0;
  const changes = [...periods].map(([period, { value, state }]) => {
    const old = column.value[period].slice(0, count);
    const oldState = column.state[period].slice(0, count);
    for (let i = 0; i < count; i += 1) if (state[i] === SPOKEN) moved += 1;
    ownPeriod(column, period);
    column.value[period].set(value);
    column.state[period].set(state);
    return { period, rows: { first: 0, end: count }, old, oldState, new: value, newState: state };
  });
  return { changes, moved, held: 0, equalSpread: false };
}
