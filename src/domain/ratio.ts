/** A ratio is null where its denominator is missing, zero or of the wrong sign: shown as a dash, never as 0. */
export type Ratio = number | null;

/** numerator ÷ denominator; null when either is null or the denominator is not positive. */
export const ratioOf = (numerator: number | null, denominator: number | null): Ratio =>
  numerator === null || denominator === null || !(denominator > 0) ? null : numerator / denominator;
