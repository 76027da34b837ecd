import { type At, type CellRef, cellKey } from '~/domain/cell';
import { monthIndexOf } from '~/domain/period';
import { columnKey, type Plan } from '~/domain/plan';
import { ratioOf } from '~/domain/ratio';
import {
  ALL_ROWS,
  atOfRow,
  CELL_BLANK,
  CELL_CLOSED,
  CELL_FROZEN,
  CELL_HELD_ALL,
  CELL_HELD_SOME,
  CELL_INPUT,
  CELL_NEW,
  CELL_PARTIAL,
  CELL_TOTAL_HELD,
  CELL_UNKNOWN,
  type SheetBlock,
  type SheetField,
} from '~/domain/sheet';
import { type NodeTotals, nodeTotals } from '~/engine/cube/index';
import type { NodeFacts } from '~/engine/facts/index';
import { goalAt } from '../commands/holds';
import type { PlanDocument } from '../document';
import { isKnownMonth, type MonthCoverage } from '../facts';
import { type HoldScope, holdScopes, holdStateAt } from './holdState';
import type { Sheet } from './sheet';

export interface BlockContext {
  plan: Plan;
  facts: NodeFacts | null;
  coverage: MonthCoverage | null;
  revision: number;
  /** Amounts people typed, by cell address, newest each. */
  inputs: Map<string, number>;
}

/** The numbers of consecutive visible rows, with what stands behind each. */
export function sheetBlock(
  document: PlanDocument,
  sheet: Sheet,
  window: { first: number; count: number; context: BlockContext },
): SheetBlock {
  const { context } = window;
  const first = Math.max(0, Math.min(window.first, sheet.nodes.length));
  const count = Math.max(0, Math.min(window.count, sheet.nodes.length - first));
  const width = sheet.fields.length;
  const values = new Float64Array(count * width);
  const flags = new Uint16Array(count * width);
  const scopes = holdScopes(document, context.plan, { column: columnKey(sheet.query.column), view: sheet.view });
  const row: RowContext = { document, sheet, context, scopes, values, flags };
  for (let r = 0; r < count; r += 1) fillRow(row, r * width, first + r);
  const root = nodeTotals(
    sheet.accumulator,
    0,
    context.plan.periods.map((_, p) => p),
  );
  const goal =
    goalAt(
      document,
      cellOf(
        sheet,
        {},
        context.plan.periods.map((period) => period.id),
      ),
    )?.amount ?? null;
  const allocated = root.spoken > 0 ? root.sum : null;
  return {
    sheet: sheet.id,
    version: sheet.version,
    revision: context.revision,
    first,
    count,
    values,
    flags,
    footer: {
      allocated,
      goal,
      unallocated: goal === null ? null : goal - (allocated ?? 0),
      hasNodeGoals: hasNodeGoals(document, sheet),
      holds: scopes.length + (root.held > 0 ? root.held : 0),
      notInPlan: notInPlan(context),
    },
  };
}

interface RowContext {
  document: PlanDocument;
  sheet: Sheet;
  context: BlockContext;
  scopes: HoldScope[];
  values: Float64Array;
  flags: Uint16Array;
}

const cellOf = (sheet: Sheet, at: At, periods: string[]): CellRef => ({ column: sheet.query.column, at, periods });

function fillRow(row: RowContext, offset: number, visible: number): void {
  const { sheet, context, document, values, flags } = row;
  const node = sheet.nodes[visible];
  const at = atOfRow(sheet.ids[visible] ?? ALL_ROWS);
  // Each month is summed once: quarters and the year are sums of months.
  const months = context.plan.periods.map((_, p) => nodeTotals(sheet.accumulator, node, [p]));
  const year = sumTotals(months);
  const goal =
    goalAt(
      document,
      cellOf(
        sheet,
        at,
        context.plan.periods.map((period) => period.id),
      ),
    )?.amount ?? null;
  const last = lastYear(context, node);
  const companions: Record<string, [number | null, number]> = {
    lastYear: [last.value, last.value === null ? CELL_UNKNOWN : last.partial ? CELL_PARTIAL : 0],
    growth: growthOf(year, last),
    goal: [goal, 0],
    unallocated: [goal === null ? null : Math.max(0, goal - year.sum), 0],
    overAssignment: [goal === null ? null : ratioOf(year.sum - goal, goal), 0],
  };
  sheet.fields.forEach((field, f) => {
    const companion = companions[field.kind];
    if (companion) {
      const [value, extra] = companion;
      values[offset + f] = value ?? 0;
      flags[offset + f] = extra | (value === null && (extra & (CELL_UNKNOWN | CELL_NEW)) === 0 ? CELL_BLANK : 0);
      return;
    }
    const totals = field.kind === 'year' ? year : sumTotals(monthsOf(context.plan, field, months));
    values[offset + f] = totals.sum;
    flags[offset + f] = cellFlags(row, { node, at, field, totals });
  });
}

