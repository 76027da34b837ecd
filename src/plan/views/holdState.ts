import type { At, Hold } from '~/domain/cell';
import type { PeriodId } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { membersOf, type PlanDocument } from '../document';
import { hierarchyOf, underNode } from '../members';
import { holdsOf } from '../resolve';

/** A hold record with what lies under each node it names. */
export interface HoldScope {
  hold: Hold;
  under: Map<string, Uint8Array>;
}

export const holdScopes = (document: PlanDocument, plan: Plan, column: string): HoldScope[] =>
  holdsOf(document, plan.id, column).map((hold) => ({
    hold,
    under: new Map(
      Object.entries(hold.cell.at).map(([dimension, node]) => [
        dimension,
        underNode(hierarchyOf(document.records, plan.id, dimension), node, membersOf(document, dimension).next),
      ]),
    ),
  }));

export interface HoldState {
  /** A freeze covers the whole cell. */
  frozen: boolean;
  /** A freeze was put on this very cell. */
  frozenHere: boolean;
  /** The total of this very cell is held. */
  totalHere: boolean;
  /** Some hold touches it. */
  some: boolean;
}

/** How hold records meet a cell, told from addresses alone. */
export function holdStateAt(
  document: PlanDocument,
  scopes: HoldScope[],
  cell: { at: At; periods: PeriodId[] },
): HoldState {
  const state: HoldState = { frozen: false, frozenHere: false, totalHere: false, some: false };
  for (const scope of scopes) {
    const { hold } = scope;
    const covered = cell.periods.filter((period) => hold.cell.periods.includes(period)).length;
    if (covered === 0) continue;
    const inside = isInside(scope, cell.at);
    if (!inside && !touches(document, scope, cell.at)) continue;
    const here = sameAt(hold.cell.at, cell.at) && sameList(hold.cell.periods, cell.periods);
    if (hold.kind === 'total') {
      if (here) state.totalHere = true;
      continue;
    }
    state.some = true;
    if (inside && covered === cell.periods.length) state.frozen = true;
    if (here) state.frozenHere = true;
  }
  return state;
}

const isInside = (scope: HoldScope, at: At): boolean =>
  Object.keys(scope.hold.cell.at).every((dimension) => {
    const node = at[dimension];
    return node !== undefined && scope.under.get(dimension)?.[node] === 1;
  });

/** Neither inside nor apart: in every dimension both name, one lies under the other. */
const touches = (document: PlanDocument, scope: HoldScope, at: At): boolean =>
  Object.entries(scope.hold.cell.at).every(([dimension, node]) => {
    const other = at[dimension];
    if (other === undefined || other === node || scope.under.get(dimension)?.[other] === 1) return true;
    const hierarchy = hierarchyOf(document.records, scope.hold.plan, dimension);
    return underNode(hierarchy, other, membersOf(document, dimension).next)[node] === 1;
  });

const sameAt = (a: At, b: At): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);
