import { columnLetters } from './cellAddress';

/** Excel takes at most 255 arguments; above it the parts are found by their parent's id in hidden columns A and B. */
const MOST_ARGUMENTS = 255;

export interface SumRows {
  /** Row numbers of the direct parts, rising. */
  parts: readonly number[];
  /** Row number of the node itself; everything below it, at any depth, stands from the next row to `last`. */
  row: number;
  last: number;
}

/**
 * The formula of a node over its direct parts, as a function of the column: SUM over runs of neighbouring rows, or SUMIFS
 * on the parent id where there are too many runs; its range begins under the node, as a range over the whole column would
 * hold the node itself and go round in circles. Never SUBTOTAL, which would change the target when a row is filtered.
 */
export function sumFormula({ parts, row, last }: SumRows): (column: number) => string {
  const runs: [number, number][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run && run[1] === part - 1) run[1] = part;
    else runs.push([part, part]);
  }
  if (runs.length > MOST_ARGUMENTS) {
    const first = row + 1;
    const match = `$B$${first}:$B$${last},$A${row})`;
    return (column) => {
      const letters = columnLetters(column);
      return `SUMIFS(${letters}$${first}:${letters}$${last},${match}`;
    };
  }
  return (column) => {
    const letters = columnLetters(column);
    return `SUM(${runs.map(([from, to]) => (from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`)).join(',')})`;
  };
}
