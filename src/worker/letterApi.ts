import type { DimensionId } from '~/domain/dimension';
import type { LettersView } from '~/domain/letterView';
import type { Result } from '~/domain/result';

/** Target letters: what could be issued, and what was. */
export interface LetterApi {
  letters(dimension: DimensionId): Promise<Result<LettersView>>;
}
