import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { SimulationView } from '~/domain/simulationView';
import { openedPlan } from '~/plan/document';
import { focusYear } from '~/plan/focusYear';
import { earlierRuns, keepRun, knownRun, runKey } from '~/plan/simulation/keptRuns';
import { simulationHead } from '~/plan/simulation/simulationHead';
import { type SimulationSource, simulationSource } from '~/plan/simulation/simulationSource';
import { simulationView } from '~/plan/simulation/simulationView';
import { deepestTree } from '~/plan/simulation/yearTree';
import { orderCoverage } from '~/plan/views/orderCoverage';
import { outlooksOf } from './outlooks';
import type { QueryOptions } from './queries';
import type { Session } from './session';
import type { SimulationApi } from './simulationApi';
import type { TaskControl } from './tasks';

/** The year of the open plan as it may come out; nothing is changed by it. */
export function createSimulationQueries({ session, jobs, pool, clock }: QueryOptions): SimulationApi {
  const sourceOf = async (open: Session, control: TaskControl): Promise<Result<SimulationSource>> => {
    const { document } = open;
    const plan = openedPlan(document);
    const { revision } = open;
    if (!plan || !document.open) return fail(issue('plan/notOpen'));
    const asOf = orderCoverage(document)?.asOf ?? null;
    const year = focusYear(plan, asOf ?? plan.periods[0].from);
    const tree = deepestTree(document, document.open, plan);
    const outlooks = await outlooksOf(open, pool, { ats: tree.ats, control });
    if (!outlooks.ok) return outlooks;
    // The plan may have changed while its nodes were foretold: the tree no longer speaks of it then, and the page asks again.
    if (open.revision !== revision || openedPlan(document) !== plan) return fail(issue('worker/cancelled'));
    return simulationSource(document, document.open, {
      whole: plan,
      year,
      tree,
      outlooks: outlooks.value,
      asOf,
      today: clock().today,
    });
  };

  const simulate = async (open: Session, control: TaskControl): Promise<Result<SimulationView>> => {
    const source = await sourceOf(open, control);
    if (!source.ok) return source;
    const { document, revision } = open;
    const plan = source.value.whole.id;
    const key = runKey(source.value.input);
    const known = knownRun(document, plan, key);
    // Names may have changed all the same: only the draws are kept.
    if (known) return ok(simulationView(document, { source: source.value, study: known.study }, known));
    const study = await pool.run('simulation', source.value.input, control);
    if (!study.ok) return study;
    const earlier = earlierRuns(document, plan);
    const head = simulationHead(source.value, study.value, { no: (earlier[0]?.no ?? 0) + 1, revision });
    keepRun(document, { plan, key, study: study.value, head });
    return ok(simulationView(document, { source: source.value, study: study.value }, { head, earlier }));
  };

  return {
    simulation: (job) => {
      const open = session();
      if (!open) return Promise.resolve(fail(issue('plan/notOpen')));
      return jobs.run({ id: job, kind: 'simulation', cancellable: true }, (control) => simulate(open, control));
    },
  };
}
