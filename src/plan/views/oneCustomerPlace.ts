import type { CustomerListQuery } from '~/domain/customerList';
import type { MemberCode } from '~/domain/dimension';
import type { CustomerPlace } from '~/domain/oneCustomer';
import { listOrder } from './customerListOrder';
import type { ListScene } from './customerListScene';
import type { Reading } from './nameIndex';

/** Where a customer stands in the list that was left, and who stands beside it. */
export function customerPlace(
  scene: ListScene,
  code: MemberCode,
  { query, reading }: { query: CustomerListQuery; reading: Reading | null },
): CustomerPlace {
  const order = listOrder(scene, query, reading);
  const at = order.indexOf(code);
  if (at < 0) return { previous: null, next: null, place: null, matching: order.length };
  return { previous: order[at - 1] ?? null, next: order[at + 1] ?? null, place: at + 1, matching: order.length };
}
