import { issue } from '~/domain/issue';
import { fail, ok } from '~/domain/result';
import { planHistory } from '~/plan/views/historyView';
import { createCellHistory } from './cellHistory';
import { explainCell } from './explainCell';
import { createPastState } from './pastState';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';
import { statusOf } from './session';
import { introduced } from './who';

type Asked = Pick<PlanHostApi, 'explain' | 'history' | 'openPast' | 'introduce'>;

/** Where numbers come from, what was done, and how the plan stood before. */
export function createHistoryQueries({ who, live, session, tell }: QueryOptions): Asked {
  const past = createPastState();
  const cells = createCellHistory();
  const explained = createCellHistory();
  return {
    explain: async (cell) => {
      const open = session();
      return open ? explainCell(open, explained, cell) : fail(issue('plan/notOpen'));
    },
    history: async ({ cell, before, count }) => {
      const open = session();
      if (!open) return fail(issue('plan/notOpen'));
      if (cell) return cells.page(open, { cell, before, count });
      return ok(planHistory(open.document, open.steps, { undone: open.history.undone, before, count }));
    },
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
