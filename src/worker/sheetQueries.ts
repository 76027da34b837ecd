import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';

type Asked = Pick<PlanHostApi, 'revealRow' | 'openLevel' | 'rangeSummary' | 'findRows'>;

export function createSheetQueries(_options: QueryOptions): Asked {
  return {
    revealRow: async () => fail(issue('plan/notOpen')),
    openLevel: async () => fail(issue('plan/notOpen')),
    rangeSummary: async () => fail(issue('plan/notOpen')),
    findRows: async () => fail(issue('plan/notOpen')),
  };
}
