import { issue } from '~/domain/issue';
import type { CoverView, PipelineForecastView, PipelineQuery } from '~/domain/pipelineView';
import { fail, ok, type Result } from '~/domain/result';
import { openedPlan, workspaceOf } from '~/plan/document';
import { coverNodes, coverView } from '~/plan/pipeline/coverView';
import { dealSimulation } from '~/plan/pipeline/dealSimulation';
import { dealsView } from '~/plan/pipeline/dealsView';
import { funnelView } from '~/plan/pipeline/funnelView';
import { monthsAhead } from '~/plan/pipeline/monthsAhead';
import { nodeDeals } from '~/plan/pipeline/nodeDeals';
import { pipelineForecastView } from '~/plan/pipeline/pipelineForecastView';
import { pipelineRuleView } from '~/plan/pipeline/pipelineRuleView';
import { pipelineScene } from '~/plan/pipeline/pipelineScene';
import { dealsCsv } from './dealsCsv';
import { drawDeals } from './drawDeals';
import { outlooksOf } from './outlooks';
import { loadReading } from './pinyin';
import type { PipelineApi } from './pipelineApi';
import type { QueryOptions } from './queries';
import type { Session } from './session';
import type { TaskControl } from './tasks';

/** What every simulation of deals begins with: the same question has the same answer. */
const SEED = 1;

/** Deals: where they stand and what they may bring; nothing is changed by it. */
export function createPipelineQueries({ session, jobs, pool, clock }: QueryOptions): PipelineApi {
  const ask = async <T>(answer: (open: Session) => T): Promise<Result<T>> => {
    const open = session();
    return open ? ok(answer(open)) : fail(issue('plan/notOpen'));
  };
  const asJob = <T>(
    job: string,
    run: (open: Session, control: TaskControl) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const open = session();
    if (!open) return Promise.resolve(fail(issue('plan/notOpen')));
    return jobs.run({ id: job, kind: 'pipeline', cancellable: true }, (control) => run(open, control));
  };

  const forecastDeals = async (
    open: Session,
    { query, control }: { query: PipelineQuery; control: TaskControl },
  ): Promise<Result<PipelineForecastView>> => {
    const { document } = open;
    const scene = pipelineScene(document, clock().today);
    const rows = scene && nodeDeals(scene, query);
    if (!scene) return fail(issue('pipeline/noDeals'));
    if (!rows) return fail(issue('pipeline/notTold'));
    const plan = openedPlan(document);
    const ahead = monthsAhead(plan, scene.asOf);
    const prepared = dealSimulation(scene, rows, ahead);
    const drawn = await drawDeals(pool, { input: prepared.input, control });
    if (!drawn.ok) return drawn;
    const outlook = plan ? await outlooksOf(open, pool, { ats: [query.at], control }) : ok([]);
    if (!outlook.ok) return outlook;
    const more = { query, rows, ahead, prepared, sums: drawn.value, seed: SEED, outlook: outlook.value[0] ?? null };
    return ok(pipelineForecastView(scene, { ...more, cache: open.views }));
  };

  const coverOfNodes = async (
    open: Session,
    { query, control }: { query: PipelineQuery & { dimension: string }; control: TaskControl },
  ): Promise<Result<CoverView>> => {
    const { document } = open;
    const plan = openedPlan(document);
    if (!plan) return fail(issue('plan/notOpen'));
    const scene = pipelineScene(document, clock().today);
    if (!scene) return fail(issue('pipeline/noDeals'));
    const nodes = coverNodes(scene, plan, query);
    const outlooks = await outlooksOf(open, pool, { ats: nodes.map(({ at }) => at), control });
    if (!outlooks.ok) return outlooks;
    return ok(coverView(scene, { query, nodes, outlooks: outlooks.value, cache: open.views }));
  };

  return {
    pipelineRule: () => ask(({ document }) => pipelineRuleView(document, clock().today)),
    funnel: (query) => ask(({ document }) => funnelView(document, query, clock().today)),
    deals: async (query) => {
      const reading = query.search === '' ? null : await loadReading();
      return ask(({ document }) => dealsView(document, query, { today: clock().today, reading }));
    },
    dealsFile: async (query, words) => {
      const reading = query.search === '' ? null : await loadReading();
      return ask(({ document }) => {
        const all = { ...query, first: 0, count: Number.MAX_SAFE_INTEGER };
        const { rows } = dealsView(document, all, { today: clock().today, reading });
        return dealsCsv(rows, words, workspaceOf(document)?.minorUnit ?? 2);
      });
    },
    pipelineForecast: (query, job) => asJob(job, (open, control) => forecastDeals(open, { query, control })),
    pipelineCover: (query, job) => asJob(job, (open, control) => coverOfNodes(open, { query, control })),
  };
}
