/** Which nodes are sums of which: a tree, or several over the same bottom. Nodes are numbered as the caller likes. */
export interface SummingStructure {
  /** Number of all nodes. */
  count: number;
  /** The nodes that are sums of nothing. */
  bottom: Uint32Array;
  /** By node: which of the bottom it sums, as places in `bottom`; of a bottom node itself alone. */
  parts: Uint32Array[];
}
