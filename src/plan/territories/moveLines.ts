import { issue } from '~/domain/issue';
import { BASELINE } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { type ColumnData, type LeafEdit, ownPeriod, SPOKEN } from '~/engine/cube/index';
import { holdName, refusalWithNames } from '../commands/refusal';
import { noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { brokenTotals } from '../naming';
import { takeBack } from '../takeBack';
import { heldFlow } from './heldFlow';
import { isWhole, type LeafFlows, leafFlows } from './leafFlows';
import { brokenLimits, limitSums } from './limitSums';
import { type LineShare, lineShares, type PlannedMoves } from './lineShares';
import { NO_LINE, type Twins, twinLines } from './twinLines';

/** The frozen base and what was handed down stay as they are. */
const FROZEN_LAYERS: ReadonlySet<string> = new Set([BASELINE.layer, 'issued']);

/**
 * Moves what is planned for customers to the lines of their new sellers, in the open periods that begin on a day or later,
 * in all scenarios and target lines but the base and the issued version. Everything else of a line stays, so no total of
 * a period above both sellers changes; lines that are missing are added. What is locked refuses all of it, by its names:
 * locked numbers on either side, locked totals and lasting limits that it would break, sellers who are not there.
 */
export function moveLines(document: PlanDocument, moves: PlannedMoves & { from: number }): Result<Outcome> {
  const { open, plan, from } = moves;
  const periods = plan.periods.flatMap((period, p) =>
    period.from >= from && !plan.closedPeriods.includes(period.id) ? [p] : [],
  );
  const keys = [...open.columns.keys()].filter((key) => !FROZEN_LAYERS.has(key.split('/')[1]));
  const shares = periods.length > 0 ? lineShares(document, moves) : [];
  const flows = leafFlows(open.columns, { shares, periods, keys });
  const sums = limitSums(document, plan, keys);
  const { added, twins } = twinLines(document, { shares, flows, generation: plan.generation });
  const linesAdded = added ? { first: added.first, count: added.count } : undefined;
  const held = heldFlow(document, { open, plan, shares, flows, twins });
  if (held) {
    takeBack(open, { edits: [], linesAdded });
    return fail(refusalWithNames(document, held));
  }
  const edits = keys.flatMap((column) => {
    const data = open.columns.get(column);
    const own = flows.filter((flow) => flow.column === column);
    return data && own.length > 0 ? [{ column, edit: applyFlows(data, { shares, flows: own, twins }) }] : [];
  });
  const leaves = edits.reduce((sum, { edit }) => sum + edit.moved, 0);
  const outcome: Outcome = {
    change: { records: [], cells: added ? [added.delta] : [] },
    edits,
    linesAdded,
    effect: { ...noEffect, leaves, linesAdded: added?.count ?? 0 },
  };
  const totals = edits.length > 0 ? brokenTotals(document, plan) : [];
  const limits = edits.length > 0 ? brokenLimits(document, plan, { keys, before: sums }) : [];
  if (totals.length === 0 && limits.length === 0) return ok(outcome);
  takeBack(open, outcome);
  return fail(
    totals.length > 0
      ? issue('territory/held', {
          holds: totals.map((hold) => holdName(document, hold)).join('; '),
          holdIds: totals.map(({ id }) => id).join(','),
        })
      : refusalWithNames(document, issue('territory/limit', { limits: limits.join(', ') })),
  );
}

/** Lays the flows of one column on its leaves, and keeps what undoes them. */
function applyFlows(
  column: ColumnData,
  { shares, flows, twins }: { shares: readonly LineShare[]; flows: readonly LeafFlows[]; twins: Twins },
): LeafEdit {
  const edit: LeafEdit = { changes: [], moved: 0, held: 0, equalSpread: false };
  for (const { period, share, to, amount } of flows) {
    ownPeriod(column, period);
    const value = column.value[period];
    const state = column.state[period];
    const ends = Uint32Array.from(share, (s, i) => twins.get(s)?.[to[i]] ?? NO_LINE);
    const rows = Uint32Array.from(new Set([...Array.from(share, (s) => shares[s].row), ...ends])).sort();
    const old = Float64Array.from(rows, (row) => value[row]);
    const oldState = Uint8Array.from(rows, (row) => state[row]);
    for (let i = 0; i < share.length; i += 1) {
      const { row, weights } = shares[share[i]];
      value[row] -= amount[i];
      if (isWhole(weights)) state[row] = 0;
      edit.moved += 1;
    }
    // Only now: of two sellers who exchange customers each line is emptied before it is filled.
    for (let i = 0; i < share.length; i += 1) {
      value[ends[i]] += amount[i];
      state[ends[i]] |= SPOKEN;
    }
    edit.changes.push({
      period,
      rows,
      old,
      oldState,
      new: Float64Array.from(rows, (row) => value[row]),
      newState: Uint8Array.from(rows, (row) => state[row]),
    });
  }
  return edit;
}
