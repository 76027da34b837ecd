import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { JobState } from '~/domain/status';
import { openedPlan } from '~/plan/document';
import { nodeSeries } from '~/plan/forecast/foretellNode';
import { nodeForecast } from '~/plan/forecast/nodeForecast';
import { judgeWords } from '~/plan/forecast/ownCases';
import { ownForecast } from '~/plan/forecast/ownForecast';
import { forecastRequest } from '~/plan/views/forecastRequest';
import { forecastView } from '~/plan/views/forecastView';
import { accuracyOf } from './accuracyOf';
import { eventsOf } from './eventsOf';
import { FORECAST_OPTIONS } from './forecastKey';
import type { ForecastPageApi } from './forecastPageApi';
import { keepDraftOf } from './keepDraftOf';
import type { QueryOptions } from './queries';
import type { Session } from './session';
import { studyOf } from './studyOf';
import type { TaskControl } from './tasks';

export function createForecastPageQueries({ session, jobs, pool, clock }: QueryOptions): ForecastPageApi {
  const ask = <T>(
    job: string,
    run: (open: Session, control: TaskControl) => Promise<Result<T>>,
    kind: JobState['kind'] = 'forecast',
  ): Promise<Result<T>> => {
    const open = session();
    if (!open) return Promise.resolve(fail(issue('plan/notOpen')));
    return jobs.run({ id: job, kind, cancellable: true }, (control) => run(open, control));
  };

  return {
    nodeForecast: ({ at }, job) =>
      ask(job, async (open, control) => {
        const { document } = open;
        const plan = openedPlan(document);
        const asked = forecastRequest(document, plan, { at });
        if (!asked.ok) return asked;
        const request = asked.value;
        const study = await studyOf(open, pool, { request, control });
        if (!study.ok) return study;
        const view = forecastView(document, plan, { request, result: study.value.forecast });
        const said = ownForecast(document, plan, { request, view, today: clock().today });
        if (!said) return ok(nodeForecast(document, plan, { request, study: study.value, own: null }));
        const nodes = [{ series: nodeSeries(request), cases: said.cases }];
        const judged = await pool.run('ownWords', { nodes, options: FORECAST_OPTIONS }, control);
        if (!judged.ok) return judged;
        const own = { ...said.own, judged: judgeWords(judged.value[0]) };
        return ok(nodeForecast(document, plan, { request, study: study.value, own }));
      }),
    forecastEvents: (job) => ask(job, (open, control) => eventsOf(open, pool, control)),
    forecastAccuracy: (job) => ask(job, (open, control) => accuracyOf(open, pool, { control, today: clock().today })),
    forecastToKeep: (job) => ask(job, (open, control) => keepDraftOf(open, pool, { control, today: clock().today })),
  };
}
