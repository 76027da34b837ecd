import type { Hold } from '~/domain/cell';
import { type Column, columnKey } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import type { HoldLine } from '~/domain/view';
import { isRange, rowCount, type Selection, selectionTotals } from '~/engine/cube/index';
import type { OpenPlan, PlanDocument } from '../document';
import { holdsOf, requirePlan, selectionOf } from '../resolve';
import { labelsOf } from './changeLines';
import { rowPaths } from './rowPaths';

/**
 * Every lock on a column: records in the order of the rows, then of the months, and last in one line how many
 * single leaf values are held by themselves. Amounts in minor units. No locks = no lines.
 */
export function holdLines(document: PlanDocument, of: Column): Result<HoldLine[]> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const key = columnKey(of);
  const lines = holdsOf(document, plan.id, key)
    .map((hold) => ({ hold, own: selectionOf(document, plan, hold.cell) }))
    .sort((a, b) => byPlace(a.own, b.own) || byId(a.hold, b.hold))
    .map(({ hold, own }) => lineOf(document, open, { hold, own }));
  const column = open.columns.get(key);
  const whole: Selection = { rows: { first: 0, end: open.lines.count }, periods: plan.periods.map((_, p) => p) };
  const cells = column ? selectionTotals(column, whole).held : 0;
  if (cells > 0) lines.push({ ...EMPTY, kind: 'cells', leaves: cells });
  return ok(lines);
}

const EMPTY: HoldLine = {
  id: null,
  kind: 'cells',
  at: {},
  labels: [],
  path: {},
  periods: [],
  amount: null,
  leaves: 0,
};

const firstOf = ({ rows }: Selection): number => (isRange(rows) ? rows.first : (rows[0] ?? Number.MAX_SAFE_INTEGER));

/** From the top of the sheet, what covers more rows before what lies in it, then from the first month. */
const byPlace = (a: Selection, b: Selection): number =>
  firstOf(a) - firstOf(b) || rowCount(b.rows) - rowCount(a.rows) || a.periods[0] - b.periods[0];

const byId = (a: Hold, b: Hold): number => (a.id < b.id ? -1 : 1);

function lineOf(document: PlanDocument, open: OpenPlan, { hold, own }: { hold: Hold; own: Selection }): HoldLine {
  const { at, periods } = hold.cell;
  return {
    id: hold.id,
    kind: hold.kind,
    at,
    labels: labelsOf(document, at),
    path: rowPaths(document, open, at),
    periods,
    amount: hold.amount,
    leaves: rowCount(own.rows) * own.periods.length,
  };
}
