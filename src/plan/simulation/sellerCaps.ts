import type { MemberCode } from '~/domain/dimension';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { capacityView } from '../capacity/capacityView';
import type { PlanDocument } from '../document';

/**
 * The most each seller can bring in the year, minor units: what the customers he has bring, and new business at the pace of the
 * best tenth (`capacity`). A limit on luck, hence not the middle. Sellers without capacity have none, and nobody has where new
 * business is unknown: known customers alone would be too little.
 */
export function sellerCaps(document: PlanDocument, plan: Plan, today: Day): Map<MemberCode, number> {
  const { rows, productivity } = capacityView(document, plan, today);
  const { used, high } = productivity;
  if (used === null) return new Map();
  const pace = used > 0 && high !== null ? Math.max(1, high / used) : 1;
  const caps = new Map<MemberCode, number>();
  for (const { seller, base, takenOver, fresh } of rows) {
    const most = sum(base) + sum(takenOver) + sum(fresh) * pace;
    if (most > 0) caps.set(seller, most);
  }
  return caps;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
