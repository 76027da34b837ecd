import type { RfmScores } from './scoreRfm';

/** The eight groups by recent or not, often or not, much or not; 0 in the column = not scored. */
export const RFM_GROUPS = ['champions', 'promising', 'keep', 'winBack', 'loyal', 'new', 'fading', 'lapsing'] as const;
export type RfmGroup = (typeof RFM_GROUPS)[number];

export interface RfmGroups {
  /** By customer code: 0, or 1 + the place in RFM_GROUPS. */
  of: Uint8Array;
  counts: number[];
  revenue: number[];
}

/**
 * The usual names for RFM cells. High is the upper two of five classes, or the top one of three. Much: champions (recent,
 * often), promising (recent, seldom), keep (quiet, often), win back (quiet, seldom); little: loyal, new, fading, lapsing in
 * the same order. Customers that are not scored have no group. Counts and net sales add up to those of the matrix.
 */
export function rfmGroups(scores: RfmScores, monetary: Float64Array): RfmGroups {
  const high = scores.classes === 5 ? 4 : 3;
  const of = new Uint8Array(scores.state.length);
  const counts = RFM_GROUPS.map(() => 0);
  const revenue = RFM_GROUPS.map(() => 0);
  for (let c = 0; c < of.length; c++) {
    if (scores.recency[c] === 0) continue;
    const quiet = scores.recency[c] >= high ? 0 : 2;
    const seldom = scores.frequency[c] >= high ? 0 : 1;
    const little = scores.monetary[c] >= high ? 0 : 4;
    const group = quiet + seldom + little;
    of[c] = group + 1;
    counts[group]++;
    revenue[group] += monetary[c];
  }
  return { of, counts, revenue };
}
