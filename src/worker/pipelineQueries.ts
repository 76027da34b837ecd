import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { workspaceOf } from '~/plan/document';
import { dealsView } from '~/plan/pipeline/dealsView';
import { funnelView } from '~/plan/pipeline/funnelView';
import { pipelineRuleView } from '~/plan/pipeline/pipelineRuleView';
import { dealsCsv } from './dealsCsv';
import { loadReading } from './pinyin';
import type { PipelineApi } from './pipelineApi';
import type { QueryOptions } from './queries';
import type { Session } from './session';

/** Deals: where they stand and what they may bring; nothing is changed by it. */
export function createPipelineQueries({ session, clock }: QueryOptions): PipelineApi {
  const ask = async <T>(answer: (open: Session) => T): Promise<Result<T>> => {
    const open = session();
    return open ? ok(answer(open)) : fail(issue('plan/notOpen'));
  };
  return {
    pipelineRule: () => ask(({ document }) => pipelineRuleView(document, clock().today)),
    funnel: (query) => ask(({ document }) => funnelView(document, query, clock().today)),
    deals: async (query) => {
      const reading = query.search === '' ? null : await loadReading();
      return ask(({ document }) => dealsView(document, query, { today: clock().today, reading }));
    },
    dealsFile: async (query, words) => {
      const reading = query.search === '' ? null : await loadReading();
      return ask(({ document }) => {
        const all = { ...query, first: 0, count: Number.MAX_SAFE_INTEGER };
        const { rows } = dealsView(document, all, { today: clock().today, reading });
        return dealsCsv(rows, words, workspaceOf(document)?.minorUnit ?? 2);
      });
    },
    pipelineForecast: async () => fail(issue('plan/notOpen')),
    pipelineCover: async () => fail(issue('plan/notOpen')),
  };
}
