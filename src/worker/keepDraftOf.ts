import type { KeptNode } from '~/domain/forecast';
import type { KeepDraft } from '~/domain/forecastView';
import { issue } from '~/domain/issue';
import { type Day, monthIdAt } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import { openedPlan } from '~/plan/document';
import { mainNodes } from '~/plan/forecast/mainNodes';
import { overridesAt } from '~/plan/forecast/overridesAt';
import { JUDGED_LEVEL } from '~/plan/forecast/rollingCases';
import { orderCoverage } from '~/plan/views/orderCoverage';
import { foretell } from './foretell';
import { requestsOf } from './manyNodes';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

const MOST_NODES = 200;

/** The forecasts of the plan's main nodes as they stand, the model's and the final ones, to be kept. */
export async function keepDraftOf(
  open: Session,
  pool: ComputePool,
  { control, today }: { control: TaskControl; today: Day },
): Promise<Result<KeepDraft>> {
  const { document } = open;
  const plan = openedPlan(document);
  const coverage = orderCoverage(document);
  if (!plan) return fail(issue('plan/notOpen'));
  if (!coverage) return fail(issue('forecast/noHistory'));
  const { nodes } = mainNodes(document, plan, MOST_NODES);
  const requests = requestsOf(
    document,
    plan,
    nodes.map(({ at }) => at),
  ).filter((request) => request !== null);
  const made = await foretell(open, pool, { requests, control });
  if (!made.ok) return made;
  return ok({
    takenOn: today,
    asOf: coverage.asOf,
    nodes: requests.map((request, i): KeptNode => {
      const { mean, intervals } = made.value[i];
      const first = request.fromMonth + request.history.length;
      const overrides = overridesAt(document, plan, request.at);
      const range = intervals.find(({ level }) => level === JUDGED_LEVEL);
      const model = Array.from(mean, Math.round);
      return {
        at: request.at,
        from: monthIdAt(first),
        model,
        final: model.map((amount, h) => overrides.get(monthIdAt(first + h))?.amount ?? amount),
        lower: model.map((amount, h) => Math.round(range?.lower[h] ?? amount)),
        upper: model.map((amount, h) => Math.round(range?.upper[h] ?? amount)),
      };
    }),
  });
}
