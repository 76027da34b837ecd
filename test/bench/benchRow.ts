/** One line of `npm run bench`: a time, and what it is measured against in the same run on the same machine. */
export interface BenchRow {
  id: string;
  ms: number;
  /** In words: what was measured in the same run. */
  reference: string;
  ratio: number;
  /** What `ratio` must keep to, and what we would like. */
  must: number;
  aim: number;
  higherIsBetter: boolean;
}
