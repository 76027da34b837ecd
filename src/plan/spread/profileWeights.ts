import { issue } from '~/domain/issue';
import { seasonShares } from './seasonShares';
import { emptyWeights, lineShares, type SpreadSource, type Weights } from './spreadSource';

/**
 * Lines keep the shares they have in the cell (equal where there is nothing yet), periods follow the season of the nearest
 * node with enough history. Says so where Spring Festival lies elsewhere this year.
 */
export function profileWeights(source: SpreadSource): Weights {
  const { rows, selection } = source;
  const weight = emptyWeights(source);
  const season = seasonShares(source);
  const shares = lineShares(source);
  for (const period of selection.periods)
    for (let j = 0; j < rows.length; j += 1)
      weight[period][rows[j]] = shares[j] * season.shares[season.profileOf(rows[j])][period];
  return { weight, notes: season.festivalMoved ? [issue('spread/festivalMoved')] : [] };
}
