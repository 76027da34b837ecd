/** The straightforward way to hold a plan: objects with children. Only a yardstick for the kernel. */
export interface TreeLeaf {
  value: number;
  held: boolean;
}

export interface TreeNode {
  children: TreeNode[];
  leaves: TreeLeaf[];
  totals: number[];
}

/**
 * The same job on objects: sets the grand total by largest remainder with exact remainders (whole numbers of any size,
 * as nothing else at hand is exact), ties by order of line and period; keeps the old values and sums every node again.
 */
export function editTree(root: TreeNode, total: number): { leaf: TreeLeaf; value: number }[] {
  const leaves: TreeLeaf[] = [];
  const collect = (node: TreeNode): void => {
    for (const leaf of node.leaves) leaves.push(leaf);
    for (const child of node.children) collect(child);
  };
  collect(root);

  const free = leaves.filter((leaf) => !leaf.held);
  const rest = total - leaves.reduce((sum, leaf) => sum + (leaf.held ? leaf.value : 0), 0);
  const sum = free.reduce((s, leaf) => s + leaf.value, 0);
  const old = free.map((leaf) => ({ leaf, value: leaf.value }));
  const [bigRest, bigSum] = [BigInt(rest), BigInt(sum)];
  const shares = free.map((leaf) => {
    const product = BigInt(leaf.value) * bigRest;
    return { leaf, whole: Number(product / bigSum), remainder: Number(product % bigSum) };
  });
  let left = rest - shares.reduce((s, share) => s + share.whole, 0);
  shares.sort((a, b) => b.remainder - a.remainder);
  for (const share of shares) share.leaf.value = share.whole + (left-- > 0 ? 1 : 0);
  sumTree(root);
  return old;
}

export function sumTree(node: TreeNode): number[] {
  node.totals.fill(0);
  for (let i = 0; i < node.leaves.length; i++) node.totals[i] += node.leaves[i].value;
  for (const child of node.children) {
    const below = sumTree(child);
    for (let p = 0; p < below.length; p++) node.totals[p] += below[p];
  }
  return node.totals;
}
