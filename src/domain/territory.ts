import type { MemberCode } from './dimension';
import type { Day } from './period';

/** Who looks after a customer from a day on; the newest up to a day counts, before the first the orders say it. */
export interface Ownership {
  id: string;
  customer: MemberCode;
  seller: MemberCode;
  from: Day;
}
