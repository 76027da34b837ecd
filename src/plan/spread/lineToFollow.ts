import { type Column, columnKey } from '~/domain/plan';
import type { OpenPlan } from '../document';

/** Lines beside the target that are typed high up and blank below at first. */
const FOLLOWING: readonly string[] = ['proposal', 'floor', 'stretch'];

/**
 * What a blank cell of a proposal, floor or stretch line follows when an amount is laid on it: the target of the same
 * scenario and measure, so that a year that is proposed in one number keeps the season. Undefined for other lines.
 */
export function lineToFollow({ columns }: OpenPlan, column: Column): Float64Array[] | undefined {
  if (!FOLLOWING.includes(column.layer)) return undefined;
  return columns.get(columnKey({ ...column, layer: 'target' }))?.value;
}