function monthsOf(plan: Plan, field: SheetField, months: NodeTotals[]): NodeTotals[] {
  const first = plan.periods.findIndex((period) => period.id === field.periods[0]);
  return months.slice(first, first + field.periods.length);
}

function sumTotals(months: NodeTotals[]): NodeTotals {
  const totals: NodeTotals = { sum: 0, spoken: 0, held: 0, leaves: 0 };
  for (const { sum, spoken, held, leaves } of months) {
    totals.sum += sum;
    totals.spoken += spoken;
    totals.held += held;
    totals.leaves += leaves;
  }
  return totals;
}

function cellFlags(row: RowContext, cell: { node: number; at: At; field: SheetField; totals: NodeTotals }): number {
  const { totals, field, at, node } = cell;
  const key = cellKey(cellOf(row.sheet, at, field.periods));
  let flag = totals.spoken === 0 ? CELL_BLANK : 0;
  if (totals.held > 0) flag |= totals.held === totals.leaves ? CELL_HELD_ALL : CELL_HELD_SOME;
  const held = holdStateAt(row.scopes, row.sheet.view, { node, key, periods: field.periods });
  if (held.frozen) flag |= CELL_HELD_ALL;
  if (held.frozenHere) flag |= CELL_FROZEN;
  if (held.totalHere) flag |= CELL_TOTAL_HELD;
  if (held.some && !held.frozen) flag |= CELL_HELD_SOME;
  const { closedPeriods } = row.context.plan;
  if (field.periods.every((period) => closedPeriods.includes(period))) flag |= CELL_CLOSED;
  const typed = row.context.inputs.get(key);
  if (typed !== undefined && totals.spoken > 0 && typed === totals.sum) flag |= CELL_INPUT;
  return flag;
}

interface Known {
  value: number | null;
  partial: boolean;
}

/** Same fiscal months one year earlier: months outside the coverage are unknown, never 0. */
function lastYear(context: BlockContext, node: number): Known {
  return knownSum(
    context,
    node,
    context.plan.periods.map((period) => monthIndexOf(period.from) - 12),
  );
}

export function knownSum(context: Pick<BlockContext, 'facts' | 'coverage'>, node: number, months: number[]): Known {
  const { facts, coverage } = context;
  if (!facts || !coverage) return { value: null, partial: false };
  let value = 0;
  let known = 0;
  for (const month of months) {
    if (!isKnownMonth(coverage, month)) continue;
    known += 1;
    const index = month - facts.fromMonth;
    if (index >= 0 && index < facts.months) value += facts.amount[node * facts.months + index];
  }
  return known === 0 ? { value: null, partial: false } : { value, partial: known < months.length };
}

function growthOf(year: NodeTotals, last: Known): [number | null, number] {
  if (year.spoken === 0 || last.value === null) return [null, last.value === null ? CELL_UNKNOWN : 0];
  if (last.partial) return [null, 0];
  if (last.value === 0) return [null, CELL_NEW];
  return [ratioOf(year.sum - last.value, last.value), 0];
}

function hasNodeGoals({ records, open }: PlanDocument, sheet: Sheet): boolean {
  const column = columnKey(sheet.query.column);
  for (const { plan, cell } of records.goal.values()) {
    if (plan === open?.id && columnKey(cell.column) === column && Object.keys(cell.at).length > 0) return true;
  }
  return false;
}

/** Orders of the plan's own months that have no line, for the whole plan; null without orders. */
function notInPlan(context: BlockContext): number | null {
  const { facts } = context;
  if (!facts) return null;
  let sum = 0;
  for (const period of context.plan.periods) {
    const index = monthIndexOf(period.from) - facts.fromMonth;
    if (index >= 0 && index < facts.months) sum += facts.unplaced[index];
  }
  return sum;
}
