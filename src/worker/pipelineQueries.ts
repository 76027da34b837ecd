import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { PipelineApi } from './pipelineApi';
import type { QueryOptions } from './queries';

export function createPipelineQueries(_options: QueryOptions): PipelineApi {
  return {
    pipelineRule: async () => fail(issue('plan/notOpen')),
    funnel: async () => fail(issue('plan/notOpen')),
    deals: async () => fail(issue('plan/notOpen')),
    pipelineForecast: async () => fail(issue('plan/notOpen')),
    pipelineCover: async () => fail(issue('plan/notOpen')),
  };
}
