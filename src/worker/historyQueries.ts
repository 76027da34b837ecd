import { issue } from '~/domain/issue';
import { fail, ok } from '~/domain/result';
import { createPastState } from './pastState';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';
import { statusOf } from './session';
import { introduced } from './who';

type Asked = Pick<PlanHostApi, 'explain' | 'history' | 'openPast' | 'introduce'>;

/** Where numbers come from, what was done, and how the plan stood before. */
export function createHistoryQueries({ who, live, tell }: QueryOptions): Asked {
  const past = createPastState();
  return {
    explain: async () => fail(issue('plan/notOpen')),
    history: async () => fail(issue('plan/notOpen')),
    openPast: async (seq) => {
      const open = live();
      if (!open) return fail(issue('plan/notOpen'));
      const looked = await past.look(open, seq);
      if (!looked.ok) return looked;
      const status = statusOf(open);
      tell({ kind: 'status', status });
      tell({ kind: 'reopened' });
      return ok(status);
    },
    introduce: async (name) => {
      who.name = introduced(name);
      return null;
    },
  };
}
