import { quantileOf } from '../numeric/index';

/** The value that a share of values lies below, as `quantileOf`, in any order; those that are NaN are not looked at. Null without values. */
export const shareQuantile = (values: Iterable<number>, share: number): number | null =>
  quantileOf(Float64Array.from([...values].filter((value) => !Number.isNaN(value))).sort(), share);
