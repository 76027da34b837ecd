import type { At } from '~/domain/cell';
import type { AccuracyView, EventsView, KeepDraft, NodeForecast } from '~/domain/forecastView';
import type { Result } from '~/domain/result';

/** What the forecast pages of one node, of special months and of accuracy ask. Long ones run in the pool under a job. */
export interface ForecastPageApi {
  nodeForecast(query: { at: At }, job: string): Promise<Result<NodeForecast>>;
  forecastEvents(job: string): Promise<Result<EventsView>>;
  forecastAccuracy(job: string): Promise<Result<AccuracyView>>;
  /** What `forecast/keep` would keep as things stand. */
  forecastToKeep(job: string): Promise<Result<KeepDraft>>;
}
