import type { At } from '~/domain/cell';
import type { Plan } from '~/domain/plan';
import { buildView } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { mainLevels } from '../mainLevels';

export interface MainNode {
  at: At;
  depth: number;
}

/**
 * The nodes of the plan's main tree from the top, by whole levels as long as they are no more than `most`; the plan itself is
 * always among them. `cut` where deeper levels were left out.
 */
export function mainNodes(document: PlanDocument, plan: Plan, most: number): { nodes: MainNode[]; cut: boolean } {
  const { open } = document;
  let nodes: MainNode[] = [{ at: {}, depth: 0 }];
  if (!open) return { nodes, cut: false };
  const levels = mainLevels(document, plan);
  for (let depth = 1; depth <= levels.length; depth += 1) {
    const view = buildView(open.lines, levels.slice(0, depth));
    if (view.count > most) return { nodes, cut: true };
    const ats: At[] = [{}];
    for (let node = 1; node < view.count; node += 1) {
      const { dimension } = levels[view.depth[node] - 1];
      ats.push({ ...ats[view.parent[node]], [dimension]: view.code[node] });
    }
    nodes = ats.map((at, node) => ({ at, depth: view.depth[node] }));
  }
  return { nodes, cut: false };
}
