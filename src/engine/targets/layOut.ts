import { issue } from '~/domain/issue';
import { MAX_TOTAL } from '~/domain/money';
import { fail, ok, type Result } from '~/domain/result';
import { type ColumnData, SPOKEN } from '../cube';
import { apportion, wholeWeights } from '../numeric';

export interface LayOut {
  /** By position; filled for positions 0 … memberWeights.length − 1. */
  column: ColumnData;
  /** Line ids by position, for ties. */
  lineId: Uint32Array;
  /** Minor units. */
  total: number;
  /** One per line, not negative; all zero = equal. */
  memberWeights: Float64Array;
  /** Profiles over the periods (one weight each), not negative; all zero = equal. */
  profiles: Float64Array[];
  /** Index into `profiles` per line; all 0 where absent. */
  profileOf?: Uint16Array | Uint32Array;
  /** Rounding step of each line's year. Default 1. */
  unit?: number;
}

/**
 * A new plan's first numbers: the year over lines by shares, each line's year over periods by its profile; shares and
 * profiles may be fractions. The sum over all is the total and each line's periods sum to its year, exactly. Every leaf
 * is spoken. Refused: a total beyond 2^51, a total for no lines. Negative weights are the caller's to keep out.
 */
export function layOut(options: LayOut): Result<ColumnData> {
  const { column, lineId, total, memberWeights, profiles, profileOf, unit = 1 } = options;
  const count = memberWeights.length;
  if (Math.abs(total) > MAX_TOTAL) return fail(issue('target/tooLarge', { amount: total }));
  if (count === 0) return total === 0 ? ok(column) : fail(issue('target/noLines'));
  if (memberWeights.some((w) => w < 0) || profiles.some((profile) => profile.some((w) => w < 0)))
    throw new RangeError('negative weights');

  const years = apportion({ total, weights: wholeWeights(memberWeights), ids: lineId.subarray(0, count), unit });
  const wholeProfiles = profiles.map(wholeWeights);
  for (let i = 0; i < count; i++) {
    const weights = wholeProfiles[profileOf ? profileOf[i] : 0];
    const months = apportion({ total: years[i], weights });
    for (let p = 0; p < months.length; p++) {
      column.value[p][i] = months[p];
      column.state[p][i] |= SPOKEN;
    }
  }
  return ok(column);
}
