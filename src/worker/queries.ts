import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import type { HostEvent } from '~/domain/status';
import type { ForecastView, SourceView } from '~/domain/view';
import type { SeriesForecast } from '~/engine/forecast/index';
import { openedPlan } from '~/plan/document';
import { factsOf } from '~/plan/sources/facts';
import { baseDifference } from '~/plan/views/baseDifference';
import { cellStory } from '~/plan/views/cellStory';
import { customersView } from '~/plan/views/customersView';
import { type ForecastRequest, forecastRequest } from '~/plan/views/forecastRequest';
import { forecastView } from '~/plan/views/forecastView';
import { holdLines } from '~/plan/views/holdLines';
import { homeView } from '~/plan/views/homeView';
import { kpiView } from '~/plan/views/kpiView';
import { limitLines } from '~/plan/views/limitLines';
import { memberSearch } from '~/plan/views/memberSearch';
import { planProposal } from '~/plan/views/planProposal';
import { sourceView } from '~/plan/views/sourceView';
import { forecastKey } from './forecastKey';
import type { Jobs } from './jobs';
import { outlooksOf } from './outlooks';
import { loadReading } from './pinyin';
import type { PlanHostApi } from './protocol';
import type { Session } from './session';
import { studyOf } from './studyOf';
import type { ComputePool, TaskControl } from './tasks';
import { watchedTargets } from './watchedTargets';
import type { Who } from './who';
import { workbookModel } from './workbookModel';

export interface QueryOptions {
  who: Who;
  /** What screens see: the live session, or the state of before that is looked at. */
  session: () => Session | null;
  live: () => Session | null;
  tell: (event: HostEvent) => void;
  jobs: Jobs;
  pool: ComputePool;
  clock: () => { now: string; today: Day };
}

type Queries = Pick<
  PlanHostApi,
  | 'proposePlan'
  | 'home'
  | 'customers'
  | 'forecast'
  | 'members'
  | 'kpis'
  | 'sources'
  | 'workbook'
  | 'story'
  | 'holds'
  | 'limits'
  | 'baseDifference'
>;

const QUIET: TaskControl = { signal: { aborted: false }, onProgress: () => undefined };

/** What screens ask and nothing is changed by. Long ones run in the pool. */
export function createQueries(options: QueryOptions): Queries {
  const { session, jobs, pool, clock } = options;

  const ask = <T>(run: (open: Session) => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
    const open = session();
    return Promise.resolve(open ? run(open) : fail(issue('plan/notOpen')));
  };

  return {
    proposePlan: (wanted) => ask((open) => ok(planProposal(open.document, wanted, { today: clock().today }))),
    home: () =>
      ask(async (open) => {
        const forecast = await forecastAt(open, pool, { at: {}, control: QUIET });
        const judged = await watchedTargets(open, pool, { today: clock().today, control: QUIET });
        const plan = openedPlan(open.document);
        if (!plan) return fail(issue('plan/notOpen'));
        return ok(
          homeView(open.document, plan, {
            today: clock().today,
            revision: open.revision,
            forecast: forecast.ok ? forecast.value : null,
            judged,
            steps: open.steps,
            undone: open.history.undone,
            shared: open.shared,
            cache: open.views,
            facts: open.facts,
          }),
        );
      }),
    customers: (query) =>
      ask(async (open) => {
        const reading = query.search === '' ? null : await loadReading();
        return ok(customersView(open.document, { query, cache: open.views, reading }));
      }),
    forecast: (query, job) =>
      ask((open) =>
        jobs.run({ id: job, kind: 'forecast', cancellable: true }, (control) =>
          forecastAt(open, pool, { at: query.at, control }),
        ),
      ),
    members: (query) =>
      ask(async (open) => {
        const reading = query.search === '' ? null : await loadReading();
        return ok(memberSearch(open.document, openedPlan(open.document), { ...query, reading }));
      }),
    kpis: (query) =>
      ask(async (open) => {
        // Only the cover of deals asks what is expected: without deals nothing is foretold.
        const hasDeals = factsOf(open.document, 'opportunities').count > 0;
        const outlooks = hasDeals ? await outlooksOf(open, pool, { ats: [query.at], control: QUIET }) : null;
        const outlook = outlooks?.ok ? outlooks.value[0] : null;
        const options = { query, cache: open.views, today: clock().today, outlook };
        return ok(kpiView(open.document, openedPlan(open.document), options));
      }),
    sources: () =>
      ask(async (open) => ok(sourceView(open.document, { entries: open.steps.length, storage: await storageState() }))),
    story: (cell) => ask((open) => cellStory(open.document, cell, { steps: open.steps, undone: open.history.undone })),
    holds: (column) => ask((open) => holdLines(open.document, column)),
    limits: (column) => ask((open) => limitLines(open.document, column)),
    baseDifference: () => ask((open) => baseDifference(open.document, { today: clock().today, facts: open.facts })),
    workbook: (request, job) =>
      ask((open) =>
        jobs.run({ id: job, kind: 'workbook', cancellable: true }, async (control) => {
          const model = workbookModel(open, request);
          if (!model.ok) return model;
          const bytes = await pool.run('workbook', model.value, control);
          if (!bytes.ok) return bytes;
          open.shared = true;
          return ok({ name: `${fileName(model.value.title)}.xlsx`, bytes: bytes.value });
        }),
      ),
  };
}

/** The forecast of a node; the series depends on orders alone, so it is kept until they change. */
async function forecastAt(
  open: Session,
  pool: ComputePool,
  wanted: { at: At; control: TaskControl },
): Promise<Result<ForecastView>> {
  const request = forecastRequest(open.document, openedPlan(open.document), { at: wanted.at });
  if (!request.ok) return request;
  const series = await seriesOf(open, pool, { request: request.value, control: wanted.control });
  if (!series.ok) return series;
  return ok(forecastView(open.document, openedPlan(open.document), { request: request.value, result: series.value }));
}

async function seriesOf(
  open: Session,
  pool: ComputePool,
  wanted: { request: ForecastRequest; control: TaskControl },
): Promise<Result<SeriesForecast>> {
  const { request } = wanted;
  const key = forecastKey(open.document, request);
  const known = open.forecasts.get(key);
  // One of many nodes was foretold without the backtest that its own page shows.
  if (known && (known.error !== null || known.notes.includes('noBacktest'))) return ok(known);
  const made = await studyOf(open, pool, wanted);
  return made.ok ? ok(made.value.forecast) : made;
}

async function storageState(): Promise<SourceView['storage']> {
  const storage = (globalThis.navigator as Navigator | undefined)?.storage;
  if (!storage?.estimate) return { used: null, quota: null, persisted: null };
  const { usage, quota } = await storage.estimate();
  return { used: usage ?? null, quota: quota ?? null, persisted: (await storage.persisted?.()) ?? null };
}

/** A plan's name as a file name anywhere. */
const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'plan';
