import type { Result } from '~/domain/result';
import type { ColumnData } from '../cube/index';

export interface LayOut {
  /** By position; filled for positions 0 … memberWeights.length − 1. */
  column: ColumnData;
  /** Line ids by position, for ties. */
  lineId: Uint32Array;
  /** Minor units. */
  total: number;
  /** One per line, not negative; all zero = equal. */
  memberWeights: Float64Array;
  /** Month profiles (12 weights for 12 periods), not negative; all zero = equal. */
  profiles: Float64Array[];
  /** Index into `profiles` per line; all 0 where absent. */
  profileOf?: Uint16Array | Uint32Array;
  /** Rounding step of each line's year. Default 1. */
  unit?: number;
}

/** A new plan's first numbers: the year over lines by shares, each line's year over periods by its profile. */
export function layOut(_options: LayOut): Result<ColumnData> {
  throw new RangeError('not built yet');
}
