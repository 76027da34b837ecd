import { issue } from '~/domain/issue';
import { fail, ok } from '~/domain/result';
import { capacityView } from '~/plan/capacity/capacityView';
import { openedPlan } from '~/plan/document';
import type { CapacityApi } from './capacityApi';
import type { QueryOptions } from './queries';

/** What sellers can carry; nothing is changed by it. */
export function createCapacityQueries({ session, clock }: QueryOptions): CapacityApi {
  return {
    capacity: async () => {
      const open = session();
      const plan = open && openedPlan(open.document);
      return open && plan ? ok(capacityView(open.document, plan, clock().today)) : fail(issue('plan/notOpen'));
    },
  };
}
