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
      if (!required.ok) return required;
      if (!required.value.open.lines.dimensions.includes(dimension)) return fail(issue('dimension/unknown'));
      return ok(lettersView(open.document, required.value, dimension));
    },
  };
}
