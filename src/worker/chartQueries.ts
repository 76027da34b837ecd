import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';

type Asked = Pick<PlanHostApi, 'planChart'>;

export function createChartQueries(_options: QueryOptions): Asked {
  return {
    planChart: async () => fail(issue('plan/notOpen')),
  };
}
