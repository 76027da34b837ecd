import { type Column, columnKey } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import type { LimitLine } from '~/domain/view';
import { isRange, selectionTotals } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { requirePlan, selectionOf } from '../resolve';
import { labelsOf } from './changeLines';
import { rowPaths } from './rowPaths';

/**
 * Every lasting minimum and maximum on a column, from the top of the sheet down, with what its cell holds now: a cell that
 * was outside when it was bounded stays so until its next edit. Amounts in minor units. No limits = no lines.
 */
export function limitLines(document: PlanDocument, of: Column): Result<LimitLine[]> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const key = columnKey(of);
  const column = open.columns.get(key);
  return ok(
    [...document.records.limit.values()]
      .filter((limit) => limit.plan === plan.id && columnKey(limit.cell.column) === key)
      .map((limit) => ({ limit, own: selectionOf(document, plan, limit.cell) }))
      .sort((a, b) => firstRow(a.own.rows) - firstRow(b.own.rows) || (a.limit.id < b.limit.id ? -1 : 1))
      .map(({ limit: { id, cell, min, max }, own }) => {
        const totals = column ? selectionTotals(column, own) : null;
        const amount = totals && totals.spoken > 0 ? totals.sum : null;
        return {
          ...{ id, cell, min, max, amount },
          labels: labelsOf(document, cell.at),
          path: rowPaths(document, open, cell.at),
        };
      }),
  );
}

const firstRow = (rows: ReturnType<typeof selectionOf>['rows']): number =>
  isRange(rows) ? rows.first : (rows[0] ?? Number.MAX_SAFE_INTEGER);
