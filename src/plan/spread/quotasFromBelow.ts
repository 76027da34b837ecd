import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { SpreadSeries } from '~/domain/spread';
import { bottomUpQuota, type TotalsEdit } from '~/engine/targets/index';
import { lastYearWeights } from './lastYearWeights';
import type { SpreadSource } from './spreadSource';

/**
 * What the lines of a cell answer for from below: per period what they sold a year earlier × (1 + growth − relief), in
 * whole minor units, laid on each line as it sold. Months that are not known follow the season profile, as in a spread by
 * last year. A period without sales asks for 0. What is held stays, and the free lines of its period make up for it.
 * Refused where nothing was sold or known, and where more relief is granted than there is. Source: `bottomUpQuota`.
 */
export function quotasFromBelow(
  source: SpreadSource,
  { growth, relief }: Extract<SpreadSeries, { kind: 'bottomUp' }>,
): Result<Pick<TotalsEdit, 'parts' | 'method'>> {
  if (!Number.isFinite(growth) || !Number.isFinite(relief)) throw new RangeError(`growth ${growth}, relief ${relief}`);
  const { rows, selection } = source;
  if (1 + growth - relief < 0) return fail(issue('spread/reliefTooLarge'));
  const sold = lastYearWeights(source);
  if (!sold.ok) return sold;
  const { weight } = sold.value;
  const parts = selection.periods.map((period) => {
    let base = 0;
    for (let j = 0; j < rows.length; j += 1) base += weight[period][rows[j]];
    return {
      edit: { rows: selection.rows, periods: [period] },
      total: bottomUpQuota({ base, growth, relief }) ?? 0,
    };
  });
  return ok({ parts, method: { kind: 'weights', weight } });
}
