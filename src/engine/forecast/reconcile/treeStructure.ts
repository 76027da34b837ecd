import type { SummingStructure } from './summingStructure';

/**
 * The summing structure of a tree, or of several without common nodes: `parent[node]`, −1 for a root. Every node comes after
 * its parent; one that does not is a programmer's error.
 */
export function treeStructure(parent: Int32Array): SummingStructure {
  const count = parent.length;
  const sizes = new Uint32Array(count);
  const isInner = new Uint8Array(count);
  parent.forEach((up, node) => {
    if (up >= node || up < -1) throw new RangeError(`treeStructure: node ${node} stands before its parent ${up}`);
    if (up >= 0) isInner[up] = 1;
  });
  const bottom: number[] = [];
  for (let node = 0; node < count; node++) {
    if (isInner[node] === 1) continue;
    bottom.push(node);
    for (let up = node; up >= 0; up = parent[up]) sizes[up]++;
  }
  const parts = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  bottom.forEach((node, place) => {
    for (let up = node; up >= 0; up = parent[up]) {
      parts[up][sizes[up]] = place;
      sizes[up]++;
    }
  });
  return { count, bottom: Uint32Array.from(bottom), parts };
}
