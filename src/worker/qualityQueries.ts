import { issue } from '~/domain/issue';
import { fail, ok } from '~/domain/result';
import { qualityView } from '~/plan/quality/qualityView';
import { loadReading } from './pinyin';
import type { QualityApi } from './qualityApi';
import type { QueryOptions } from './queries';

/** What is doubtful in members and facts; nothing is changed by it. */
export function createQualityQueries({ session, clock }: QueryOptions): QualityApi {
  return {
    async quality() {
      const reading = await loadReading();
      const open = session();
      if (!open) return fail(issue('plan/notOpen'));
      const { document } = open;
      const { today } = clock();
      return ok(qualityView({ document, today, ...(reading ? { reading: (name) => reading(name).full } : {}) }));
    },
  };
}
