import type { ForecastTreeLevel, ForecastTreeQuery, ForecastTreeView } from '~/domain/forecastTree';
import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { mainLevelNames, mainTree } from '~/plan/challenge/nodeTree';
import { type OpenPlan, openedPlan, type PlanDocument } from '~/plan/document';
import type { ForecastDraft } from '~/plan/outlooks/forecastDraft';
import { forecastDraftOf } from '~/plan/outlooks/forecastDraftOf';
import { forecastTree } from '~/plan/outlooks/forecastTree';
import { forecastTreeView } from '~/plan/outlooks/forecastTreeView';
import type { ForecastTreeApi } from './forecastTreeApi';
import { forecastTreeCsv } from './forecastTreeCsv';
import { foretellNodes } from './foretellNodes';
import type { QueryOptions } from './queries';
import type { Session } from './session';
import type { TaskControl } from './tasks';

/** A tree goes as deep as it has at most this many nodes, unless somebody asks for more. */
const SOON = 1_500;
/** More nodes than this are not foretold at all. */
const MOST = 12_000;

/** Reconciled forecasts of late by the job that made them, to be put into a scenario. */
export type ForecastDrafts = Map<string, { draft: ForecastDraft; view: ForecastTreeView }>;

/** Drafts that are kept: the page shows one, another tab of it perhaps another. */
const KEPT = 4;

/** The tree of forecasts; nothing is changed by it. */
export function createForecastTreeQueries(
  { session, jobs, pool }: QueryOptions,
  drafts: ForecastDrafts,
): ForecastTreeApi {
  const answer = async (
    open: Session,
    { query, job, control }: { query: ForecastTreeQuery; job: string; control: TaskControl },
  ): Promise<Result<ForecastTreeView>> => {
    const { document, revision } = open;
    const plan = openedPlan(document);
    if (!plan || !document.open) return fail(issue('plan/notOpen'));
    const levels = levelsOf(document, document.open, plan);
    const depth = Math.min(levels.length, query.depth ?? depthWithin(levels, SOON));
    const tree = mainTree(document, document.open, { plan, depth });
    const foretold = await foretellNodes(open, pool, { plan, ats: tree.ats, control });
    if (!foretold.ok) return foretold;
    // The tree no longer speaks of a plan that changed meanwhile: the page asks again.
    if (open.revision !== revision || !document.open) return fail(issue('worker/cancelled'));
    const { scene, outlooks } = foretold.value;
    if (outlooks[0].year === null && outlooks[0].periods.every((period) => period === null))
      return fail(issue('forecast/noHistory'));
    const made = forecastTree(document, document.open, { whole: plan, scene, tree, outlooks, ...query });
    const result = await pool.run('reconcile', made.input, { ...control, onProgress: () => undefined });
    if (!result.ok) return result;
    if (open.revision !== revision || !document.open) return fail(issue('worker/cancelled'));
    const view = forecastTreeView(document, document.open, {
      made,
      answer: { draft: job, whole: plan, levels, depth, result: result.value },
    });
    drafts.set(job, { draft: forecastDraftOf(plan, { made, result: result.value, depth }), view });
    for (const old of [...drafts.keys()].slice(0, -KEPT)) drafts.delete(old);
    return ok(view);
  };
  return {
    forecastTree: (query, job) => {
      const open = session();
      if (!open) return Promise.resolve(fail(issue('plan/notOpen')));
      return jobs.run({ id: job, kind: 'forecast', cancellable: true }, (control) =>
        answer(open, { query, job, control }),
      );
    },
    async forecastTreeFile(draft, words) {
      const open = session();
      const plan = open && openedPlan(open.document);
      const kept = drafts.get(draft);
      if (!plan || !kept) return fail(issue('forecast/draftGone'));
      return ok(forecastTreeCsv(kept.view, words, plan.minorUnit));
    },
  };
}

/** The levels of the main view that can be foretold, with the nodes down to each. */
function levelsOf(document: PlanDocument, open: OpenPlan, plan: Plan): ForecastTreeLevel[] {
  const names = mainLevelNames(document, open, plan);
  const { view } = mainTree(document, open, { plan, depth: names.length });
  const nodes = new Array<number>(names.length + 1).fill(0);
  for (let node = 0; node < view.count; node += 1) nodes[view.depth[node]] += 1;
  let sum = nodes[0];
  return names
    .map((name, level) => {
      sum += nodes[level + 1];
      return { name, dimension: view.levels[level].dimension, nodes: sum };
    })
    .filter((level) => level.nodes <= MOST);
}

const depthWithin = (levels: readonly ForecastTreeLevel[], most: number): number =>
  levels.filter(({ nodes }) => nodes <= most).length;
