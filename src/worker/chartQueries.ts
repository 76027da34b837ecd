import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import { openedPlan } from '~/plan/document';
import { planChart } from '~/plan/views/planChart';
import { sheetFacts } from '~/plan/views/sheetFacts';
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
      const facts = sheetFacts(document, plan, sheet, open.facts);
      return planChart(document, sheet, { query, context: { plan, facts } });
    },
  };
}
