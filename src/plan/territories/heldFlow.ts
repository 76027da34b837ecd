import { type Issue, issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { HELD, rowList } from '~/engine/cube/index';
import { cellName } from '../commands/refusal';
import type { OpenPlan, PlanDocument } from '../document';
import { boundsOf } from '../resolve';
import type { LeafFlows } from './leafFlows';
import type { LineShare } from './lineShares';
import type { Twins } from './twinLines';

const NAMED = 5;

/**
 * What is locked among the leaves that something leaves or arrives on, as an issue with the names of the locks; null where
 * nothing is in the way. Locks of single values are named by their cells, the first five of them.
 */
export function heldFlow(
  document: PlanDocument,
  {
    open,
    plan,
    shares,
    flows,
    twins,
  }: { open: OpenPlan; plan: Plan; shares: readonly LineShare[]; flows: readonly LeafFlows[]; twins: Twins },
): Issue | null {
  const ids = new Set<string>();
  const cells = new Set<string>();
  const { lines } = open;
  const frozenOf = new Map<string, { id: string; periods: number[]; rows: Uint8Array }[]>();
  for (const { column, period, share, to } of flows) {
    const state = open.columns.get(column)?.state[period];
    let frozen = frozenOf.get(column);
    if (!frozen) {
      frozen = boundsOf(document, plan, column).frozen.map(({ id = '', rows, periods }) => {
        const marks = new Uint8Array(lines.count);
        for (const row of rowList(rows)) marks[row] = 1;
        return { id, periods, rows: marks };
      });
      frozenOf.set(column, frozen);
    }
    const here = frozen.filter(({ periods }) => periods.includes(period));
    for (let i = 0; i < share.length; i += 1) {
      for (const row of [shares[share[i]].row, twins.get(share[i])?.[to[i]] ?? 0]) {
        for (const { id, rows } of here) if (rows[row] === 1) ids.add(id);
        if (((state?.[row] ?? 0) & HELD) === 0 || cells.size >= NAMED) continue;
        const at = Object.fromEntries(lines.dimensions.map((dimension, d) => [dimension, lines.codes[d][row]]));
        cells.add(cellName(document, { at, periods: [plan.periods[period].id] }));
      }
    }
  }
  if (ids.size > 0) return issue('territory/held', { holds: [...ids].join(', ') });
  return cells.size > 0 ? issue('territory/held', { cells: [...cells].join('; ') }) : null;
}
