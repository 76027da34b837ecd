import type { At } from '~/domain/cell';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { Comparison, ComparisonPart, ComparisonQuery } from '~/domain/scenario';
import { blankColumn, type ColumnData, rowList, SPOKEN } from '~/engine/cube/index';
import { memberName, membersOf, type PlanDocument } from '../document';
import { requirePlan, selectionOf, viewLevels } from '../resolve';

/**
 * Two columns side by side at a node: their totals, the node's next members in a dimension with the largest difference
 * first (then by code), and how many leaf values differ, blank against zero included. Sums are of what is spoken, null
 * where all is blank; a target line that was never filled is blank. The differences of the parts sum to that of the
 * totals. Refused: a scenario or a dimension the plan does not have.
 */
export function compareColumns(document: PlanDocument, query: ComparisonQuery): Result<Comparison> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const { left, right, at, dimension, periods } = query;
  if (![left, right].every(({ scenario }) => plan.scenarios.includes(scenario))) return fail(issue('scenario/unknown'));
  const column = open.lines.dimensions.indexOf(dimension);
  if (column < 0) return fail(issue('dimension/unknown'));
  const partOf = nextMembers(document, plan, { at, dimension, column });
  const selection = selectionOf(document, plan, { column: left, at, periods });
  const rows = rowList(selection.rows);
  const codes = open.lines.codes[column];
  const parts = Uint32Array.from(rows, (row) => partOf[codes[row]] ?? 0);
  const size = parts.reduce((most, part) => Math.max(most, part), 0) + 1;
  const blank = blankColumn(open.lines.lineId.length, plan.periods.length);
  const sides = [left, right].map((side) => open.columns.get(columnKey(side)) ?? blank);
  const sums = sides.map((side) => sumByPart(side, { rows, parts, periods: selection.periods, size }));
  const named = [...new Set(parts)].sort((a, b) => a - b);
  const at0 = (sum: Sums, part: number): number | null => (sum.spoken[part] > 0 ? sum.amount[part] : null);
  const lines: ComparisonPart[] = named.map((code) => ({
    at: { ...at, [dimension]: code },
    label: memberName(document, dimension, code),
    left: at0(sums[0], code),
    right: at0(sums[1], code),
  }));
  const distance = (line: ComparisonPart): number => Math.abs((line.left ?? 0) - (line.right ?? 0));
  return ok({
    left,
    right,
    total: { left: totalOf(lines.map((line) => line.left)), right: totalOf(lines.map((line) => line.right)) },
    parts: lines.sort((a, b) => distance(b) - distance(a) || a.at[dimension] - b.at[dimension]),
    leaves: differingLeaves(sides, rows, selection.periods),
  });
}

/** Leaf code → the member one level below a node of a dimension: its children, else the top, else the leaf itself. */
function nextMembers(
  document: PlanDocument,
  plan: Plan,
  { at, dimension, column }: { at: At; dimension: DimensionId; column: number },
): Uint32Array {
  const levels = viewLevels(document, plan.id, [{ dimension, column }]);
  const node: MemberCode | undefined = at[dimension];
  const own = node === undefined ? -1 : levels.findIndex(({ ancestorOf }) => node !== 0 && ancestorOf[node] === node);
  const next = levels[Math.min(own + 1, levels.length - 1)];
  return next?.ancestorOf ?? Uint32Array.from({ length: membersOf(document, dimension).next }, (_, code) => code);
}

interface Sums {
  amount: Float64Array;
  spoken: Uint32Array;
}

function sumByPart(
  { value, state }: ColumnData,
  { rows, parts, periods, size }: { rows: Uint32Array; parts: Uint32Array; periods: number[]; size: number },
): Sums {
  const amount = new Float64Array(size);
  const spoken = new Uint32Array(size);
  for (const period of periods) {
    const values = value[period];
    const states = state[period];
    for (let j = 0; j < rows.length; j += 1) {
      amount[parts[j]] += values[rows[j]];
      spoken[parts[j]] += states[rows[j]] & SPOKEN;
    }
  }
  return { amount, spoken };
}

const totalOf = (amounts: (number | null)[]): number | null =>
  amounts.reduce((sum, amount) => (amount === null ? sum : (sum ?? 0) + amount), null);

function differingLeaves([left, right]: ColumnData[], rows: Uint32Array, periods: number[]): number {
  let leaves = 0;
  for (const period of periods) {
    const [a, b] = [left.value[period], right.value[period]];
    const [s, t] = [left.state[period], right.state[period]];
    if (a === b) continue;
    for (let j = 0; j < rows.length; j += 1) {
      const row = rows[j];
      if (a[row] !== b[row] || ((s[row] ^ t[row]) & SPOKEN) !== 0) leaves += 1;
    }
  }
  return leaves;
}
