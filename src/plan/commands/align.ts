import type { RecordsDiff } from '~/domain/change';
import { counterparts } from '~/domain/planYears';
import { ok, type Result } from '~/domain/result';
import { appendLines, findLine } from '~/engine/cube/index';
import { cutsOfSpans } from '~/engine/facts/index';
import { noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { createFactCache } from '../facts';
import { hierarchyOf } from '../members';
import { planCutFacts } from '../periodFacts';
import { updated } from '../records';
import { requirePlan } from '../resolve';

/**
 * Adds blank lines for orders of the plan's own periods and of the year before that have none, so that what is sold has a
 * place in the plan, and gives members that are new since the plan was made their parents. No number changes.
 */
export function alignLines(document: PlanDocument): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const facts = planCutFacts(document, plan, createFactCache());
  const missing: number[][] = open.lines.dimensions.map(() => []);
  if (facts) {
    const spans = cutsOfSpans([...plan.periods, ...counterparts(plan).filter((span) => span !== null)]);
    const buckets = facts.amount.filter(
      (_, b) => spans[0] <= facts.cuts[b] && facts.cuts[b + 1] <= spans[spans.length - 1],
    );
    const tuple = new Uint32Array(facts.dimensions.length);
    for (let row = 0; row < facts.count; row += 1) {
      if (!buckets.some((bucket) => bucket[row] !== 0)) continue;
      for (let d = 0; d < tuple.length; d += 1) tuple[d] = facts.codes[d][row];
      if (findLine(open.lines, tuple) === null) for (let d = 0; d < tuple.length; d += 1) missing[d].push(tuple[d]);
    }
  }
  const count = missing[0]?.length ?? 0;
  const records = adoptedParents(document, plan.id);
  if (count === 0) return ok({ change: { records, cells: [] }, edits: [], effect: noEffect });
  const codes = missing.map((column) => Uint32Array.from(column));
  const first = appendLines(open.lines, [...open.columns.values()], codes);
  return ok({
    change: {
      records,
      cells: [{ kind: 'lines', plan: open.id, group: open.group, generation: plan.generation, first, codes }],
    },
    edits: [],
    linesAdded: { first, count },
    effect: { ...noEffect, linesAdded: count },
  });
}

/**
 * Members that came after the plan was made have no place in its own trees yet: they take the one they have in the
 * workspace. A member that has a parent in the plan keeps it: moving a customer does not move a plan.
 */
function adoptedParents(document: PlanDocument, plan: string): RecordsDiff {
  return [...document.records.hierarchy.values()].flatMap((own) => {
    const common = own.plan === plan ? hierarchyOf(document.records, null, own.dimension) : null;
    if (!common) return [];
    const parent = new Uint32Array(Math.max(own.parent.length, common.parent.length));
    parent.set(own.parent);
    let moved = false;
    for (let code = own.parent.length; code < common.parent.length; code += 1) {
      parent[code] = common.parent[code];
      if (parent[code] !== 0) moved = true;
    }
    return moved ? [updated('hierarchy', own, { ...own, parent })] : [];
  });
}
