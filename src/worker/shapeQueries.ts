import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';

type Asked = Pick<PlanHostApi, 'shape' | 'shapePreview' | 'memberList'>;

export function createShapeQueries(_options: QueryOptions): Asked {
  return {
    shape: async () => fail(issue('plan/notOpen')),
    shapePreview: async () => fail(issue('plan/notOpen')),
    memberList: async () => fail(issue('plan/notOpen')),
  };
}
