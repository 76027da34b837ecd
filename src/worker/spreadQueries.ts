import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';

type Asked = Pick<PlanHostApi, 'spreadPreview'>;

export function createSpreadQueries(_options: QueryOptions): Asked {
  return {
    spreadPreview: async () => fail(issue('plan/notOpen')),
  };
}
