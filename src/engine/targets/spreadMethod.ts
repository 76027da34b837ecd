/** How an amount is laid on the leaves that may move. */
export type SpreadMethod =
  /**
   * In proportion to what is there. `rescale` (default): blanks stay blank, zeros stay zero; `fill`: numbers stay and
   * the blanks share the rest equally. Where nothing is there at all, every leaf gets the same.
   */
  | { kind: 'proportional'; blanks?: 'rescale' | 'fill' }
  /** The same for every leaf, blank or not. */
  | { kind: 'equal' }
  /** In proportion to other numbers (last year, a driver), per period by position; mixed signs are refused. */
  | { kind: 'weights'; weight: Float64Array[] };
