import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { ChallengeApi } from './challengeApi';
import type { QueryOptions } from './queries';

export function createChallengeQueries(_options: QueryOptions): ChallengeApi {
  return {
    challenge: async () => fail(issue('plan/notOpen')),
    difficulty: async () => fail(issue('plan/notOpen')),
  };
}
