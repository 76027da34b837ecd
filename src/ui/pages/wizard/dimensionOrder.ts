import type { DimensionId } from '~/domain/dimension';

/** Moves a dimension by one place; at the end of the list it stays. */
export function moveDimension(order: readonly DimensionId[], id: DimensionId, by: -1 | 1): DimensionId[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  const next = [...order];
  [next[from], next[to]] = [next[to], next[from]];
  return next;
}

/** Takes a dimension in at the end, or out. */
export const toggleDimension = (order: readonly DimensionId[], id: DimensionId): DimensionId[] =>
  order.includes(id) ? order.filter((other) => other !== id) : [...order, id];

/** Those that are in, in their order, then all others as they were offered. */
export const listedDimensions = (order: readonly DimensionId[], offered: readonly DimensionId[]): DimensionId[] => [
  ...order,
  ...offered.filter((id) => !order.includes(id)),
];
