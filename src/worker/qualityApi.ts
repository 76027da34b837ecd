import type { QualityView } from '~/domain/quality';
import type { Result } from '~/domain/result';

/** What is doubtful in members and facts. */
export interface QualityApi {
  quality(): Promise<Result<QualityView>>;
}
