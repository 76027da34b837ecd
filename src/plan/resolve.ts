import type { At, CellRef, Hold } from '~/domain/cell';
import type { DimensionId, Hierarchy, MemberCode } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { type LineFilter, type Rows, rowCount, type Selection, selectLines, type ViewLevel } from '~/engine/cube/index';
import type { Bounds, HeldTotal, SumLimit } from '~/engine/targets/index';
import { membersOf, type OpenPlan, openedPlan, type PlanDocument } from './document';
import { frozenByDates } from './memberDates';
import { hierarchyOf, hierarchyOfNode, type Members, rowsByLevel, underNode } from './members';

/** The open plan with its record, or why there is none. */
export function requirePlan(document: PlanDocument): Result<{ open: OpenPlan; plan: Plan }> {
  const plan = openedPlan(document);
  return document.open && plan ? ok({ open: document.open, plan }) : fail(issue('plan/notOpen'));
}

/** The lines under an address. A dimension the lines do not have selects nothing unless it asks for unassigned. */
export function rowsAt(document: PlanDocument, open: OpenPlan, at: At, within: CellRef['within'] = []): Rows {
  const filters: LineFilter[] = [];
  for (const [dimension, node] of Object.entries(at)) {
    const column = open.lines.dimensions.indexOf(dimension);
    if (column < 0) {
      if (node !== 0) return { first: 0, end: 0 };
      continue;
    }
    const members = membersOf(document, dimension);
    const hierarchy = hierarchyOfNode(document.records, open.id, { members, node });
    filters.push({ column, under: underNode(hierarchy, node, members.next) });
  }
  for (const { dimension, members } of within) {
    const column = open.lines.dimensions.indexOf(dimension);
    if (column >= 0) filters.push({ column, under: underMembers(document, open.id, { dimension, members }) });
  }
  return selectLines(open.lines, filters);
}

/** By member code of a dimension: 1 where it is one of these members or lies under one, each in the tree it lives in. */
export function underMembers(
  document: PlanDocument,
  plan: string,
  { dimension, members }: { dimension: DimensionId; members: readonly MemberCode[] },
): Uint8Array {
  const known = membersOf(document, dimension);
  const under = new Uint8Array(Math.max(known.next, 1));
  for (const node of members) {
    const hierarchy = hierarchyOfNode(document.records, plan, { members: known, node });
    underNode(hierarchy, node, under.length).forEach((bit, code) => {
      under[code] |= bit;
    });
  }
  return under;
}

/** The leaf values of a cell. Periods that are not the plan's are a programmer's error. */
export function selectionOf(document: PlanDocument, plan: Plan, cell: CellRef): Selection {
  const { open } = document;
  if (!open) throw new RangeError('no plan is open');
  const periods = cell.periods.map((id) => {
    const index = plan.periods.findIndex((period) => period.id === id);
    if (index < 0) throw new RangeError(`period ${id} is not in plan ${plan.id}`);
    return index;
  });
  return { rows: rowsAt(document, open, cell.at, cell.within), periods };
}

/** What the kernel may not move in a column: hold records and closed periods (leaf bits lie in the column itself). */
export function boundsOf(document: PlanDocument, plan: Plan, column: string): Required<Bounds> {
  const frozen: (Selection & { id: string })[] = document.open ? frozenByDates(document, document.open, plan) : [];
  const heldTotals: HeldTotal[] = [];
  for (const hold of holdsOf(document, plan.id, column)) {
    const selection = selectionOf(document, plan, hold.cell);
    if (hold.kind === 'freeze') frozen.push({ ...selection, id: hold.id });
    else if (rowCount(selection.rows) > 0) heldTotals.push({ id: hold.id, selection, amount: hold.amount ?? 0 });
  }
  const closedPeriods = plan.closedPeriods
    .map((id) => plan.periods.findIndex((period) => period.id === id))
    .filter((index) => index >= 0);
  return { frozen, heldTotals, closedPeriods, sumLimits: sumLimitsOf(document, plan, column) };
}

/** The lasting limits of a column as the kernel keeps them; those of addresses without lines bind nothing yet. */
function sumLimitsOf(document: PlanDocument, plan: Plan, column: string): SumLimit[] {
  return [...document.records.limit.values()]
    .filter(({ plan: owner, cell }) => owner === plan.id && columnKey(cell.column) === column)
    .map(({ id, cell, min, max }) => ({
      id,
      selection: selectionOf(document, plan, cell),
      min: min ?? Number.NEGATIVE_INFINITY,
      max: max ?? Number.POSITIVE_INFINITY,
    }))
    .filter(({ selection }) => rowCount(selection.rows) > 0);
}

export function holdsOf(document: PlanDocument, plan: string, column: string): Hold[] {
  const holds: Hold[] = [];
  for (const hold of document.records.hold.values()) {
    const { scenario, layer, measure } = hold.cell.column;
    if (hold.plan === plan && `${scenario}/${layer}/${measure}` === column) holds.push(hold);
  }
  return holds;
}

/** The levels of a tree over these dimensions in this order, each hierarchy from its top down. */
export function viewLevels(
  document: PlanDocument,
  plan: string | null,
  dimensions: { dimension: string; column: number }[],
): ViewLevel[] {
  return dimensions.flatMap(({ dimension, column }) => {
    const hierarchy: Hierarchy = hierarchyOf(document.records, plan, dimension) ?? {
      id: '',
      plan,
      dimension,
      levels: [dimension],
      parent: new Uint32Array(0),
    };
    return levelsOf(hierarchy, membersOf(document, dimension), column);
  });
}

/** One level per level of the hierarchy on which any member stands. */
export const levelsOf = (hierarchy: Hierarchy, members: Members, column: number): ViewLevel[] =>
  rowsByLevel(hierarchy, members).flatMap((ancestorOf) =>
    ancestorOf ? [{ dimension: hierarchy.dimension, column, ancestorOf }] : [],
  );
