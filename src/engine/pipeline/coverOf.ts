/** How open deals stand against what is still to be found. */
export interface Cover {
  needed: number | null;
  cover: number | null;
  least: number;
  state: 'enough' | 'short' | 'reached' | 'unknown';
}

/** Cover asked for where nobody knows how many deals are won (kpi sheet §2, own starting value). */
export const USUAL_COVER = 3;

/**
 * The cover of a node: open ÷ (target − actual − expected repeat sales), minor units. Repeat business is never asked
 * for a pipeline. Nothing left to find is *reached*, without a number; a part that is unknown leaves it unknown. Enough
 * from 1 ÷ own win rate by amount, else 3. Source: kpi sheet §2, pipelineCover.
 */
export function coverOf({
  open,
  target,
  actual,
  repeat,
  winRate,
}: {
  open: number;
  target: number | null;
  actual: number | null;
  repeat: number | null;
  winRate: number | null;
}): Cover {
  const least = winRate !== null && winRate > 0 ? 1 / winRate : USUAL_COVER;
  if (target === null || actual === null || repeat === null)
    return { needed: null, cover: null, least, state: 'unknown' };
  const needed = Math.round(target - actual - repeat);
  if (needed <= 0) return { needed, cover: null, least, state: 'reached' };
  const cover = open / needed;
  return { needed, cover, least, state: cover >= least ? 'enough' : 'short' };
}
