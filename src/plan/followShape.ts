import type { RecordsDiff } from '~/domain/change';
import { mergeTail, type ViewLevel } from '~/engine/cube/index';
import { openedPlan, type PlanDocument } from './document';
import { mainLevels } from './mainLevels';

/**
 * Keeps the physical order of the open plan in step after records changed: other trees, members or order of dimensions
 * give another main view. No line id and no stored byte changes; views over the plan are stale afterwards.
 */
export function followShape(document: PlanDocument, diff: RecordsDiff): void {
  const { open } = document;
  const plan = openedPlan(document);
  if (!open || !plan || !diff.some((change) => touches(change, open.id))) return;
  if (plan.groups[0].dimensions.join() !== open.lines.dimensions.join()) return;
  const order = mainLevels(document, plan);
  if (isSameOrder(order, open.order)) return;
  open.order = order;
  mergeTail(open.lines, [...open.columns.values()], order);
}

function touches(change: RecordsDiff[number], plan: string): boolean {
  if (change.type === 'member') return true;
  if (change.type === 'hierarchy') return (change.to ?? change.from)?.plan === plan;
  return change.type === 'plan' && change.id === plan;
}

function isSameOrder(a: ViewLevel[], b: ViewLevel[]): boolean {
  return (
    a.length === b.length &&
    a.every((level, i) => level.column === b[i].column && isSame(level.ancestorOf, b[i].ancestorOf))
  );
}

const isSame = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((code, index) => code === b[index]);
