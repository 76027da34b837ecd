import type { ChallengeQuery, ChallengeView, DifficultyQuery, DifficultyView } from '~/domain/challengeView';
import type { Result } from '~/domain/result';

/** How hard a target is, and why. Many forecasts stand behind it, so both are jobs. */
export interface ChallengeApi {
  challenge(query: ChallengeQuery, job: string): Promise<Result<ChallengeView>>;
  difficulty(query: DifficultyQuery, job: string): Promise<Result<DifficultyView>>;
}
