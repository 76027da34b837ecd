import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import { openedPlan } from '~/plan/document';
import { monthCoverage, viewFacts } from '~/plan/facts';
import { planChart } from '~/plan/views/planChart';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';

/** Charts beside the grid: they show rows of a sheet that is open. */
export function createChartQueries({ session }: QueryOptions): Pick<PlanHostApi, 'planChart'> {
  return {
    async planChart(query) {
      const open = session();
      const plan = open ? openedPlan(open.document) : null;
      const sheet = open?.sheets.get(query.sheet);
      if (!open || !plan || !sheet) return fail(issue('plan/notOpen'));
      const { document } = open;
      const facts = viewFacts(document, plan, sheet.view, open.facts);
      return planChart(document, sheet, { query, context: { plan, facts, coverage: monthCoverage(document) } });
    },
  };
}
