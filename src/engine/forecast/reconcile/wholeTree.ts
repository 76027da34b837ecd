import type { SummingStructure } from './summingStructure';

export interface WholeTreeOptions {
  /** `parent[node]`, −1 for a root; every node after its parent. */
  parent: Int32Array;
  structure: SummingStructure;
  /** By node: 1 = its value is whole already and stays. */
  immutable?: Uint8Array;
}

/**
 * Values of a tree that add up, in whole units that add up exactly: roots are rounded, then each node's units go to its
 * children by largest remainder (ties to the earlier node). Immutable nodes keep theirs, nothing is moved by a unit or more
 * unless immutable values leave no other way, and no value of 0 or more falls below 0. Source: Hamilton 1792.
 */
export function wholeTree(values: Float64Array, { parent, structure, immutable }: WholeTreeOptions): Float64Array {
  const { count, bottom, parts } = structure;
  if (values.length !== count) throw new RangeError(`wholeTree: ${values.length} values of ${count} nodes`);
  const children: number[][] = Array.from({ length: count }, () => []);
  parent.forEach((up, node) => {
    if (up >= 0) children[up].push(node);
  });
  const settled = settledNodes(values, { parent, structure, immutable });
  const whole = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    if (parent[node] < 0) whole[node] = settled[node] ?? Math.round(values[node]) + 0;
    share(node);
  }
  return whole;

  function share(node: number): void {
    const own = children[node];
    if (own.length === 0) return;
    let left = whole[node];
    const free: number[] = [];
    for (const child of own) {
      const known = settled[child];
      if (known === null) {
        free.push(child);
        continue;
      }
      whole[child] = known;
      left -= known;
    }
    for (const child of free) {
      whole[child] = Math.floor(values[child]) + 0;
      left -= whole[child];
    }
    if (left === 0 || free.length === 0) return;
    const rest = (child: number): number => values[child] - Math.floor(values[child]);
    const order = [...free].sort((a, b) => (left > 0 ? rest(b) - rest(a) : rest(a) - rest(b)) || a - b);
    const each = Math.trunc(left / order.length);
    const more = Math.abs(left - each * order.length);
    order.forEach((child, i) => {
      whole[child] += each + (i < more ? Math.sign(left) : 0);
    });
  }

  function settledNodes(
    given: Float64Array,
    options: { parent: Int32Array; structure: SummingStructure; immutable?: Uint8Array },
  ): (number | null)[] {
    const isSettled = new Uint8Array(bottom.length);
    const amount = new Float64Array(bottom.length);
    bottom.forEach((node, place) => {
      if (options.immutable?.[node] !== 1) return;
      isSettled[place] = 1;
      amount[place] = given[node];
    });
    return Array.from({ length: count }, (_, node) => {
      if (options.immutable?.[node] === 1) return given[node];
      let sum = 0;
      for (const place of parts[node]) {
        if (isSettled[place] === 0) return null;
        sum += amount[place];
      }
      return sum;
    });
  }
}
