import type { ForecastTreeView } from '~/domain/forecastTree';

/** The nodes in sight, depth first: those whose parents are all open. */
export function treeRows({ nodes }: ForecastTreeView, isOpen: (node: number) => boolean): number[] {
  const children: number[][] = nodes.map(() => []);
  nodes.forEach(({ parent }, node) => {
    if (parent >= 0) children[parent].push(node);
  });
  const rows: number[] = [];
  const visit = (node: number): void => {
    rows.push(node);
    if (isOpen(node)) children[node].forEach(visit);
  };
  if (nodes.length > 0) visit(0);
  return rows;
}

/** A node by its path of labels and addresses: the same in the next answer, where its number may be another one. */
export function nodeKey(view: Pick<ForecastTreeView, 'nodes'>, node: number): string {
  const { at, parent, depth } = view.nodes[node];
  return at === null ? `${nodeKey(view, parent)}+` : JSON.stringify([depth, at]);
}
