/** What moves the leaves together: log standard deviations of the factor all share, one per region and one per product. */
export interface FactorSizes {
  common: number;
  region: number;
  product: number;
}

export interface LeafFactors {
  /** By leaf: what one standard deviation of each factor moves its outcome by, in standard deviations of its own. */
  common: Float64Array;
  region: Float64Array;
  product: Float64Array;
  /** And of what is left to chance at the leaf alone. */
  own: Float64Array;
}

/**
 * How much of a leaf's uncertainty it shares. A factor of log-sd s moves what is still open at the leaf by about s of it; where
 * that together is more than the leaf's own range allows, the factors are taken smaller in proportion and nothing is left to
 * itself. So the squares add to 1 and every leaf keeps the range it was foretold with, however large the factors are. A leaf
 * that is certain shares nothing; `region` and `product` NONE share no such factor.
 */
export function leafFactors(
  leaves: {
    middle: Float64Array;
    /** What one standard deviation moves a leaf by near its middle; 0 = it is certain. */
    slope: Float64Array;
    certain: Float64Array;
    region: Uint32Array;
    product: Uint32Array;
  },
  sizes: FactorSizes,
): LeafFactors {
  const count = leaves.middle.length;
  const factors: LeafFactors = {
    common: new Float64Array(count),
    region: new Float64Array(count),
    product: new Float64Array(count),
    own: new Float64Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    const spread = leaves.slope[i];
    const open = Math.max(0, leaves.middle[i] - leaves.certain[i]);
    if (spread <= 0) continue;
    const common = (sizes.common * open) / spread;
    const region = leaves.region[i] === NO_FACTOR ? 0 : (sizes.region * open) / spread;
    const product = leaves.product[i] === NO_FACTOR ? 0 : (sizes.product * open) / spread;
    const squares = common * common + region * region + product * product;
    const fit = squares > 1 ? 1 / Math.sqrt(squares) : 1;
    factors.common[i] = common * fit;
    factors.region[i] = region * fit;
    factors.product[i] = product * fit;
    factors.own[i] = Math.sqrt(Math.max(0, 1 - squares * fit * fit));
  }
  return factors;
}

/** In `region`, `product` and `group`: the leaf has none. */
export const NO_FACTOR = 0xffff_ffff;
