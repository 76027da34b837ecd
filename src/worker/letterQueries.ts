import { issue } from '~/domain/issue';
import { fail, ok } from '~/domain/result';
import { lettersView } from '~/plan/letters/lettersView';
import { requirePlan } from '~/plan/resolve';
import type { LetterApi } from './letterApi';
import type { QueryOptions } from './queries';

/** Target letters; nothing is changed by looking at them. */
export function createLetterQueries({ session }: QueryOptions): LetterApi {
  return {
    letters: async (dimension) => {
      const open = session();
      if (!open) return fail(issue('plan/notOpen'));
      const required = requirePlan(open.document);
      return required.ok ? ok(lettersView(open.document, required.value, dimension)) : required;
    },
  };
}
