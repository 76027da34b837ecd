import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { complaintView } from '~/plan/views/serviceComplaints';
import { costToServe } from '~/plan/views/serviceCosts';
import { visitsDue } from '~/plan/views/serviceDue';
import { serviceRules } from '~/plan/views/serviceRules';
import { type ServiceScene, serviceScene } from '~/plan/views/serviceScene';
import { surveyView } from '~/plan/views/serviceSurveys';
import { serviceWorkload } from '~/plan/views/serviceWorkload';
import type { QueryOptions } from './queries';
import type { ServiceApi } from './serviceApi';

/** Service packages, visits, complaints and surveys; nothing is changed by it. */
export function createServiceQueries({ session, clock }: QueryOptions): ServiceApi {
  const ask = async <T>(on: number | null, view: (scene: ServiceScene) => T): Promise<Result<T>> => {
    const open = session();
    if (!open) return fail(issue('plan/notOpen'));
    return ok(view(serviceScene(open.document, { on, today: clock().today, cache: open.views })));
  };
  return {
    serviceRules: () => ask(null, serviceRules),
    visitsDue: (query) => ask(query.on, (scene) => visitsDue(scene, query)),
    workload: ({ on, months }) => ask(on, (scene) => serviceWorkload(scene, months)),
    costToServe: (query) => ask(query.on, (scene) => costToServe(scene, query)),
    complaints: (query) => ask(query.on, (scene) => complaintView(scene, query)),
    surveys: (query) => ask(query.on, (scene) => surveyView(scene, query)),
  };
}
