import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';

type Asked = Pick<
  PlanHostApi,
  'notes' | 'savedViews' | 'scenarios' | 'compare' | 'approvals' | 'rounds' | 'growth' | 'cushion'
>;

export function createScenarioQueries(_options: QueryOptions): Asked {
  return {
    notes: async () => fail(issue('plan/notOpen')),
    savedViews: async () => fail(issue('plan/notOpen')),
    scenarios: async () => fail(issue('plan/notOpen')),
    compare: async () => fail(issue('plan/notOpen')),
    approvals: async () => fail(issue('plan/notOpen')),
    rounds: async () => fail(issue('plan/notOpen')),
    growth: async () => fail(issue('plan/notOpen')),
    cushion: async () => fail(issue('plan/notOpen')),
  };
}
