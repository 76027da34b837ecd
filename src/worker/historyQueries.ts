import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';

type Asked = Pick<PlanHostApi, 'explain' | 'history' | 'openPast' | 'introduce'>;

export function createHistoryQueries(_options: QueryOptions): Asked {
  return {
    explain: async () => fail(issue('plan/notOpen')),
    history: async () => fail(issue('plan/notOpen')),
    openPast: async () => fail(issue('plan/notOpen')),
    introduce: async () => null,
  };
}
