import type { At } from '~/domain/cell';
import type { View } from '~/engine/cube/index';

/**
 * The nodes of a view that stand for an address: none where the view has no row for it (another order of dimensions, a
 * filter, a member without a line). *Unassigned* may stand for itself on several levels of a dimension.
 */
export function nodesAt(view: View, at: At): number[] {
  let wanted = Object.keys(at).length;
  if (wanted === 0) return [0];
  const seen = new Set<string>();
  const found: number[] = [];
  let node = 0;
  for (const level of view.levels) {
    const member = at[level.dimension];
    if (member === undefined) return found;
    const code = level.ancestorOf[member] ?? 0;
    if (found.length > 0 && code !== member) return found;
    const child = childOf(view, node, code);
    if (child === null) return found;
    if (!seen.has(level.dimension)) {
      seen.add(level.dimension);
      wanted -= 1;
    }
    node = child;
    if (wanted === 0 && code === member) found.push(node);
  }
  return found;
}

function childOf(view: View, node: number, code: number): number | null {
  const first = view.firstChild[node];
  const end = first + view.childCount[node];
  for (let child = first; child < end; child += 1) if (view.code[child] === code) return child;
  return null;
}
