import { issue } from '~/domain/issue';
import { isoDate } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import type { DueRow } from '~/domain/serviceView';
import { complaintView } from '~/plan/views/serviceComplaints';
import { costToServe } from '~/plan/views/serviceCosts';
import { visitsDue } from '~/plan/views/serviceDue';
import { serviceRules } from '~/plan/views/serviceRules';
import { type ServiceScene, serviceScene } from '~/plan/views/serviceScene';
import { surveyView } from '~/plan/views/serviceSurveys';
import { serviceWorkload } from '~/plan/views/serviceWorkload';
import { loadReading } from './pinyin';
import type { QueryOptions } from './queries';
import type { DueFileWords, ServiceApi } from './serviceApi';
import type { Session } from './session';

/** Service packages, visits, complaints and surveys; nothing is changed by it. */
export function createServiceQueries({ session, clock }: QueryOptions): ServiceApi {
  /** The scene of the last question: a list that is scrolled asks again and again for the same state. */
  let last: { open: Session; revision: number; day: string; scene: ServiceScene } | null = null;
  const sceneOf = (open: Session, on: number | null): ServiceScene => {
    const { today } = clock();
    const day = `${on}|${today}`;
    if (last?.open !== open || last.revision !== open.revision || last.day !== day) {
      const scene = serviceScene(open.document, { on, today, cache: open.views });
      last = { open, revision: open.revision, day, scene };
    }
    return last.scene;
  };
  const ask = async <T>(
    { on, search = '' }: { on: number | null; search?: string },
    view: (scene: ServiceScene) => T,
  ): Promise<Result<T>> => {
    const reading = search === '' ? null : await loadReading();
    const open = session();
    if (!open) return fail(issue('plan/notOpen'));
    return ok(view({ ...sceneOf(open, on), reading }));
  };
  return {
    serviceRules: () => ask({ on: null }, serviceRules),
    visitsDue: (query) => ask(query, (scene) => visitsDue(scene, query)),
    visitsDueFile: async (query, words) => {
      const view = await ask(query, (scene) =>
        visitsDue(scene, { ...query, first: 0, count: Number.MAX_SAFE_INTEGER }),
      );
      if (!view.ok) return view;
      const { csvText } = await import('~/exchange/csv/csvText');
      return ok(csvText([words.heads, ...view.value.rows.map((row) => dueLine(row, words.states))]));
    },
    workload: ({ on, months }) => ask({ on }, (scene) => serviceWorkload(scene, months)),
    costToServe: (query) => ask(query, (scene) => costToServe(scene, query)),
    complaints: (query) => ask(query, (scene) => complaintView(scene, query)),
    surveys: (query) => ask(query, (scene) => surveyView(scene, query)),
  };
}

/** Customer, tier, seller, region, cadence, last visit, its result, due, state, days overdue. */
const dueLine = (row: DueRow, states: DueFileWords['states']): string[] => [
  row.name,
  row.tier ?? '',
  row.sellerName,
  row.regionName,
  String(row.cadenceDays),
  row.last === null ? '' : isoDate(row.last),
  row.result,
  isoDate(row.due),
  states[row.state],
  String(row.overdueDays),
];
