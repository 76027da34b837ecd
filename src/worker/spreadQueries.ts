import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import { spreadPreview } from '~/plan/views/spreadPreview';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';

type Asked = Pick<PlanHostApi, 'spreadPreview'>;

export function createSpreadQueries({ session, clock }: QueryOptions): Asked {
  return {
    spreadPreview: async (command, dimension) => {
      const open = session();
      if (!open) return fail(issue('plan/notOpen'));
      const context = { ...clock(), seq: 0, batchOf: () => null };
      return spreadPreview(open.document, command, { dimension, context });
    },
  };
}
