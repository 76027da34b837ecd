/** How an amount is laid on the leaves that may move. */
export type SpreadMethod =
  /**
   * In proportion to what is there. `rescale` (default): blanks stay blank, zeros stay zero; `fill`: numbers stay and
   * the blanks share the rest equally. Where nothing is there at all, the leaves follow `otherwise` (per period by
   * position, whole numbers); without it, or where that says nothing or has mixed signs, every leaf gets the same.
   */
  | { kind: 'proportional'; blanks?: 'rescale' | 'fill'; otherwise?: Float64Array[] }
  /** The same for every leaf, blank or not. */
  | { kind: 'equal' }
  /** In proportion to other numbers (last year, a driver), per period by position; mixed signs are refused. */
  | { kind: 'weights'; weight: Float64Array[] };
