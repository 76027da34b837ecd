/** What draws said of each of many nodes: how often each line was made, the mean, the spread, what was missing to the target. */
export interface Tally {
  nodes: number;
  /** `amounts[line][node]`; NaN = no such line there. */
  lines: readonly Float64Array[];
  /** `made[line][node]`: draws that reach it. */
  made: Uint32Array[];
  sum: Float64Array;
  squares: Float64Array;
  /** Sum over the draws of what was missing to the first line. */
  missing: Float64Array;
}

export const createTally = (nodes: number, lines: readonly Float64Array[]): Tally => ({
  nodes,
  lines,
  made: lines.map(() => new Uint32Array(nodes)),
  sum: new Float64Array(nodes),
  squares: new Float64Array(nodes),
  missing: new Float64Array(nodes),
});

/** Counts a block of outcomes of one node: entries `from` … `from + count` of `outcomes`. */
export function countOutcomes(
  tally: Tally,
  node: number,
  { outcomes, from, count }: { outcomes: Float64Array; from: number; count: number },
): void {
  let sum = 0;
  let squares = 0;
  const end = from + count;
  for (let i = from; i < end; i += 1) {
    const x = outcomes[i];
    sum += x;
    squares += x * x;
  }
  tally.sum[node] += sum;
  tally.squares[node] += squares;
  tally.lines.forEach((amounts, line) => {
    const amount = amounts[node];
    if (Number.isNaN(amount)) return;
    let made = 0;
    let missing = 0;
    for (let i = from; i < end; i += 1) {
      const short = amount - outcomes[i];
      if (short <= 0) made += 1;
      else missing += short;
    }
    tally.made[line][node] += made;
    if (line === 0) tally.missing[node] += missing;
  });
}
