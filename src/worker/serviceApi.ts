import type { Result } from '~/domain/result';
import type {
  ComplaintQuery,
  ComplaintView,
  DueQuery,
  DueState,
  DueView,
  ServeQuery,
  ServeView,
  ServiceRules,
  SurveyQuery,
  SurveyView,
  WorkloadView,
} from '~/domain/serviceView';

/** Words for the file of visits that are due: its heads in order, and the states. */
export interface DueFileWords {
  heads: string[];
  states: Record<DueState, string>;
}

/** Service packages, visits, complaints and surveys. */
export interface ServiceApi {
  serviceRules(): Promise<Result<ServiceRules>>;
  visitsDue(query: DueQuery): Promise<Result<DueView>>;
  /** The whole list of a query as CSV. */
  visitsDueFile(query: DueQuery, words: DueFileWords): Promise<Result<string>>;
  /** Hours needed and there are, for so many months from the one of the day. */
  workload(query: { on: number | null; months: number }): Promise<Result<WorkloadView>>;
  costToServe(query: ServeQuery): Promise<Result<ServeView>>;
  complaints(query: ComplaintQuery): Promise<Result<ComplaintView>>;
  surveys(query: SurveyQuery): Promise<Result<SurveyView>>;
}
