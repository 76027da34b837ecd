import type {
  CoverView,
  DealFileWords,
  DealsQuery,
  DealsView,
  FunnelView,
  PipelineForecastView,
  PipelineQuery,
  PipelineRuleView,
} from '~/domain/pipelineView';
import type { Result } from '~/domain/result';

/** Deals: where they stand and what they may bring. */
export interface PipelineApi {
  pipelineRule(): Promise<Result<PipelineRuleView>>;
  funnel(query: PipelineQuery): Promise<Result<FunnelView>>;
  deals(query: DealsQuery): Promise<Result<DealsView>>;
  /** All deals of a list, whatever its window, as CSV. */
  dealsFile(query: DealsQuery, words: DealFileWords): Promise<Result<string>>;
  /** Simulated, so it is a job. */
  pipelineForecast(query: PipelineQuery, job: string): Promise<Result<PipelineForecastView>>;
  /** By the members of a dimension under a node. */
  pipelineCover(query: PipelineQuery & { dimension: string }, job: string): Promise<Result<CoverView>>;
}
