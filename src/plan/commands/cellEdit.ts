import type { CellRef } from '~/domain/cell';
import type { CellDelta, RecordsDiff } from '~/domain/change';
import { columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import {
  appendLines,
  blankColumn,
  type ColumnData,
  findLine,
  removeTail,
  rowCount,
  type Selection,
  selectionTotals,
} from '~/engine/cube/index';
import type { Bounds, LeafEdit } from '~/engine/targets/index';
import { noEffect, type Outcome } from '../context';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { boundsOf, requirePlan, selectionOf } from '../resolve';
import { refusalWithNames } from './refusal';

/** What a command needs of the cell it was given: its column and its leaves. */
export interface CellInPlan {
  open: OpenPlan;
  plan: Plan;
  /** Of the column. */
  key: string;
  column: ColumnData;
  selection: Selection;
}

export function cellIn(
  document: PlanDocument,
  { open, plan }: { open: OpenPlan; plan: Plan },
  cell: CellRef,
): CellInPlan {
  const key = columnKey(cell.column);
  return { open, plan, key, column: columnOf(open, plan, key), selection: selectionOf(document, plan, cell) };
}

/** The column a command edits; it comes into being, blank, when first spoken of. */
export function columnOf(open: OpenPlan, plan: Plan, key: string): ColumnData {
  const existing = open.columns.get(key);
  if (existing) return existing;
  const column = blankColumn(open.lines.lineId.length, plan.periods.length);
  open.columns.set(key, column);
  return column;
}

/** What the kernel gets of a cell: its leaves, and what may not move in its column. */
export type KernelCell = Required<Bounds> & CellInPlan & { lines: OpenPlan['lines']; edit: Selection };

export interface CellEdit {
  cell: CellRef;
  /** Edits the leaves in place, or says why not and changes nothing. */
  run: (kernel: KernelCell) => Result<LeafEdit>;
  /** The sum the cell then has, where it is known before: a pass over its leaves less. */
  after?: number;
  /** Records that change with it. */
  records?: RecordsDiff;
}

/**
 * One edit of one cell: a line for a cell without any, the kernel with everything that may not move, refusals with names.
 * A refusal leaves the plan as it was, the new line taken back.
 */
export function editCell(document: PlanDocument, { cell, run, after, records = [] }: CellEdit): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open } = required.value;
  const isMissing = rowCount(selectionOf(document, required.value.plan, cell).rows) === 0;
  const added = isMissing ? addLinesOf(document, [cell]) : null;
  const found = cellIn(document, required.value, cell);
  const before = selectionTotals(found.column, found.selection);
  const bounds = boundsOf(document, found.plan, found.key);
  const edited = run({ ...found, ...bounds, lines: open.lines, edit: found.selection });
  if (!edited.ok) {
    if (added) removeTail(open.lines, [...open.columns.values()], added.first);
    return fail(...edited.issues.map((issue) => refusalWithNames(document, issue, before.held)));
  }
  const now = after === undefined ? selectionTotals(found.column, found.selection) : { sum: after, spoken: 1 };
  return ok({
    change: { records, cells: added ? [added.delta] : [] },
    edits: [{ column: found.key, edit: edited.value }],
    linesAdded: added ? { first: added.first, count: added.count } : undefined,
    effect: {
      ...noEffect,
      leaves: edited.value.moved,
      held: edited.value.held,
      equalSpread: edited.value.equalSpread,
      linesAdded: added?.count ?? 0,
      before: before.spoken > 0 ? before.sum : null,
      after: now.spoken > 0 ? now.sum : null,
    },
  });
}

export interface AddedLines {
  first: number;
  count: number;
  delta: CellDelta;
}

/**
 * Adds the lines that addresses without any speak of, blank: dimensions left open take their only member, else
 * *unassigned*. Null where the tuples are there already and a filter hides them.
 */
export function addLinesOf(document: PlanDocument, cells: readonly CellRef[]): AddedLines | null {
  const { open } = document;
  const plan = open ? document.records.plan.get(open.id) : undefined;
  if (!open || !plan) return null;
  const { lines } = open;
  const byDefault = lines.dimensions.map((dimension) => onlyMember(document, dimension));
  const missing = new Map<string, number[]>();
  for (const { at } of cells) {
    const tuple = lines.dimensions.map((dimension, d) => at[dimension] ?? byDefault[d]);
    if (findLine(lines, tuple) === null) missing.set(tuple.join(), tuple);
  }
  if (missing.size === 0) return null;
  const tuples = [...missing.values()];
  const codes = lines.dimensions.map((_, d) => Uint32Array.from(tuples, (tuple) => tuple[d]));
  const first = appendLines(lines, [...open.columns.values()], codes);
  const place = { plan: open.id, group: open.group, generation: plan.generation };
  return { first, count: tuples.length, delta: { kind: 'lines', ...place, first, codes } };
}

function onlyMember(document: PlanDocument, dimension: string): number {
  const codes = membersOf(document, dimension).byCode.filter((member) => member && !member.archived);
  return codes.length === 1 ? (codes[0]?.code ?? 0) : 0;
}
