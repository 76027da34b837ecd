import { type At, type CellRef, cellKey } from '~/domain/cell';
import type { ChainLink } from '~/domain/history';
import { columnKey, type Plan } from '~/domain/plan';
import type { Result } from '~/domain/result';
import { ok } from '~/domain/result';
import { commonRows, HELD, rowCount, rowList, type Selection, selectionTotals } from '~/engine/cube/index';
import { memberName, type OpenPlan, type PlanDocument } from '../document';
import { hierarchyOf } from '../members';
import { holdsOf, requirePlan, selectionOf } from '../resolve';

/**
 * The way from the whole plan down to a cell: first through the members in the order of the plan's dimensions, each with
 * its parents, then to the cell's periods. A share without an amount above it, or above of 0, is null.
 */
export function cellChain(
  document: PlanDocument,
  cell: CellRef,
  inputs: ReadonlyMap<string, number>,
): Result<ChainLink[]> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const chain: ChainLink[] = [];
  for (const { label, cell: node } of nodesTo(document, plan, cell)) {
    const above = chain.at(-1)?.amount ?? null;
    const column = open.columns.get(columnKey(node.column));
    const selection = selectionOf(document, plan, node);
    const totals = column ? selectionTotals(column, selection) : null;
    const amount = totals && totals.spoken > 0 ? totals.sum : null;
    chain.push({
      label,
      periods: node.periods,
      amount,
      share: amount === null || above === null || above === 0 ? null : amount / above,
      held: isHeld(document, { open, plan, cell: node, selection }),
      typed: amount !== null && inputs.get(cellKey(node)) === amount,
    });
  }
  return ok(chain);
}

function nodesTo(document: PlanDocument, plan: Plan, cell: CellRef): { label: string; cell: CellRef }[] {
  const { column, within } = cell;
  const periods = plan.periods.map(({ id }) => id);
  const nodes = [{ label: '', cell: { column, at: {} as At, periods } as CellRef }];
  let at: At = {};
  const named = [...plan.dimensions.filter((id) => cell.at[id] !== undefined), ...Object.keys(cell.at)];
  for (const dimension of new Set(named)) {
    for (const code of pathTo(document, plan.id, { dimension, code: cell.at[dimension] })) {
      at = { ...at, [dimension]: code };
      nodes.push({ label: memberName(document, dimension, code), cell: { column, at, periods } });
    }
  }
  const last = { ...cell, at };
  if (cell.periods.length !== periods.length || within) nodes.push({ label: '', cell: last });
  return nodes;
}

/** A member with its parents, the highest first. */
function pathTo(
  document: PlanDocument,
  plan: string,
  { dimension, code }: { dimension: string; code: number },
): number[] {
  const hierarchy = hierarchyOf(document.records, plan, dimension);
  const path = [code];
  for (let up = hierarchy?.parent[code] ?? 0; up !== 0 && !path.includes(up); up = hierarchy?.parent[up] ?? 0) {
    path.unshift(up);
  }
  return path;
}

interface Node {
  open: OpenPlan;
  plan: Plan;
  cell: CellRef;
  selection: Selection;
}

/** A record keeps it, or every one of its leaves is held by its own bit. */
function isHeld(document: PlanDocument, { open, plan, cell, selection }: Node): boolean {
  const key = columnKey(cell.column);
  const count = rowCount(selection.rows);
  if (count === 0) return false;
  for (const hold of holdsOf(document, plan.id, key)) {
    if (hold.kind === 'total' && cellKey(hold.cell) === cellKey(cell)) return true;
    if (hold.kind !== 'freeze' || !cell.periods.every((id) => hold.cell.periods.includes(id))) continue;
    const held = selectionOf(document, plan, { ...hold.cell, periods: [] });
    if (rowCount(commonRows(held.rows, selection.rows)) === count) return true;
  }
  const column = open.columns.get(key);
  if (!column) return false;
  const rows = rowList(selection.rows);
  return selection.periods.every((period) => rows.every((row) => (column.state[period][row] & HELD) !== 0));
}
