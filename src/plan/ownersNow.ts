import type { DimensionId } from '~/domain/dimension';
import { membersOf, orderSegments, type PlanDocument } from './document';

/**
 * Whose each customer is today: per dimension asked for (seller, region) an array by customer code, read from the newest
 * order of the customer (of two on the same day the later in the file). A customer without orders, and a dimension that
 * its newest order does not have, count as *unassigned* (0). This is what facts *as it is now* are counted by.
 */
export function ownersNow(
  document: PlanDocument,
  dimensions: readonly DimensionId[] = ['seller', 'region'],
): Map<DimensionId, Uint32Array> {
  const { next } = membersOf(document, 'customer');
  const newest = new Int32Array(next).fill(-0x8000_0000);
  const owners = dimensions.map(() => new Uint32Array(next));
  for (const segment of orderSegments(document)) {
    const customers = segment.codes.customer;
    if (!customers) continue;
    const columns = dimensions.map((dimension) => segment.codes[dimension]);
    for (let i = 0; i < segment.count; i += 1) {
      const customer = customers[i];
      if (customer === 0 || customer >= next || segment.day[i] < newest[customer]) continue;
      newest[customer] = segment.day[i];
      for (let d = 0; d < owners.length; d += 1) owners[d][customer] = columns[d]?.[i] ?? 0;
    }
  }
  return new Map(dimensions.map((dimension, d) => [dimension, owners[d]]));
}
